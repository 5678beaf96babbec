package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the declared totals, and says how much was rounded to coins. */
final class TotalReader {

    private final TotalRules rules;

    TotalReader(TotalRules rules) {
        this.rules = rules;
    }

    BigDecimal total(Element transaction, Findings findings) {
        BigDecimal total = read(rules.total(), transaction, findings);
        boolean negate = rules.unsigned()
                && total != null
                && total.signum() > 0
                && findings.goods().signum() < 0;
        return negate ? total.negate() : total;
    }

    BigDecimal tax(Element transaction, Findings findings) {
        BigDecimal tax = read(rules.tax(), transaction, findings);
        boolean negate = rules.unsigned()
                && tax != null
                && tax.signum() > 0
                && findings.goods().signum() < 0;
        return negate ? tax.negate() : tax;
    }

    private static BigDecimal read(TotalRules.Total rule, Element transaction, Findings findings) {
        if (!rule.summed()) {
            return findings.decimal(rule.paths(), transaction);
        }
        List<BigDecimal> parts = new ArrayList<>();
        rule.paths().eachValue(transaction, text -> {
            BigDecimal part = findings.decimal(text, rule.paths());
            if (part != null) {
                parts.add(part);
            }
        });
        return parts.stream().reduce(BigDecimal::add).orElse(null);
    }

    /**
     * What rounding added to the total, or null when nothing was rounded.
     *
     * <p>Tills write the rounding without a sign. Where it is what the tenders differ by from the total, the difference has the sign; it
     * also stands in for a rounding that says only its direction.
     */
    static BigDecimal rounding(BigDecimal total, Findings findings) {
        if (!findings.rounded) {
            return null;
        }
        BigDecimal difference = findings.tenders.paid().subtract(total == null ? findings.goods() : total);
        BigDecimal written = findings.rounding;
        boolean same = written == null || written.abs().compareTo(difference.abs()) == 0;
        BigDecimal rounding = same ? difference : written;
        return rounding.signum() == 0 ? null : rounding;
    }
}
