package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;

/** Makes a transaction of the rows of one receipt. */
final class ReceiptMapper {

    private final Mapping mapping;
    private final ReceiptFields fields;
    private final ReceiptShape shape;
    private final OriginalRows original;

    ReceiptMapper(Mapping mapping, ReceiptShape shape, Source source, OriginalRows original) {
        this.mapping = mapping;
        this.fields = new ReceiptFields(mapping, source);
        this.shape = shape;
        this.original = original;
    }

    Transaction transaction(RowGroup group) {
        List<Fault> faults = new ArrayList<>(group.faults());
        Row row = group.key() == null ? null : shape.header(group.rows(), faults);
        if (row == null) {
            return new Transaction.Rejected(group.faults(), group.place(), null, original.of(group.rows()));
        }
        Cells header = new Cells(row, faults);
        if (mapping.postVoid() != null && mapping.postVoid().isOne(header)) {
            return group.faults().isEmpty() ? postVoid(group, header) : rejected(faults, group, null);
        }
        String reason = null;
        for (Filter filter : mapping.filters()) {
            String found = filter.reason(header);
            reason = reason == null ? found : reason;
        }
        if (reason != null && group.faults().isEmpty() && noRowDiffers(faults)) {
            return new Transaction.NonSale(reason, group.place());
        }
        RowParts parts = shape.parts(group.rows(), faults);
        if (group.stray() != null && fields.total(header) == null) {
            faults.add(stray(group.stray()));
        }
        Receipt receipt = fields.receipt(header, parts);
        return faults.isEmpty()
                ? new Transaction.Sold(receipt, group.place(), () -> original.of(group.rows()))
                : rejected(faults, group, receipt.receiptNumber());
    }

    private Transaction postVoid(RowGroup group, Cells header) {
        String voided = mapping.postVoid().uniqueId(header, fields);
        return header.faults().isEmpty()
                ? new Transaction.NonSale(PostVoid.REASON, group.place(), voided)
                : rejected(header.faults(), group, null);
    }

    private Transaction rejected(List<Fault> faults, RowGroup group, String receiptNumber) {
        return new Transaction.Rejected(
                faults.stream().distinct().toList(), group.place(), receiptNumber, original.of(group.rows()));
    }

    /** Rows that contradict each other about the status too may hide a sale. */
    private boolean noRowDiffers(List<Fault> faults) {
        return faults.stream()
                .noneMatch(fault -> fault.code().equals("header-differs")
                        && mapping.filters().stream().anyMatch(filter -> fault.place()
                                .endsWith("\"" + filter.field().column() + "\"")));
    }

    private static Fault stray(Row row) {
        return new Fault(
                "row-without-key",
                row.place(),
                null,
                "this row may belong to this receipt, which has no total to show that nothing is missing: mend the row and"
                        + " send the document again");
    }
}
