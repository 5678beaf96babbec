package io.engageroutes.intake.poslog;

import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by the declared totals what a till's lines leave open: whether amounts contain their discounts, whether a summary or its
 * details are complete, which tax was put on top, whether change is in the payments. What fits no reading stays as it is, and is
 * rejected when the receipt is priced.
 *
 * @param total what was to pay, or null
 * @param tax the tax of the receipt, or null
 */
record Settlement(BigDecimal total, BigDecimal tax) {

    /**
     * One way to understand the lines.
     *
     * @param summaries whether summaries of discounts count where there are details too
     * @param deduct whether discounts that may be in the amounts are not
     * @param sum what lines, discounts and tax come to
     */
    private record Reading(boolean summaries, boolean deduct, BigDecimal tax, BigDecimal sum) {}

    /** Settles lines, discounts and payments, in that order. */
    static Settlement of(BigDecimal declaredTotal, BigDecimal declaredTax, TaxRules rules, Findings findings) {
        findings.lines.settle(findings);
        BigDecimal target = declaredTotal == null ? findings.tenders.paid() : declaredTotal;
        Reading best = null;
        for (Reading reading : readings(declaredTax, rules, findings)) {
            if (best == null || gap(reading, target).compareTo(gap(best, target)) < 0) {
                best = reading;
            }
        }
        DiscountRows.settle(best.summaries(), findings);
        if (best.deduct()) {
            findings.lines.kept().replaceAll(ReadLine::deducted);
        }
        BigDecimal total = declaredTotal;
        if (rules.onTop() && isWithoutTax(declaredTotal, best, findings)) {
            total = best.sum();
        }
        if (findings.rounding != null) {
            findings.tenders.settle(total == null ? best.sum() : total, findings.rounding.abs());
        }
        return new Settlement(total, rules.onTop() ? best.tax() : declaredTax);
    }

    private static List<Reading> readings(BigDecimal declaredTax, TaxRules rules, Findings findings) {
        BigDecimal goods = findings.goods();
        BigDecimal unsure = unsure(findings);
        int direction = findings.onlyTakesBack() ? -1 : 1;
        List<Reading> readings = new ArrayList<>(1);
        for (BigDecimal tax : taxes(declaredTax, rules, findings)) {
            for (boolean summaries :
                    findings.discountRows.isEmpty() ? new boolean[] {false} : new boolean[] {false, true}) {
                BigDecimal discounts = DiscountRows.sum(summaries, findings);
                BigDecimal sum = goods.add(tax).subtract(direction < 0 ? discounts.negate() : discounts);
                readings.add(new Reading(summaries, false, tax, sum));
                if (unsure.signum() != 0) {
                    readings.add(new Reading(summaries, true, tax, sum.subtract(unsure)));
                }
            }
        }
        return readings;
    }

    /** The tax on top as the totals say it, and as the rows of tax do. */
    private static List<BigDecimal> taxes(BigDecimal declared, TaxRules rules, Findings findings) {
        if (!rules.onTop()) {
            return List.of(BigDecimal.ZERO);
        }
        BigDecimal rows = findings.taxOnTop;
        if (declared == null) {
            return List.of(rows == null ? BigDecimal.ZERO : rows);
        }
        return rows == null || declared.compareTo(rows) == 0 ? List.of(declared) : List.of(declared, rows);
    }

    private static BigDecimal unsure(Findings findings) {
        BigDecimal unsure = BigDecimal.ZERO;
        for (ReadLine line : findings.lines.kept()) {
            if (line.line().gross() != null) {
                unsure = line.line().type() == LineType.SALE
                        ? unsure.add(line.unsure())
                        : unsure.subtract(line.unsure());
            }
        }
        return unsure;
    }

    private static BigDecimal gap(Reading reading, BigDecimal target) {
        return reading.sum().subtract(target).abs();
    }

    /** A till may declare what was to pay before tax; then what was paid tells. */
    private static boolean isWithoutTax(BigDecimal declaredTotal, Reading reading, Findings findings) {
        return declaredTotal != null
                && reading.tax().signum() != 0
                && reading.sum().compareTo(declaredTotal.add(reading.tax())) == 0
                && reading.sum().compareTo(findings.tenders.paid()) == 0;
    }
}
