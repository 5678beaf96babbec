package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Compares what an invoice declares with what follows from it; each difference is a fault that names both figures. */
final class Checks {

    private final Amounts amounts;
    private final Findings findings;

    Checks(Amounts amounts, Findings findings) {
        this.amounts = amounts;
        this.findings = findings;
    }

    void sum(String code, String where, BigDecimal declared, List<BigDecimal> parts, String whatTheyAre) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!amounts.same(sum, declared, parts)) {
            findings.add(
                    code,
                    where,
                    amounts.shown(declared),
                    "must be " + amounts.shown(sum) + ", " + whatTheyAre
                            + "; have the invoice corrected and sent again");
        }
    }

    /** The parts must make up the taxable amount, and the rate its VAT, give or take a unit for each part that rounds on its own. */
    void category(TaxGroup group) {
        if (group.category != null) {
            sum(
                    "tax-category-mismatch",
                    "TaxSubtotal " + group.category + "/TaxableAmount",
                    group.taxable,
                    group.parts.stream().map(Part::net).toList(),
                    "lines, charges and allowances of this VAT category");
        }
        BigDecimal computed = group.computedTax();
        BigDecimal tolerated = BigDecimal.valueOf(Math.max(1, group.parts.size()), amounts.decimals());
        if (computed.subtract(group.tax).abs().compareTo(tolerated) > 0) {
            findings.add(
                    "tax-mismatch",
                    group.category == null ? "TaxTotal/TaxAmount" : "TaxSubtotal " + group.category + "/TaxAmount",
                    amounts.shown(group.tax),
                    "must be " + amounts.shown(computed.setScale(amounts.decimals(), RoundingMode.HALF_UP))
                            + ", the VAT that follows from the amounts and rates of " + group + ", give or take "
                            + tolerated.toPlainString() + "; have the invoice corrected and sent again");
        }
    }
}
