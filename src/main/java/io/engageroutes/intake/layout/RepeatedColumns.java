package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;

/** Makes one row of what all rows of a receipt repeat, and sees that they do. */
final class RepeatedColumns {

    private final List<Field> fields;
    private final boolean blanksRepeat;

    RepeatedColumns(Mapping mapping) {
        this.fields = mapping.repeated();
        this.blanksRepeat = mapping.blanks() == Mapping.Blanks.REPEAT;
    }

    /** The first row, with what later rows add to its blanks when the layout lets blanks repeat. */
    Row row(List<Row> rows, List<Fault> faults) {
        Row first = rows.get(0);
        String[] merged = first.values().clone();
        for (Field field : fields) {
            Row told = first;
            for (Row row : rows) {
                told = compared(field, told, row, faults);
            }
            int at = first.header().position(field.column());
            if (at >= 0 && at < merged.length) {
                merged[at] = told.get(field.column());
            }
        }
        return new Row(first.line(), first.header(), merged, first.fault());
    }

    private Row compared(Field field, Row told, Row row, List<Fault> faults) {
        String before = told.get(field.column());
        String here = row.get(field.column());
        if (before.equals(here) || blanksRepeat && here.isEmpty()) {
            return told;
        }
        if (blanksRepeat && before.isEmpty()) {
            return row;
        }
        faults.add(new Fault(
                "header-differs",
                row.place(field.column()),
                field.personal() ? "(not shown)" : here,
                "all rows of a receipt should say the same for " + field.name() + ", and line " + told.line() + " says "
                        + (field.personal() ? "something else" : "'" + before + "'")
                        + "; have it written equal on all of them"));
        return told;
    }
}
