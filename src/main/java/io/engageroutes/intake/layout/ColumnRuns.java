package io.engageroutes.intake.layout;

import java.util.Arrays;

/** Columns as runs of neighbours: rows that repeat each other are told by one comparison of a whole run. */
final class ColumnRuns {

    /** For each run its first and its last position. */
    private final int[] bounds;

    /** @param positions of the columns, in any order; -1 for one that is not there */
    ColumnRuns(int[] positions) {
        int[] sorted = Arrays.stream(positions)
                .filter(at -> at >= 0)
                .sorted()
                .distinct()
                .toArray();
        int[] found = new int[2 * sorted.length];
        int count = 0;
        for (int position : sorted) {
            if (count > 0 && found[count - 1] == position - 1) {
                found[count - 1] = position;
            } else {
                found[count++] = position;
                found[count++] = position;
            }
        }
        bounds = Arrays.copyOf(found, count);
    }

    /** Whether two rows are written alike in all of the columns; when not, their values may still be the same. */
    boolean same(Values one, Values other) {
        for (int run = 0; run < bounds.length; run += 2) {
            if (!one.sameText(bounds[run], bounds[run + 1], other)) {
                return false;
            }
        }
        return true;
    }
}
