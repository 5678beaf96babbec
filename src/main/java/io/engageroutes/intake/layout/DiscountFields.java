package io.engageroutes.intake.layout;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PromotionUse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a discount stands.
 *
 * @param amount what was taken off in all; null when it is {@code quantity} times {@code unitAmount}
 * @param lines numbers of the lines that a basket discount is for, or null
 * @param voucherId the reward voucher behind a basket discount, or null
 * @param promotion the promotion behind it, or null
 */
record DiscountFields(
        Field type,
        Field description,
        Field amount,
        Field quantity,
        Field unitAmount,
        Field lines,
        Field voucherId,
        PromotionFields promotion) {

    /** The discount, or null when nothing was taken off. */
    LineDiscount onLine(Cells cells, Signs signs, LineType lineType) {
        BigDecimal value =
                amount == null ? product(cells, signs, lineType) : signs.amount(lineType, cells.number(amount));
        BigDecimal taken = positive(cells, value);
        return taken == null ? null : new LineDiscount(cells.text(type), cells.text(description), taken);
    }

    /** Its sign is that of the quantity, for the price of one has none. */
    private BigDecimal product(Cells cells, Signs signs, LineType lineType) {
        BigDecimal count = signs.quantity(lineType, cells.requiredNumber(quantity));
        BigDecimal each = cells.requiredNumber(unitAmount);
        return count == null || each == null ? null : Exact.product(count, each);
    }

    BasketDiscount onReceipt(Cells cells) {
        BigDecimal value = positive(cells, cells.number(amount));
        return value == null
                ? null
                : new BasketDiscount(
                        cells.text(type), cells.text(description), value, numbers(cells), cells.text(voucherId));
    }

    /** The promotion, or null when it was not used. */
    PromotionUse promotion(Cells cells) {
        return promotion == null ? null : promotion.use(cells);
    }

    private List<Integer> numbers(Cells cells) {
        String text = cells.text(lines);
        List<Integer> numbers = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("[,;/| ]+")) {
            if (part.matches("[0-9]{1,6}")) {
                numbers.add(Integer.valueOf(part));
            } else {
                cells.fault(
                        lines,
                        "not-a-number",
                        text,
                        "the numbers of the lines that the discount is for should stand here, such as 1,3; blank for all");
            }
        }
        return numbers;
    }

    private BigDecimal positive(Cells cells, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            cells.fault(
                    amount == null ? unitAmount : amount,
                    "negative-discount",
                    value.toPlainString(),
                    "what was taken off should be positive once its sign is turned as the layout says; set or remove"
                            + " `negate` of this amount");
        }
        return value == null || value.signum() == 0 ? null : value;
    }

    Stream<Field> fields() {
        return Stream.concat(
                        Stream.of(type, description, amount, quantity, unitAmount, lines, voucherId),
                        promotion == null ? Stream.of() : promotion.fields())
                .filter(Objects::nonNull);
    }
}
