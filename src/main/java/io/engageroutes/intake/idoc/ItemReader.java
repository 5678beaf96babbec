package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads one item of a receipt with its conditions and its VAT. */
final class ItemReader {

    private static final Set<String> KNOWN = Set.of("E1WPB03", "E1WPB04", "E1WXX01");

    private final IDocLayout layout;
    private final ItemRules rules;

    ItemReader(IDocLayout layout) {
        this.layout = layout;
        this.rules = layout.item();
    }

    /**
     * An item as read.
     *
     * @param basket discounts on the whole receipt that stand at this item
     * @param tax the VAT amounts in it; null when it has none
     */
    record Item(Line line, List<BasketDiscount> basket, BigDecimal tax) {}

    /** Null when the item has faults that leave no line. */
    Item read(Segment segment, int number) {
        segment.demandKnown(KNOWN, layout.ignored());
        LineType type = type(segment);
        BigDecimal quantity = segment.number("MENGE");
        if (quantity == null && segment.field("MENGE") == null) {
            segment.fault("quantity-missing", "MENGE", null, "must say how many; correct it at the till");
        } else if (quantity != null && quantity.signum() < 0) {
            segment.fault(
                    "quantity-sign",
                    "MENGE",
                    segment.field("MENGE"),
                    "must not be negative, for VORZEICHEN says which way the goods went; correct it at the till");
        }
        Conditions conditions = new Conditions(rules, quantity == null ? BigDecimal.ONE : quantity);
        conditions.read(segment);
        BigDecimal percent = percent(segment);
        BigDecimal tax = tax(segment);
        Element item = segment.element();
        String sku = article(rules.sku().first(item), item);
        String name = rules.name().first(item);
        Line line = new Line(
                number,
                type,
                rules.kinds().getOrDefault(Objects.toString(rules.kind().first(item), ""), LineKind.GOODS),
                sku,
                article(rules.articleNumber().first(item), item),
                name == null ? sku : name,
                rules.group().first(item),
                quantity,
                null,
                conditions.gross(),
                rules.taxFrom() == ItemRules.TaxFrom.AMOUNTS ? null : percent,
                rules.taxFrom() == ItemRules.TaxFrom.AMOUNTS ? tax : null,
                conditions.discounts(),
                null,
                null);
        return new Item(line, conditions.basket(), rules.taxFrom() == ItemRules.TaxFrom.CODES_ONLY ? null : tax);
    }

    private LineType type(Segment segment) {
        String sign = segment.field("VORZEICHEN");
        if (!"-".equals(sign) && !"+".equals(sign)) {
            segment.fault(
                    "item-sign",
                    "VORZEICHEN",
                    sign,
                    "must be " + rules.sold()
                            + " for goods that were sold or the other sign for goods that came back; correct it at the till, or item.sold in layout "
                            + layout.name());
        }
        return rules.sold().equals(sign) ? LineType.SALE : LineType.RETURN;
    }

    private String article(String id, Element item) {
        String qualifier = rules.qualifier().first(item);
        boolean kept = qualifier != null && layout.zeros().kept().contains(qualifier);
        return LeadingZeros.written(id, layout.zeros().article() && !kept);
    }

    private BigDecimal percent(Segment item) {
        BigDecimal percent = null;
        if (rules.taxFrom() == ItemRules.TaxFrom.AMOUNTS) {
            return null;
        }
        for (Element element : item.element().children("E1WPB04")) {
            Segment tax = new Segment(element, item.where() + "/E1WPB04", item.findings());
            String code = tax.field("MWSKZ");
            BigDecimal known = code == null ? null : rules.taxCodes().get(code);
            if (known == null) {
                tax.fault(
                        "tax-code-unknown",
                        "MWSKZ",
                        code,
                        "nobody says which rate this tax code is: add it to item.taxCodes in layout " + layout.name()
                                + ", such as A1: 25");
            } else if (percent != null && percent.compareTo(known) != 0) {
                tax.fault(
                        "tax-code-differs",
                        "MWSKZ",
                        code,
                        "must be the same rate in one item, and this one has two; correct it at the till, or taxCodes in layout "
                                + layout.name());
            }
            percent = known == null ? percent : known;
        }
        return percent;
    }

    private static BigDecimal tax(Segment item) {
        BigDecimal sum = null;
        for (Element element : item.element().children("E1WPB04")) {
            BigDecimal amount = new Segment(element, item.where() + "/E1WPB04", item.findings()).number("MWSBT");
            if (amount != null) {
                sum = sum == null ? amount.abs() : sum.add(amount.abs());
            }
        }
        return sum;
    }
}
