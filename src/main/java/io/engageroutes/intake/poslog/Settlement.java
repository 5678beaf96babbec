package io.engageroutes.intake.poslog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides by the declared totals what a till's lines leave open: whether deposits are given back, whether amounts contain their discounts, whether a summary or its
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
     * @param givenBack whether lines that may be given back without a sign are
     * @param summaries whether summaries of discounts count where there are details too
     * @param deduct whether discounts that may be in the amounts are not
     * @param sum what lines, discounts and tax come to
     */
    private record Reading(boolean givenBack, boolean summaries, boolean deduct, BigDecimal tax, BigDecimal sum) {

        BigDecimal gap(BigDecimal target) {
            return sum.subtract(target).abs();
        }
    }

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final List<Boolean> NO = List.of(false);
    private static final List<Boolean> BOTH = List.of(false, true);

    /** Settles lines, discounts and payments, in that order. */
    static Settlement of(BigDecimal declaredTotal, BigDecimal declaredTax, TaxRules rules, Findings findings) {
        findings.lines.settle(findings);
        BigDecimal target = declaredTotal == null ? findings.tenders.paid() : declaredTotal;
        Reading best = null;
        for (Reading reading : readings(declaredTax, rules, findings)) {
            if (best == null || reading.gap(target).compareTo(best.gap(target)) < 0) {
                best = reading;
            }
        }
        if (best.givenBack()) {
            findings.lines.kept().replaceAll(ReadLine::givenBack);
        }
        if (best.deduct()) {
            findings.lines.kept().replaceAll(ReadLine::deducted);
        }
        DiscountRows.settle(best.summaries(), findings);
        BigDecimal total = rules.onTop() && isWithoutTax(declaredTotal, best, findings)
                ? best.sum()
                : withoutVoucher(declaredTotal, best, findings);
        if (declaredTotal == null || !isRounding(best.gap(total), findings)) {
            findings.confirmSuspicions();
        }
        if (findings.rounding != null) {
            findings.tenders.settle(total == null ? best.sum() : total, findings.rounding.abs());
        }
        return new Settlement(total, rules.onTop() ? best.tax() : declaredTax);
    }

    /** What was to pay when a voucher that the lines contain as a discount is a payment too; it may be in the declared total or not. */
    private static BigDecimal withoutVoucher(BigDecimal declaredTotal, Reading best, Findings findings) {
        if (declaredTotal == null || findings.contained.isEmpty() || findings.rounding == null) {
            return declaredTotal;
        }
        BigDecimal off = findings.tenders.voucherListedTwice(findings.contained, (others, less) -> {
            BigDecimal toPay = declaredTotal.subtract(less);
            BigDecimal rounded = others.subtract(toPay).abs();
            return isRounding(best.gap(toPay), findings)
                    && (rounded.signum() == 0 || rounded.compareTo(findings.rounding.abs()) == 0);
        });
        return off == null ? declaredTotal : declaredTotal.subtract(off);
    }

    /** Lines with more decimals than the currency may be off by half a unit each. */
    private static boolean isRounding(BigDecimal gap, Findings findings) {
        BigDecimal lines = BigDecimal.valueOf(findings.lines.kept().size());
        return gap.compareTo(HALF_A_CENT.multiply(lines)) <= 0;
    }

    private static List<Reading> readings(BigDecimal declaredTax, TaxRules rules, Findings findings) {
        List<ReadLine> lines = findings.lines.kept();
        List<Reading> readings = new ArrayList<>(1);
        for (boolean givenBack : lines.stream().anyMatch(ReadLine::signless) ? BOTH : NO) {
            LineSums sums = LineSums.of(
                    givenBack ? lines.stream().map(ReadLine::givenBack).toList() : lines);
            for (BigDecimal tax : taxes(declaredTax, rules, findings)) {
                for (boolean summaries : findings.discountRows.stream().anyMatch(DiscountRow::summary) ? BOTH : NO) {
                    BigDecimal sum =
                            sums.less(DiscountRows.sum(summaries, findings)).add(tax);
                    readings.add(new Reading(givenBack, summaries, false, tax, sum));
                    if (sums.unsure().signum() != 0) {
                        readings.add(new Reading(givenBack, summaries, true, tax, sum.subtract(sums.unsure())));
                    }
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

    /** A till may declare what was to pay before tax; then what was paid tells. */
    private static boolean isWithoutTax(BigDecimal declaredTotal, Reading reading, Findings findings) {
        return declaredTotal != null
                && reading.tax().signum() != 0
                && reading.sum().compareTo(declaredTotal.add(reading.tax())) == 0
                && reading.sum().compareTo(findings.tenders.paid()) == 0;
    }
}
