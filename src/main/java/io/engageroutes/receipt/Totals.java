package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a receipt comes to, and whether its lines already contain the basket discounts. Many sources list a discount that they
 * have spread over the lines themselves; to deduct it again would make every such receipt too small.
 *
 * @param total what was to pay, in whole minor units
 * @param alreadySpread true when the lines add up to the total without deducting the basket discounts
 * @param gap how far the lines are from the total all the same
 */
record Totals(BigDecimal total, boolean alreadySpread, BigDecimal gap) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Takes the reading with the smallest gap; one that rounding of the lines does not explain is a fault. */
    static Totals of(Receipt receipt, Sums sums, int decimals, Findings findings) {
        Totals best = null;
        for (BigDecimal total : candidates(receipt, sums, decimals)) {
            best = nearer(best, new Totals(total, true, sums.lines().subtract(total)));
            best = nearer(best, new Totals(total, false, sums.discounted().subtract(total)));
        }
        if (!best.isExplained(sums, decimals)) {
            findings.add("total-mismatch", "total", receipt.total(), best.rule(receipt, sums, decimals));
        }
        return best;
    }

    private static Totals nearer(Totals best, Totals other) {
        return best == null || other.gap.abs().compareTo(best.gap.abs()) < 0 ? other : best;
    }

    /** Without a declared total it is what was tendered; a voucher among the tenders may have paid, or be one of the discounts. */
    private static List<BigDecimal> candidates(Receipt receipt, Sums sums, int decimals) {
        if (receipt.total() != null) {
            return List.of(receipt.total());
        }
        if (receipt.tenders().isEmpty()) {
            return List.of(sums.discounted().setScale(decimals, RoundingMode.HALF_UP));
        }
        List<BigDecimal> totals = new ArrayList<>(List.of(sums.paid().add(sums.vouchers())));
        if (sums.vouchers().signum() != 0) {
            totals.add(sums.paid());
        }
        return totals;
    }

    /** Rounding can be off by half a minor unit for every line with a price, and never turns a purchase into a refund. */
    private boolean isExplained(Sums sums, int decimals) {
        boolean wrongWay = !sums.takesBack() && total.signum() < 0 || !sums.sells() && total.signum() > 0;
        BigDecimal tolerated = BigDecimal.valueOf(sums.priced(), decimals);
        return !wrongWay && gap.abs().multiply(TWO).compareTo(tolerated) <= 0;
    }

    private String rule(Receipt receipt, Sums sums, int decimals) {
        String lines = "must be " + plain(sums.lines(), decimals) + ", the lines sold less those returned";
        String discounts = sums.discounts().signum() == 0
                ? ""
                : ", or " + plain(sums.discounted(), decimals) + " after basket discounts of "
                        + plain(sums.discounts(), decimals);
        String declared =
                receipt.total() != null ? "" : "; not given, so taken from the tenders: " + plain(total, decimals);
        return lines + discounts + declared + "; it differs by " + plain(gap.abs(), decimals)
                + ": correct it, or give the line or discount that is missing";
    }

    /** The amount with at least the currency's decimals. */
    static String plain(BigDecimal amount, int decimals) {
        int needed = Math.max(decimals, Findings.decimals(amount));
        return amount.setScale(needed, RoundingMode.UNNECESSARY).toPlainString();
    }
}
