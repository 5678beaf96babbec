package io.engageroutes.intake.idoc;

import io.engageroutes.intake.idoc.ConditionRule.Meaning;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.LineDiscount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what the conditions (E1WPB03) of one item make of its price. */
final class Conditions {

    private final ItemRules rules;
    private final BigDecimal pieces;
    private final List<LineDiscount> discounts = new ArrayList<>(0);
    private final List<BasketDiscount> basket = new ArrayList<>(0);
    private BigDecimal gross = BigDecimal.ZERO;
    private boolean priced;
    private boolean discounted;

    /** @param pieces the item's quantity */
    Conditions(ItemRules rules, BigDecimal pieces) {
        this.rules = rules;
        this.pieces = pieces;
    }

    /** The item's price after its own discounts; nothing when it has no conditions at all. */
    BigDecimal gross() {
        return gross;
    }

    List<LineDiscount> discounts() {
        return discounts;
    }

    /** Discounts on the whole receipt that stand at this item. */
    List<BasketDiscount> basket() {
        return basket;
    }

    void read(Segment item) {
        for (Element element : item.element().children("E1WPB03")) {
            condition(new Segment(element, item.where() + "/E1WPB03", item.findings()));
        }
        if (discounted && !priced) {
            item.fault(
                    "price-missing",
                    "E1WPB03",
                    null,
                    "must have a condition that is its price, or no discount either; correct it at the till, or conditions in the layout");
        }
        if (gross.signum() < 0) {
            item.fault(
                    "amount-negative",
                    "E1WPB03",
                    gross.toPlainString(),
                    "the discounts are more than the price; correct the conditions or their signs in layout "
                            + item.findings().layout());
        }
    }

    private void condition(Segment condition) {
        String type = condition.field("KONDITION");
        ConditionRule rule = rules.conditions().get(Objects.toString(type, ""));
        if (rule == null) {
            condition.fault(
                    "condition-unknown",
                    "KONDITION",
                    type,
                    "nobody says what this condition is: add it to item.conditions in layout "
                            + condition.findings().layout() + " as price, lineDiscount, basketDiscount or ignore");
        } else if (rule.meaning() != Meaning.IGNORE) {
            priced |= rule.meaning() == Meaning.PRICE;
            discounted |= rule.meaning() != Meaning.PRICE;
            BigDecimal value = value(condition, rule);
            if (value != null) {
                take(rule, type, value, condition.element());
            }
        }
    }

    private BigDecimal value(Segment condition, ConditionRule rule) {
        BigDecimal written = condition.number("KONDVALUE");
        if (written == null && condition.field("KONDVALUE") == null) {
            condition.fault("amount-missing", "KONDVALUE", null, "must say how much; correct it at the till");
        }
        if (written == null) {
            return null;
        }
        BigDecimal value = rule.value(written, condition.field("VORZEICHEN"));
        return rule.perPiece() ? value.multiply(pieces) : value;
    }

    /** A discount that raises is part of the price: nothing was taken off. */
    private void take(ConditionRule rule, String type, BigDecimal value, Element from) {
        boolean off = value.signum() > 0;
        if (rule.meaning() == Meaning.PRICE) {
            gross = gross.add(value);
        } else if (rule.meaning() == Meaning.BASKET_DISCOUNT && off) {
            basket.add(new BasketDiscount(
                    type, rule.description(), value, List.of(), rule.voucherId().first(from)));
        } else {
            gross = gross.subtract(value);
            if (off) {
                discounts.add(new LineDiscount(type, rule.description(), value));
            }
        }
    }
}
