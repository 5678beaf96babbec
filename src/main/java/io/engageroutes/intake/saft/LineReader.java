package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads what was sold, taken back, taken off and put on top in one cashtransaction. */
final class LineReader {

    private final SaftLayout layout;
    private final LineRules rules;
    private final VatReader vat;
    private final Codes codes;

    LineReader(SaftLayout layout, Codes codes) {
        this.layout = layout;
        this.rules = layout.lines;
        this.codes = codes;
        this.vat = new VatReader(layout, codes);
    }

    /** @param total what the transaction comes to, negative when more came back than was sold */
    Basket read(Element transaction, BigDecimal total, Findings findings) {
        Basket basket = new Basket();
        int position = 0;
        for (Element child = transaction.firstChild(); child != null; child = child.next()) {
            switch (child.name()) {
                case "ctLine" -> line(child, ++position, total.signum() > 0, basket, findings);
                case "discount" -> {
                    LineDiscount discount = discount(child, "discount/", findings);
                    if (discount.amount().signum() != 0) {
                        basket.discounts.add(new BasketDiscount(
                                discount.type(), discount.description(), discount.amount(), List.of(), null));
                    }
                }
                default -> {
                    // the others are not about lines
                }
            }
        }
        basket.assignDiscountLines();
        settleLineDiscounts(basket, total);
        return basket;
    }

    private void line(Element line, int position, boolean isSale, Basket basket, Findings findings) {
        String at = "ctLine " + position + "/";
        String type = Findings.text(line, "lineType");
        if (codes.isOneOf(rules.ignoredTypes(), Codes.LINES, type)) {
            return;
        }
        BigDecimal amount = findings.required(line, "lineAmntIn", at);
        BigDecimal quantity = findings.amount(line, "qnt", at);
        boolean returned = codes.isOneOf(rules.returnTypes(), Codes.LINES, type);
        boolean back = returned || rules.isReturn(amount.signum(), Findings.text(line, "amntTp"));
        boolean minusAlone = amount.signum() < 0 && (quantity == null || quantity.signum() >= 0);
        if (codes.isOneOf(rules.discountTypes(), Codes.LINES, type)
                || minusAlone && !returned && isSale && rules.negativeIsDiscount()) {
            basket.discountLine(type, name(line), amount.abs(), vat.percent(line, at, findings));
            return;
        }
        boolean nothing = amount.signum() == 0;
        if (nothing && quantity != null && quantity.signum() == 0) {
            return;
        }
        if (!nothing && !back && quantity != null && quantity.signum() < 0) {
            findings.fault(
                    "line-signs-differ",
                    at + "qnt",
                    quantity.toPlainString(),
                    "must not have a minus where lineAmntIn has none and amntTp is not D; correct it at the sender");
        }
        boolean isReturn = back || nothing && quantity != null && quantity.signum() < 0;
        basket.lines.add(goods(line, position, isReturn, amount.abs(), quantity, at, findings));
    }

    private Line goods(
            Element line,
            int position,
            boolean isReturn,
            BigDecimal gross,
            BigDecimal quantity,
            String at,
            Findings findings) {
        String group = Findings.text(line, "artGroupID");
        String article = Findings.text(line, "artID");
        String sku = article == null ? group : article;
        if (sku == null) {
            findings.fault(
                    "article-missing",
                    at + "artID",
                    null,
                    "must say what was sold, here or in artGroupID; correct it at the sender, or list the lineType "
                            + "in lines.discountTypes or lines.ignoredTypes of layout " + layout.name);
        }
        LineKind kind = rules.kind(Findings.text(line, "lineType"), group, article, codes);
        return new Line(
                position,
                isReturn ? LineType.RETURN : LineType.SALE,
                kind,
                sku,
                sku,
                name(line),
                group,
                quantity == null || quantity.signum() == 0 ? BigDecimal.ONE : quantity.abs(),
                null,
                gross,
                vat.percent(line, at, findings),
                vat.amount(line, at, findings),
                discounts(line, at, findings),
                null,
                null);
    }

    /** The article's name; for those that the document does not list, whatever else there is to print. */
    private String name(Element line) {
        String article = Findings.text(line, "artID");
        String group = Findings.text(line, "artGroupID");
        String[] names = {
            codes.article(article),
            Findings.text(line, "cashTransLineDescr"),
            codes.text(Codes.GROUPS, group),
            article,
            group,
            codes.text(Codes.LINES, Findings.text(line, "lineType"))
        };
        for (String name : names) {
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private List<LineDiscount> discounts(Element line, String at, Findings findings) {
        List<LineDiscount> discounts = new ArrayList<>(0);
        for (Element child = line.firstChild(); child != null; child = child.next()) {
            if (child.name().equals("discount")) {
                LineDiscount discount = discount(child, at + "discount/", findings);
                if (discount.amount().signum() != 0) {
                    discounts.add(discount);
                }
            }
        }
        return discounts;
    }

    private LineDiscount discount(Element discount, String at, Findings findings) {
        String type = Findings.text(discount, "dscTp");
        return new LineDiscount(
                type,
                codes.text(Codes.DISCOUNTS, type),
                findings.required(discount, "dscAmnt", at).abs());
    }

    /** Told by the total where the layout does not say whether the lines' amounts contain their discounts. */
    private void settleLineDiscounts(Basket basket, BigDecimal total) {
        BigDecimal own = basket.lineDiscounts();
        boolean before =
                switch (rules.discounts()) {
                    case "before" -> true;
                    case "included" -> false;
                    default -> {
                        BigDecimal gap = basket.sum().subtract(own).subtract(total);
                        boolean fits = basket.sum().compareTo(total) == 0
                                || basket.sum()
                                                .subtract(basket.basketDiscounts())
                                                .compareTo(total)
                                        == 0;
                        yield !fits && (gap.signum() == 0 || gap.compareTo(basket.basketDiscounts()) == 0);
                    }
                };
        if (before && own.signum() != 0) {
            basket.takeOffLineDiscounts();
        }
    }
}
