package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds amounts to whole minor units so that they add up to a given sum: each is rounded towards minus infinity, then those that
 * lost most by it get a unit back; on a tie the larger amount, then the earlier. No amount changes its sign, and nothing stays
 * nothing.
 */
public final class WholeUnits {

    private final BigDecimal[] exact;
    private final long[] whole;

    private WholeUnits(BigDecimal[] exact) {
        this.exact = exact;
        this.whole = new long[exact.length];
    }

    /**
     * The whole amounts.
     *
     * @param exact amounts in minor units, with a sign
     * @param sum what they add up to afterwards; of a sign that some of them have
     */
    public static long[] of(BigDecimal[] exact, long sum) {
        WholeUnits units = new WholeUnits(exact);
        long left = sum - units.floor();
        while (left != 0) {
            long given = units.give(left);
            if (given == 0) {
                throw new IllegalStateException("no amount can change so that the sum becomes " + sum);
            }
            left -= given;
        }
        return units.whole;
    }

    private long floor() {
        long sum = 0;
        for (int at = 0; at < exact.length; at++) {
            whole[at] = exact[at].setScale(0, RoundingMode.FLOOR).longValueExact();
            sum += whole[at];
        }
        return sum;
    }

    /** Gives one unit each, or takes one when {@code left} is negative, to as many as needed; says how much it was. */
    private long give(long left) {
        int unit = Long.signum(left);
        long given = 0;
        for (int at : order(unit)) {
            if (given != left && exact[at].signum() != 0 && exact[at].signum() * (whole[at] + unit) >= 0) {
                whole[at] += unit;
                given += unit;
            }
        }
        return given;
    }

    private List<Integer> order(int unit) {
        Comparator<Integer> lostMost = Comparator.comparing(at -> exact[at].subtract(BigDecimal.valueOf(whole[at])));
        Comparator<Integer> larger = Comparator.comparing(at -> exact[at].abs().negate());
        return IntStream.range(0, exact.length)
                .boxed()
                .sorted((unit > 0 ? lostMost.reversed() : lostMost).thenComparing(larger))
                .toList();
    }
}
