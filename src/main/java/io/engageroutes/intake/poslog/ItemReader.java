package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads a sold or returned line. Its type carries the sign; quantity and amounts come out positive. */
final class ItemReader {

    private final ItemRules rules;
    private final LineRules lines;

    ItemReader(ItemRules rules, LineRules lines) {
        this.rules = rules;
        this.lines = lines;
    }

    /**
     * @param returnElement whether the element itself says that it is a return
     * @param takesBack whether it is an extra line that voids another one by counting against it
     */
    void read(Element item, int number, boolean returnElement, boolean takesBack, Findings findings) {
        BigDecimal quantity = findings.decimal(rules.quantity(), item);
        BigDecimal gross = findings.decimal(rules.gross(), item);
        boolean returned = returnElement
                || lines.returned().holds(item)
                || lines.negativeQuantityReturns() && isNegative(quantity)
                || lines.negativeAmountReturns() && isNegative(gross);
        if (takesBack) {
            returned = returnElement != (isNegative(gross) || isNegative(quantity));
        } else if (!returned) {
            checkSigns(quantity, gross, findings);
        }
        findings.lines.add(new Line(
                number,
                returned ? LineType.RETURN : LineType.SALE,
                kind(item),
                rules.sku().first(item),
                rules.articleNumber().first(item),
                rules.name().first(item),
                rules.group().first(item),
                positive(quantity),
                positive(findings.decimal(rules.unitPrice(), item)),
                positive(gross),
                findings.decimal(rules.taxPercent(), item),
                positive(findings.decimal(rules.taxAmount(), item)),
                discounts(item, quantity, findings),
                null,
                null));
    }

    private void checkSigns(BigDecimal quantity, BigDecimal gross, Findings findings) {
        if (isNegative(quantity)) {
            findings.fault(
                    "negative-quantity",
                    rules.quantity(),
                    quantity.toPlainString(),
                    "a sold line must have a positive quantity; if this till writes returns so, set "
                            + "lines.negativeQuantity to return in profile " + findings.profile);
        }
        if (isNegative(gross)) {
            findings.fault(
                    "amount-negative",
                    rules.gross(),
                    gross.toPlainString(),
                    "a sold line must have a positive amount; if this till writes returns so, set "
                            + "lines.negativeAmount to return in profile " + findings.profile);
        }
    }

    private LineKind kind(Element item) {
        String kind = rules.kind().first(item);
        return kind == null ? LineKind.GOODS : rules.kinds().getOrDefault(kind, LineKind.GOODS);
    }

    private List<LineDiscount> discounts(Element item, BigDecimal quantity, Findings findings) {
        if (rules.discounts().isEmpty()) {
            return List.of();
        }
        List<LineDiscount> discounts = new ArrayList<>(0);
        BigDecimal pieces = quantity == null ? BigDecimal.ONE : quantity.abs();
        for (PriceRule rule : rules.discounts()) {
            rule.element().each(item, change -> {
                BigDecimal amount = amount(rule, change, pieces, findings);
                if (amount != null && amount.signum() > 0) {
                    String type = rule.type().first(change);
                    discounts.add(new LineDiscount(
                            type == null ? change.name() : type,
                            rule.description().first(change),
                            amount));
                }
            });
        }
        return discounts;
    }

    /** What was taken off the whole line; null when the price change does not say, negative when the price went up. */
    private static BigDecimal amount(PriceRule rule, Element change, BigDecimal pieces, Findings findings) {
        BigDecimal amount = findings.decimal(rule.amount(), change);
        if (rule.lineTotal()) {
            return amount;
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

    private static boolean isNegative(BigDecimal number) {
        return number != null && number.signum() < 0;
    }

    private static BigDecimal positive(BigDecimal number) {
        return isNegative(number) ? number.negate() : number;
    }
}
