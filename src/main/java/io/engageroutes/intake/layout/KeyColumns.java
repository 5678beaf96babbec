package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns that tell receipts apart. Used for one document. */
final class KeyColumns {

    private final List<String> columns;
    private Header header;
    private int[] positions;
    private boolean allThere;
    private ColumnRuns runs;

    KeyColumns(Grouping grouping) {
        this.columns = grouping.by();
    }

    /** Their values, or null when one of them is blank or the row could not be split. */
    List<String> of(Row row) {
        locate(row.header());
        List<String> key = new ArrayList<>(positions.length);
        for (int position : positions) {
            String value = position < 0 ? "" : row.values().get(position);
            if (value.isEmpty()) {
                return null;
            }
            key.add(value);
        }
        return key;
    }

    /** Whether a row has the key of another one, which has one. */
    boolean same(Row row, Row other) {
        locate(row.header());
        if (allThere && runs.same(row.values(), other.values())) {
            return true;
        }
        for (int position : positions) {
            if (position < 0 || !row.values().same(position, other.values(), position)) {
                return false;
            }
        }
        return true;
    }

    private void locate(Header found) {
        if (header != found) {
            header = found;
            positions = columns.stream().mapToInt(found::position).toArray();
            allThere = Arrays.stream(positions).allMatch(position -> position >= 0);
            runs = new ColumnRuns(positions);
        }
    }
}
