package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;

/** Cuts lines where the columns of their type stand. */
record FixedCutter(RecordTypes types) implements RowCutter {

    @Override
    public Row row(String first, TextLines lines) {
        String name = types.nameIn(first);
        RecordType type = types.of(name);
        if (type == null) {
            return types.unknown(lines.number(), name);
        }
        if (type.widths() == null) {
            return new Row(lines.number(), type, new Values.Listed(new String[] {name}), null);
        }
        String place = new Row(lines.number(), type, Values.NONE, null).place();
        Fault fault = type.widths().wrongLength(place, first);
        return new Row(lines.number(), type, type.widths().cut(first), fault);
    }
}
