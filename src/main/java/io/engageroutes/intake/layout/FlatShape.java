package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;

/** A receipt whose rows are alike and repeat what belongs to the receipt. */
final class FlatShape implements ReceiptShape {

    private final Mapping mapping;
    private final RepeatedColumns repeated;

    FlatShape(Mapping mapping) {
        this.mapping = mapping;
        this.repeated = new RepeatedColumns(mapping);
    }

    @Override
    public Row header(List<Row> rows, List<Fault> faults) {
        List<Row> sound = sound(rows);
        return sound.isEmpty() ? null : repeated.row(sound, faults);
    }

    @Override
    public RowParts parts(List<Row> rows, List<Fault> faults) {
        RowParts parts = new RowParts(mapping);
        for (Row row : sound(rows)) {
            Cells cells = new Cells(row, faults);
            Kinds.Kind kind = mapping.kinds().of(cells);
            if (kind != null) {
                parts.add(kind, cells);
            }
        }
        return parts;
    }

    /** A row of the wrong length has its fault already: its values may stand in the wrong columns. */
    private static List<Row> sound(List<Row> rows) {
        for (Row row : rows) {
            if (row.fault() != null) {
                return rows.stream().filter(each -> each.fault() == null).toList();
            }
        }
        return rows;
    }
}
