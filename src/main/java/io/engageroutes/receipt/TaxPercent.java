package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Finds a rate that makes a given tax of a given amount. */
final class TaxPercent {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** As many as a rate may have; enough for amounts below a million. */
    private static final int MOST_DECIMALS = 6;

    private TaxPercent() {}

    /**
     * The rate with the fewest decimals that makes just this tax; the source's own where that does.
     *
     * @param gross the amount including the tax
     * @param known the rate that the source says, or null
     */
    static BigDecimal of(BigDecimal gross, BigDecimal tax, BigDecimal known, int decimals) {
        if (tax.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (isSane(known) && VatRates.taxIn(gross, known, decimals).compareTo(tax) == 0) {
            return known;
        }
        BigDecimal net = gross.subtract(tax);
        BigDecimal rounded = null;
        for (int places = 0; places <= MOST_DECIMALS; places++) {
            rounded = tax.multiply(HUNDRED).divide(net, places, RoundingMode.HALF_UP);
            if (VatRates.taxIn(gross, rounded, decimals).compareTo(tax) == 0) {
                break;
            }
        }
        return rounded;
    }

    private static boolean isSane(BigDecimal percent) {
        return percent != null
                && percent.signum() > 0
                && percent.compareTo(HUNDRED) <= 0
                && Findings.decimals(percent) <= MOST_DECIMALS;
    }
}
