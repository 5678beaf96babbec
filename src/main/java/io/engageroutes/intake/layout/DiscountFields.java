package io.engageroutes.intake.layout;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Where a discount stands; {@code voucherId} only for one on the whole receipt. */
record DiscountFields(Field type, Field description, Field amount, Field voucherId) {

    /** The discount, or null when nothing was taken off. */
    LineDiscount onLine(Cells cells, Signs signs, LineType lineType) {
        BigDecimal value = positive(cells, signs.amount(lineType, cells.number(amount)));
        return value == null ? null : new LineDiscount(cells.text(type), cells.text(description), value);
    }

    BasketDiscount onReceipt(Cells cells) {
        BigDecimal value = positive(cells, cells.number(amount));
        return value == null
                ? null
                : new BasketDiscount(
                        cells.text(type), cells.text(description), value, List.of(), cells.text(voucherId));
    }

    private BigDecimal positive(Cells cells, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            cells.fault(
                    amount,
                    "negative-discount",
                    value.toPlainString(),
                    "what was taken off should be positive once its sign is turned as the layout says; set or remove"
                            + " `negate` of this amount");
        }
        return value == null || value.signum() == 0 ? null : value;
    }

    Stream<Field> fields() {
        return Stream.of(type, description, amount, voucherId).filter(field -> field != null);
    }
}
