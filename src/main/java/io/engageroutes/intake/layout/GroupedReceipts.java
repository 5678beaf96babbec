package io.engageroutes.intake.layout;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The receipts of a document of rows. */
final class GroupedReceipts implements Transactions {

    private final RowSource rows;
    private final RowGroups groups;
    private final ReceiptMapper mapper;

    GroupedReceipts(RowSource rows, RowGroups groups, ReceiptMapper mapper) {
        this.rows = rows;
        this.groups = groups;
        this.mapper = mapper;
    }

    @Override
    public Transaction next() {
        try {
            RowGroup group = groups.next();
            return group == null ? null : mapper.transaction(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
