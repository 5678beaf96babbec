package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The amounts of a receipt in whole minor units, from a source that may give more decimals.
 *
 * @param lines the lines' gross amounts, none negative; sold less returned they come to the total and the discounts
 * @param discounts the basket discounts to deduct; none when the source already did
 */
record WholeAmounts(long[] lines, long[] discounts) {

    /** Rounds by largest remainder; {@code totals} must be explained by rounding. */
    static WholeAmounts of(Receipt receipt, Sums sums, Totals totals, int decimals) {
        long total = totals.total().movePointRight(decimals).longValueExact();
        long deducted = totals.alreadySpread() ? 0 : deducted(sums, total, decimals);
        BigDecimal[] exact = receipt.lines().stream()
                .map(line -> line.type() == LineType.RETURN ? line.gross().negate() : line.gross())
                .map(gross -> gross.movePointRight(decimals))
                .toArray(BigDecimal[]::new);
        long[] lines = WholeUnits.of(exact, total + sums.direction() * deducted);
        for (int at = 0; at < lines.length; at++) {
            lines[at] = Math.abs(lines[at]);
        }
        return new WholeAmounts(lines, totals.alreadySpread() ? new long[0] : discounts(receipt, deducted, decimals));
    }

    /** All basket discounts rounded up or down, whichever leaves the lines nearer to what the source says. */
    private static long deducted(Sums sums, long total, int decimals) {
        BigDecimal exact = sums.discounts().movePointRight(decimals);
        BigDecimal lines = sums.lines().movePointRight(decimals);
        long down = exact.setScale(0, RoundingMode.FLOOR).longValueExact();
        long up = exact.setScale(0, RoundingMode.CEILING).longValueExact();
        BigDecimal offDown = BigDecimal.valueOf(total + sums.direction() * down).subtract(lines);
        BigDecimal offUp = BigDecimal.valueOf(total + sums.direction() * up).subtract(lines);
        return offDown.abs().compareTo(offUp.abs()) < 0 ? down : up;
    }

    private static long[] discounts(Receipt receipt, long deducted, int decimals) {
        BigDecimal[] exact = receipt.basketDiscounts().stream()
                .map(discount -> discount.amount().movePointRight(decimals))
                .toArray(BigDecimal[]::new);
        return WholeUnits.of(exact, deducted);
    }
}
