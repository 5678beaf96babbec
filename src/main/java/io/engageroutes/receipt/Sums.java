package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.function.Predicate;

/**
 * What the parts of a receipt add up to, as the source gave them.
 *
 * @param lines the sold lines less the returned ones
 * @param discounts all basket discounts
 * @param paid the tenders that are no vouchers, less the cash rounding
 * @param vouchers the tenders that are reward vouchers
 * @param priced how many lines have a price
 * @param sells whether any line with a price is sold
 * @param takesBack whether any line with a price is returned
 */
record Sums(
        BigDecimal lines,
        BigDecimal discounts,
        BigDecimal paid,
        BigDecimal vouchers,
        int priced,
        boolean sells,
        boolean takesBack) {

    private static final int MOST_DIGITS = 17;

    /**
     * Adds up.
     *
     * @throws RejectedReceipt when the sums are beyond what can be computed with exactly
     */
    static Sums of(Receipt receipt, int decimals) {
        BigDecimal lines = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        int priced = 0;
        for (Line line : receipt.lines()) {
            lines = line.type() == LineType.RETURN ? lines.subtract(line.gross()) : lines.add(line.gross());
            volume = volume.add(line.gross());
            priced += line.gross().signum();
        }
        BigDecimal discounts = BigDecimal.ZERO;
        for (BasketDiscount discount : receipt.basketDiscounts()) {
            discounts = discounts.add(discount.amount());
        }
        BigDecimal paid = receipt.cashRounding() == null
                ? BigDecimal.ZERO
                : receipt.cashRounding().negate();
        BigDecimal vouchers = BigDecimal.ZERO;
        for (Tender tender : receipt.tenders()) {
            if (tender.voucher()) {
                vouchers = vouchers.add(tender.amount());
            } else {
                paid = paid.add(tender.amount());
            }
        }
        BigDecimal largest = volume.max(discounts).max(paid.abs()).max(vouchers.abs());
        if (largest.movePointRight(decimals).compareTo(BigDecimal.TEN.pow(MOST_DIGITS)) > 0) {
            throw new RejectedReceipt(new Fault(
                    "number-too-large",
                    "lines",
                    largest.toPlainString(),
                    "must add up to at most " + MOST_DIGITS + " digits; correct how amounts are read"));
        }
        return new Sums(
                lines,
                discounts,
                paid,
                vouchers,
                priced,
                any(receipt, LineType.SALE::equals),
                any(receipt, LineType.RETURN::equals));
    }

    private static boolean any(Receipt receipt, Predicate<LineType> type) {
        return receipt.lines().stream()
                .anyMatch(line -> type.test(line.type()) && line.gross().signum() != 0);
    }

    /** Whether goods only come back, so that a discount makes what is given back less. */
    boolean isRefund() {
        return takesBack && !sells;
    }

    /** The sign of what a discount takes off: 1, or -1 for a refund. */
    int direction() {
        return isRefund() ? -1 : 1;
    }

    /** The lines less the basket discounts. */
    BigDecimal discounted() {
        return isRefund() ? lines.add(discounts) : lines.subtract(discounts);
    }
}
