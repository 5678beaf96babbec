package io.engageroutes.cli;

import io.engageroutes.workbench.Comparison;
import io.engageroutes.workbench.Difference;
import java.io.PrintWriter;
import java.util.List;

/** What differs, for people. */
final class DiffText {

    private DiffText() {}

    static void print(List<Comparison.Change> changes, PrintWriter out) {
        if (changes.isEmpty()) {
            out.println("No difference.");
            return;
        }
        for (Comparison.Change change : changes) {
            out.println(change.kind().word() + " " + change.document() + ", " + change.place()
                    + (change.uniqueId() == null ? "" : ", " + change.uniqueId()));
            for (Difference difference : change.differences()) {
                out.println("    " + difference);
            }
        }
        out.println();
        for (Comparison.Kind kind : Comparison.Kind.values()) {
            long count =
                    changes.stream().filter(change -> change.kind() == kind).count();
            if (count > 0) {
                out.println(count + " " + kind.word());
            }
        }
    }
}
