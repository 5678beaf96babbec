package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Where a payment stands. */
record TenderFields(Field type, Field description, Field amount, Field voucher, Field voucherId) {

    /** The payment that a row of its own is; one without amount is a fault. */
    Tender ofRow(Cells cells) {
        return tender(cells, cells.requiredNumber(amount));
    }

    /** The payment in columns that every row of the receipt repeats, or null when nothing was paid that way. */
    Tender ofReceipt(Cells cells) {
        BigDecimal value = cells.number(amount);
        return value == null || value.signum() == 0 ? null : tender(cells, value);
    }

    private Tender tender(Cells cells, BigDecimal value) {
        return new Tender(
                cells.required(type),
                cells.text(description),
                value,
                Boolean.TRUE.equals(cells.flag(voucher)),
                cells.text(voucherId));
    }

    Stream<Field> fields() {
        return Stream.of(type, description, amount, voucher, voucherId).filter(field -> field != null);
    }
}
