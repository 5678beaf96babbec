package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Says how much of a tax on top is on every line, in minor units that add up to the tax exactly. */
final class TaxShares {

    private TaxShares() {}

    /**
     * The shares.
     *
     * @param amounts what is left of the lines after discounts, in minor units
     * @throws RejectedReceipt with {@code tax-without-lines} when nothing can bear the tax
     */
    static long[] of(List<Line> lines, long[] amounts, BigDecimal tax, Set<Integer> free, int decimals) {
        long[] stated = stated(lines, amounts, tax, decimals);
        return stated == null ? spread(lines, amounts, tax, free, decimals) : stated;
    }

    /** The lines' own tax in whole units, where every line says it and it comes to the tax; else null. */
    private static long[] stated(List<Line> lines, long[] amounts, BigDecimal tax, int decimals) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal[] exact = new BigDecimal[lines.size()];
        for (int at = 0; at < exact.length; at++) {
            Line line = lines.get(at);
            if (line.taxAmount() == null || amounts[at] == 0 && line.taxAmount().signum() != 0) {
                return null;
            }
            BigDecimal signed =
                    line.type() == LineType.RETURN ? line.taxAmount().negate() : line.taxAmount();
            exact[at] = signed.movePointRight(decimals);
            sum = sum.add(exact[at]);
        }
        BigDecimal units = tax.movePointRight(decimals);
        BigDecimal tolerated = BigDecimal.valueOf(exact.length, 0);
        if (units.subtract(sum).abs().add(units.subtract(sum).abs()).compareTo(tolerated) > 0
                || sum.signum() != units.signum()) {
            return null;
        }
        long[] whole = WholeUnits.of(exact, units.longValueExact());
        for (int at = 0; at < whole.length; at++) {
            whole[at] = Math.abs(whole[at]);
        }
        return whole;
    }

    private static long[] spread(List<Line> lines, long[] amounts, BigDecimal tax, Set<Integer> free, int decimals) {
        LineType bearer = tax.signum() < 0 ? LineType.RETURN : LineType.SALE;
        Predicate<Line> taxed = line -> !free.contains(line.number());
        Predicate<Line> goods = line -> line.kind() != LineKind.DEPOSIT && line.kind() != LineKind.GIFT_CARD;
        long units = tax.movePointRight(decimals).abs().longValueExact();
        for (Predicate<Line> bears : List.of(taxed.and(goods), taxed, (Predicate<Line>) line -> true)) {
            long[] weights = IntStream.range(0, amounts.length)
                    .mapToLong(at -> {
                        Line line = lines.get(at);
                        return line.type() == bearer && bears.test(line) ? amounts[at] : 0;
                    })
                    .toArray();
            if (units == 0 || LongStream.of(weights).sum() > 0) {
                long[] noLimit = LongStream.of(weights).map(any -> units).toArray();
                return new Spread("taxTotal", decimals).shares(units, weights, noLimit);
            }
        }
        throw new RejectedReceipt(new Fault(
                "tax-without-lines",
                "taxTotal",
                tax.toPlainString(),
                "there is no line with an amount that the tax could be on; correct the tax or the lines"));
    }
}
