package io.engageroutes.cli;

import io.engageroutes.workbench.Comparison;
import io.engageroutes.workbench.TestResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What differs, for people. */
final class DiffText {

    private DiffText() {}

    static void print(List<Comparison.Change> changes, PrintWriter out) {
        if (changes.isEmpty()) {
            out.println("No difference.");
            return;
        }
        changes.forEach(change -> lines(change).forEach(out::println));
        out.println();
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            long count =
                    changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                out.println(count + " " + kind.word());
            }
        }
    }

    /** Transactions first: the counts follow from them. */
    static List<String> lines(TestResult result) {
        List<String> lines = new ArrayList<>();
        result.changes().forEach(change -> lines.addAll(lines(change)));
        result.counts().forEach(difference -> lines.add(Wrapped.shown(difference.toString())));
        return lines;
    }

    private static List<String> lines(Comparison.Change change) {
        List<String> lines = new ArrayList<>();
        lines.add(Wrapped.shown(change.kind().word() + " " + change.document() + ", " + change.place()
                + (change.uniqueId() == null ? "" : ", " + change.uniqueId())));
        change.differences().forEach(difference -> lines.add("    " + Wrapped.shown(difference.toString())));
        return lines;
    }
}
