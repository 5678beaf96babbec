package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import java.math.BigDecimal;

/** Adds up the rows of tax on top of the amounts; there is one for every tax authority. */
final class TaxReader {

    private final TaxRules rules;

    TaxReader(TaxRules rules) {
        this.rules = rules;
    }

    void read(Element row, Findings findings) {
        BigDecimal amount = findings.decimal(rules.amount(), row);
        if (amount == null || amount.signum() == 0) {
            return;
        }
        BigDecimal percent = findings.decimal(rules.percent(), row);
        findings.taxOnTopPercent = findings.taxOnTop == null ? percent : null;
        findings.taxOnTop = findings.taxOnTop == null ? amount : findings.taxOnTop.add(amount);
    }
}
