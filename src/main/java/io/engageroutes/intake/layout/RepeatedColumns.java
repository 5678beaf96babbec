package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;

/** Makes one row of what all rows of a receipt repeat, and sees that they do. Used for one document. */
final class RepeatedColumns {

    private final List<Repeated> columns;
    private final boolean blanksRepeat;
    private Header header;
    private int[] positions;
    private ColumnRuns runs;

    RepeatedColumns(Mapping mapping) {
        this.columns = mapping.repeated().stream()
                .flatMap(field -> field.columns().map(column -> new Repeated(column, field)))
                .toList();
        this.blanksRepeat = mapping.blanks() == Mapping.Blanks.REPEAT;
    }

    private record Repeated(String column, Field field) {}

    /** The first row, with what later rows add to its blanks when the layout lets blanks repeat. */
    Row row(List<Row> rows, List<Fault> faults) {
        Row first = rows.get(0);
        if (rows.size() == 1) {
            return first;
        }
        locate(first.header());
        if (allAlike(rows)) {
            return first;
        }
        String[] merged = blanksRepeat ? copy(first) : null;
        for (int at = 0; at < positions.length; at++) {
            if (positions[at] >= 0) {
                Row told = told(rows, at, faults);
                if (merged != null) {
                    merged[positions[at]] = told.values().get(positions[at]);
                }
            }
        }
        return merged == null
                ? first
                : new Row(first.line(), first.type(), new Values.Listed(merged), first.fault(), first.around());
    }

    private boolean allAlike(List<Row> rows) {
        Values first = rows.get(0).values();
        for (int next = 1; next < rows.size(); next++) {
            if (!runs.same(first, rows.get(next).values())) {
                return false;
            }
        }
        return true;
    }

    private void locate(Header found) {
        if (header != found) {
            header = found;
            positions = columns.stream()
                    .mapToInt(each -> found.position(each.column()))
                    .toArray();
            runs = new ColumnRuns(positions);
        }
    }

    private static String[] copy(Row row) {
        String[] values = new String[row.header().size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = row.values().get(at);
        }
        return values;
    }

    /** The row that tells what stands in the column. */
    private Row told(List<Row> rows, int at, List<Fault> faults) {
        int position = positions[at];
        Row told = rows.get(0);
        for (int next = 1; next < rows.size(); next++) {
            Row row = rows.get(next);
            if (told.values().same(position, row.values(), position)) {
                continue;
            }
            String before = told.values().get(position);
            String here = row.values().get(position);
            if (blanksRepeat && before.isEmpty()) {
                told = row;
            } else if (!blanksRepeat || !here.isEmpty()) {
                faults.add(differs(columns.get(at), told, row, before, here));
            }
        }
        return told;
    }

    private static Fault differs(Repeated repeated, Row told, Row row, String before, String here) {
        boolean personal = repeated.field().personal();
        return new Fault(
                "header-differs",
                row.place(repeated.column()),
                personal ? "(not shown)" : here,
                "all rows of a receipt should say the same for "
                        + repeated.field().name() + ", and line " + told.line()
                        + " says " + (personal ? "something else" : "'" + before + "'")
                        + "; have it written equal on all of them");
    }
}
