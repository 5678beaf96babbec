package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;

/** How a receipt is made of its rows. */
interface ReceiptShape {

    /** A row that has the columns of the receipt itself; null when there is none that can be read. */
    Row header(List<Row> rows, List<Fault> faults);

    /** The parts that stand in single rows. */
    RowParts parts(List<Row> rows, List<Fault> faults);

    static ReceiptShape of(Mapping mapping, boolean typed) {
        return typed ? new RecordShape(mapping) : new FlatShape(mapping);
    }
}
