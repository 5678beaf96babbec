package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.BasketDiscount;
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
                if (rule.counts()) {
                    basket(rule, discount, findings);
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

    private static void basket(DiscountRule rule, Element discount, Findings findings) {
        int before = findings.faults().size();
        BigDecimal written = findings.decimal(rule.amount(), discount);
        if (written == null) {
            if (findings.faults().size() == before) {
                findings.fault("discount-amount-missing", rule.amount(), null, "a discount must say how much it is");
            }
            return;
        }
        BigDecimal amount = rule.negative() ? written.negate() : written;
        if (amount.signum() < 0) {
            findings.fault(
                    "discount-sign",
                    rule.amount(),
                    written.toPlainString(),
                    "this discount would raise the price; if this till writes discounts with the other sign, set sign of "
                            + "the rule in discounts of profile " + findings.profile);
        } else if (amount.signum() > 0) {
            String type = rule.type().first(discount);
            findings.discounts.add(new BasketDiscount(
                    type == null ? discount.name() : type,
                    rule.description().first(discount),
                    amount,
                    List.of(),
                    rule.voucherId().first(discount)));
        }
    }
}
