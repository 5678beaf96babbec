package io.engageroutes.intake.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts that are computed here: as exact as a receipt may be, for rounding to what can be paid is done once, at the end. */
final class Exact {

    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int FINEST_RATE = 4;
    private static final int FINEST_AMOUNT = 2;

    private Exact() {}

    static BigDecimal product(BigDecimal one, BigDecimal other) {
        return plain(one.multiply(other));
    }

    static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return plain(amount.multiply(percent).movePointLeft(2));
    }

    /** The part of a whole that belongs to a share of a sum, cut down. */
    static BigDecimal part(BigDecimal whole, BigDecimal share, BigDecimal sum) {
        return plain(whole.multiply(share).divide(sum, DECIMALS, RoundingMode.DOWN));
    }

    /** The rate with the fewest decimals that explains a tax on an amount, as it was rounded. */
    static BigDecimal rate(BigDecimal amount, BigDecimal tax) {
        if (amount.signum() == 0 || tax.signum() == 0) {
            return BigDecimal.ZERO;
        }
        int decimals = Math.max(FINEST_AMOUNT, tax.scale());
        BigDecimal rate = BigDecimal.ZERO;
        for (int fine = 0; fine <= FINEST_RATE; fine++) {
            rate = tax.multiply(HUNDRED).divide(amount, fine, RoundingMode.HALF_UP);
            BigDecimal explained = amount.multiply(rate).movePointLeft(2).setScale(decimals, RoundingMode.HALF_UP);
            if (explained.compareTo(tax) == 0) {
                return rate;
            }
        }
        return rate;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal rounded = value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_UP) : value;
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < FINEST_AMOUNT ? stripped.setScale(FINEST_AMOUNT) : stripped;
    }
}
