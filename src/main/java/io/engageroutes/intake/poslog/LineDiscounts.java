package io.engageroutes.intake.poslog;

import io.engageroutes.intake.poslog.PriceRule.Deduct;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.LineDiscount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What was taken off the price of one line.
 *
 * @param toDeduct how much of it the line's amount does not contain yet
 * @param unsure how much of it the line's amount may or may not contain
 */
record LineDiscounts(List<LineDiscount> all, BigDecimal toDeduct, BigDecimal unsure) {

    private static final LineDiscounts NONE = new LineDiscounts(List.of(), BigDecimal.ZERO, BigDecimal.ZERO);

    static LineDiscounts read(List<PriceRule> rules, Element item, BigDecimal quantity, Findings findings) {
        if (rules.isEmpty()) {
            return NONE;
        }
        List<LineDiscount> all = new ArrayList<>(0);
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal pieces = quantity == null ? BigDecimal.ONE : quantity.abs();
        for (PriceRule rule : rules) {
            rule.element().each(item, change -> {
                BigDecimal amount = amount(rule, change, pieces, findings);
                if (amount != null && rule.deduct() != Deduct.NEVER) {
                    int sum = rule.deduct() == Deduct.ALWAYS ? 0 : 1;
                    sums[sum] = sums[sum].add(amount);
                }
                if (amount != null && amount.signum() > 0) {
                    String type = rule.type().first(change);
                    all.add(new LineDiscount(
                            type == null ? change.name() : type,
                            rule.description().first(change),
                            amount));
                }
            });
        }
        return all.isEmpty() && sums[0].signum() == 0 && sums[1].signum() == 0
                ? NONE
                : new LineDiscounts(all, sums[0], sums[1]);
    }

    /** What was taken off the whole line; null when the price change does not say, negative when the price went up. */
    private static BigDecimal amount(PriceRule rule, Element change, BigDecimal pieces, Findings findings) {
        if (rule.unless().holds(change)) {
            return null;
        }
        BigDecimal amount = findings.decimal(rule.amount(), change);
        if (rule.lineTotal() || rule.wholeLine().exist(change)) {
            // tills differ in the sign of what was taken off
            return amount == null || rule.deduct() == Deduct.NEVER ? amount : amount.abs();
        }
        String action = rule.action().first(change);
        BigDecimal previous = findings.decimal(rule.previousPrice(), change);
        BigDecimal replaced = findings.decimal(rule.newPrice(), change);
        BigDecimal after = replaced == null && "Replace".equals(action) ? amount : replaced;
        if (previous != null && after != null) {
            return previous.subtract(after).multiply(pieces);
        }
        return "Subtract".equals(action) && amount != null ? amount.multiply(pieces) : null;
    }
}
