package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import java.math.BigDecimal;
import java.util.List;

/** Reads a separate discount line. */
final class DiscountReader {

    private final List<DiscountRule> rules;

    DiscountReader(List<DiscountRule> rules) {
        this.rules = rules;
    }

    void read(Element discount, Findings findings) {
        for (DiscountRule rule : rules) {
            if (rule.isFor(discount)) {
                if (rule.as() != DiscountRule.As.INFORMATION) {
                    counted(rule, discount, findings);
                } else if (!rule.amount().isEmpty()) {
                    contained(rule, discount, findings);
                }
                return;
            }
        }
        findings.fault(
                "unknown-discount",
                discount.name(),
                null,
                "no rule says whether the lines already contain this discount: add one to discounts in profile "
                        + findings.profile);
    }

    private static void contained(DiscountRule rule, Element discount, Findings findings) {
        BigDecimal amount = findings.decimal(rule.amount(), discount);
        if (amount != null && amount.signum() != 0) {
            findings.contained.add(amount.abs());
        }
    }

    private static void counted(DiscountRule rule, Element discount, Findings findings) {
        int before = findings.faults().size();
        BigDecimal written = findings.decimal(rule.amount(), discount);
        if (written == null) {
            if (findings.faults().size() == before) {
                findings.fault("discount-amount-missing", rule.amount(), null, "a discount must say how much it is");
            }
            return;
        }
        String type = rule.type().first(discount);
        findings.discountRows.add(new DiscountRow(
                rule.as() == DiscountRule.As.SUMMARY,
                rule.id().first(discount),
                rule.line().first(discount),
                type == null ? discount.name() : type,
                rule.description().first(discount),
                rule.negative() ? written.negate() : written,
                rule.voucherId().first(discount),
                findings.here(rule.amount())));
    }
}
