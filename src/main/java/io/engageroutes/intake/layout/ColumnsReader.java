package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.List;

/** Reads from a layout which columns a record has and where. */
final class ColumnsReader {

    private static final String NOT_READ = "-";
    private static final int LONGEST = 100_000;

    private final boolean fixedWidth;
    private final boolean looseEnds;
    private final String hint;

    ColumnsReader(boolean fixedWidth, boolean looseEnds, String hint) {
        this.fixedWidth = fixedWidth;
        this.looseEnds = looseEnds;
        this.hint = hint == null ? "" : "; " + hint;
    }

    /** Columns and, for a fixed-width file, where they stand. */
    record Columns(Header header, Widths widths) {}

    Columns read(Section section) {
        return fixedWidth ? fixed(section) : delimited(section);
    }

    private static Columns delimited(Section section) {
        List<String> names = section.texts("columns").stream()
                .map(name -> name.equals(NOT_READ) ? "" : name)
                .toList();
        if (names.isEmpty()) {
            section.fault(
                    "missing-key", "columns", null, "the columns by position should stand here, `-` for one not read");
        }
        return new Columns(checked(section, names), null);
    }

    private Columns fixed(Section section) {
        Section columns = section.section("columns");
        List<String> names = columns.keys();
        if (names.isEmpty()) {
            section.fault(
                    "missing-key",
                    "columns",
                    null,
                    "the columns in their order should stand here, each with its length or with {start: 1, length: 5}");
        }
        List<Integer> bounds = new ArrayList<>();
        int from = 0;
        int length = 0;
        for (String name : names) {
            boolean placed = !columns.isScalar(name);
            Section place = placed ? columns.section(name) : columns;
            int start = placed ? place.number("start", from + 1, 1, LONGEST) - 1 : from;
            int size = place.number(placed ? "length" : name, 1, 1, LONGEST);
            if (placed) {
                place.refuseUnknown();
            }
            bounds.add(start);
            bounds.add(start + size);
            from = start + size;
            length = Math.max(length, from);
        }
        int[] all = bounds.stream().mapToInt(Integer::intValue).toArray();
        return new Columns(checked(section, names), new Widths(all, length, looseEnds, hint));
    }

    private static Header checked(Section section, List<String> names) {
        Header header = new Header(names);
        if (!header.twice().isEmpty()) {
            section.fault(
                    "column-twice",
                    "columns",
                    String.join(", ", header.twice()),
                    "every column should have a name of its own");
        }
        return header;
    }
}
