package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Spreads a discount over lines in proportion to their weights, in minor units, so that the shares add up exactly. What rounding
 * leaves over goes one unit each to the largest remainders; on a tie to the larger weight, then to the earlier line. What does
 * not fit a line goes to the others.
 *
 * @param place where the discount stands in the receipt, for the fault when it cannot be spread
 * @param decimals the decimals of the currency, for the same
 */
record Spread(String place, int decimals) {

    /**
     * One share per line, each from 0 to what the line can take; a line without weight gets nothing.
     *
     * @param discount what to spread, not negative
     * @param weights not negative
     * @param most what each line can take at most, not negative
     * @throws RejectedReceipt when no line has a weight, or the lines cannot take all of the discount
     */
    long[] shares(long discount, long[] weights, long[] most) {
        demandRoom(discount, weights, most);
        long[] shares = new long[weights.length];
        long left = discount;
        // A round either gives out everything or fills a line for good.
        while (left > 0) {
            left -= round(left, weights, most, shares);
        }
        return shares;
    }

    private void demandRoom(long discount, long[] weights, long[] most) {
        if (discount < 0) {
            throw rejected("discount-not-positive", discount, "must not be negative: it says what was taken off");
        }
        BigInteger room = sum(IntStream.range(0, weights.length).filter(line -> weights[line] > 0), most);
        if (discount > 0 && IntStream.range(0, weights.length).noneMatch(line -> weights[line] > 0)) {
            throw rejected(
                    "discount-without-lines",
                    discount,
                    "must be for a line with a price that takes part in discounts: there is none."
                            + " Returns, deposits, gift cards and what is not discountable do not;"
                            + " correct the lines' types, kinds and prices, or the lines the discount is for");
        }
        if (BigInteger.valueOf(discount).compareTo(room) > 0) {
            throw rejected(
                    "discount-too-large",
                    discount,
                    "must be at most " + new BigDecimal(room, decimals).toPlainString()
                            + ", which is what the lines it is for have left; send what was really taken off, not a face value");
        }
    }

    private RejectedReceipt rejected(String code, long discount, String rule) {
        return new RejectedReceipt(
                new Fault(code, place, BigDecimal.valueOf(discount, decimals).toPlainString(), rule));
    }

    /** Adds this round's part to the shares, and says how much it was. */
    private static long round(long left, long[] weights, long[] most, long[] shares) {
        int[] open = IntStream.range(0, weights.length)
                .filter(line -> weights[line] > 0 && shares[line] < most[line])
                .toArray();
        BigInteger whole = sum(IntStream.of(open), weights);
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long rest = left;
        for (int line : open) {
            BigInteger[] divided = BigInteger.valueOf(left)
                    .multiply(BigInteger.valueOf(weights[line]))
                    .divideAndRemainder(whole);
            parts[line] = divided[0].longValueExact();
            remainders[line] = divided[1];
            rest -= parts[line];
        }
        Comparator<Integer> largestRemainder = Comparator.comparing(line -> remainders[line].negate());
        Stream<Integer> byRemainder = IntStream.of(open)
                .boxed()
                .sorted(largestRemainder.thenComparing(line -> -weights[line]).thenComparing(line -> line));
        byRemainder.limit(rest).forEach(line -> parts[line]++);
        long given = 0;
        for (int line : open) {
            long part = Math.min(parts[line], most[line] - shares[line]);
            shares[line] += part;
            given += part;
        }
        return given;
    }

    private static BigInteger sum(IntStream lines, long[] amounts) {
        return lines.mapToObj(line -> BigInteger.valueOf(amounts[line])).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
