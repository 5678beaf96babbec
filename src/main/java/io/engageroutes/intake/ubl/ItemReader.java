package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Decimals;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Makes the receipt's line of an invoice line. */
final class ItemReader {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** As many as a receipt's quantity may have; UBL sets no limit, and what was paid does not depend on it. */
    private static final int MOST_DECIMALS = 6;

    private final ItemRules rules;
    private final int decimals;

    ItemReader(ItemRules rules, int decimals) {
        this.rules = rules;
        this.decimals = decimals;
    }

    Line line(PricedPart priced) {
        Part part = priced.part();
        Element line = part.element();
        return new Line(
                part.number(),
                part.type(),
                rules.kindOf(line),
                rules.sku().first(line),
                rules.articleNumber().first(line),
                rules.name().first(line),
                rules.group().first(line),
                quantity(part.quantity()),
                unitPrice(line, priced.percent()),
                priced.amount(decimals),
                priced.percent(),
                null,
                discounts(line, part.quantity(), priced.percent()),
                null,
                null);
    }

    private static BigDecimal quantity(BigDecimal written) {
        BigDecimal rounded = written.scale() <= MOST_DECIMALS
                ? written
                : written.setScale(MOST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? BigDecimal.ONE.movePointLeft(MOST_DECIMALS) : rounded;
    }

    /** The price of one before discounts, with VAT; null when the line does not say. */
    private BigDecimal unitPrice(Element line, BigDecimal percent) {
        BigDecimal price = number(line.text("Price", "PriceAmount"));
        if (price == null) {
            return null;
        }
        Element reduction = line.at("Price", "AllowanceCharge");
        BigDecimal off = isAllowance(reduction) ? number(reduction.text("Amount")) : null;
        return withTax(perPiece(line, off == null ? price : price.add(off)), percent, decimals + 2);
    }

    /** What was taken off, with VAT, for people and Engage; the line's amount is the one after it. */
    private List<LineDiscount> discounts(Element line, BigDecimal quantity, BigDecimal percent) {
        List<LineDiscount> discounts = new ArrayList<>(0);
        Element reduction = line.at("Price", "AllowanceCharge");
        if (isAllowance(reduction)) {
            BigDecimal off = number(reduction.text("Amount"));
            add(reduction, off == null ? null : perPiece(line, off).multiply(quantity), percent, discounts);
        }
        for (Element change : line.children("AllowanceCharge")) {
            if (isAllowance(change)) {
                add(change, number(change.text("Amount")), percent, discounts);
            }
        }
        return discounts;
    }

    private void add(Element change, BigDecimal net, BigDecimal percent, List<LineDiscount> discounts) {
        BigDecimal amount = net == null ? BigDecimal.ZERO : withTax(net.abs(), percent, decimals);
        if (amount.signum() > 0) {
            String code = change.text("AllowanceChargeReasonCode");
            discounts.add(
                    new LineDiscount(code == null ? "allowance" : code, change.text("AllowanceChargeReason"), amount));
        }
    }

    private static boolean isAllowance(Element change) {
        String indicator = change == null ? null : change.text("ChargeIndicator");
        return "false".equals(indicator) || "0".equals(indicator);
    }

    private static BigDecimal perPiece(Element line, BigDecimal amount) {
        BigDecimal base = number(line.text("Price", "BaseQuantity"));
        return base == null || base.signum() <= 0 ? amount : amount.divide(base, 10, RoundingMode.HALF_UP);
    }

    private static BigDecimal withTax(BigDecimal net, BigDecimal percent, int decimals) {
        return net.multiply(HUNDRED.add(percent)).movePointLeft(2).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Only information, so one that cannot be read is left out; what counts is the line's amount. */
    private static BigDecimal number(String text) {
        return text == null ? null : Decimals.parse(text);
    }
}
