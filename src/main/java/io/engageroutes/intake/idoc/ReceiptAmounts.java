package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what a receipt sold, took off and was paid with. */
final class ReceiptAmounts {

    private final IDocLayout layout;
    private final String currency;
    private final Findings findings;
    private final List<ItemReader.Item> items = new ArrayList<>();
    private final List<BasketDiscount> discounts = new ArrayList<>(2);
    private final List<Tender> tenders = new ArrayList<>(2);
    private BigDecimal rounding = BigDecimal.ZERO;

    ReceiptAmounts(IDocLayout layout, String currency, Findings findings) {
        this.layout = layout;
        this.currency = currency;
        this.findings = findings;
    }

    void read(Element receipt) {
        ItemReader reader = new ItemReader(layout);
        int number = 0;
        for (Element item : receipt.children("E1WPB02")) {
            number++;
            items.add(reader.read(new Segment(item, "E1WPB02 " + number, findings), number));
        }
        int discount = 0;
        for (Element condition : receipt.children("E1WPB05")) {
            discount++;
            discount(new Segment(condition, "E1WPB05 " + discount, findings));
        }
        int tender = 0;
        for (Element payment : receipt.children("E1WPB06")) {
            tender++;
            tender(new Segment(payment, "E1WPB06 " + tender, findings));
        }
    }

    private void discount(Segment condition) {
        String type = condition.field("RABATTART", "KONDITION");
        ConditionRule rule = layout.discounts().get(Objects.toString(type, ""));
        if (rule == null) {
            condition.fault(
                    "condition-unknown",
                    "RABATTART",
                    type,
                    "nobody says what this condition is: add it to discounts in layout " + layout.name()
                            + " as basketDiscount, rounding or ignore");
            return;
        }
        if (rule.meaning() == ConditionRule.Meaning.IGNORE) {
            return;
        }
        BigDecimal written = condition.number("RABVALUE", "KONDVALUE");
        if (written == null) {
            if (condition.field("RABVALUE", "KONDVALUE") == null) {
                condition.fault(
                        "amount-missing",
                        "RABVALUE",
                        null,
                        "must say how much; correct it at the till, or let discounts in layout " + layout.name()
                                + " ignore it");
            }
            return;
        }
        String sign = condition.field("VORZEICHEN");
        if (rule.meaning() == ConditionRule.Meaning.ROUNDING) {
            rounding = rounding.add("-".equals(sign) ? written.abs().negate() : written);
            return;
        }
        BigDecimal value = rule.value(written, sign);
        if (value.signum() < 0) {
            condition.fault(
                    "discount-sign",
                    "RABVALUE",
                    written.toPlainString(),
                    "this discount would raise the price; if this system writes discounts with the other sign, set sign of the "
                            + "condition in discounts of layout " + layout.name());
        } else if (value.signum() > 0) {
            discounts.add(new BasketDiscount(
                    type, rule.description(), value, List.of(), rule.voucherId().first(condition.element())));
        }
    }

    private void tender(Segment payment) {
        String type = payment.field("ZAHLART");
        TenderRule rule = layout.tenders().get(Objects.toString(type, ""));
        if (rule == null) {
            payment.fault(
                    "tender-unknown",
                    "ZAHLART",
                    type,
                    "nobody says what this kind of payment is: add it to tenders in layout " + layout.name()
                            + " as payment, voucher, rounding or ignore");
        } else if (!rule.ignored()) {
            demandOwnCurrency(payment);
            BigDecimal amount = payment.number("SUMME");
            if (amount != null) {
                pay(payment, rule, amount);
            } else if (payment.field("SUMME") == null) {
                payment.fault("amount-missing", "SUMME", null, "must say how much was paid; correct it at the till");
            }
        }
    }

    private void demandOwnCurrency(Segment payment) {
        String paid = payment.field("WAEHRUNG");
        if (paid != null && currency != null && !paid.equals(currency)) {
            payment.fault(
                    "tender-currency",
                    "WAEHRUNG",
                    paid,
                    "must be " + currency + ", the receipt's currency: have payments in others sent in it");
        }
    }

    private void pay(Segment payment, TenderRule rule, BigDecimal amount) {
        String sign = payment.field("VORZEICHEN");
        boolean back = layout.moneyBack().equals(sign) || amount.signum() < 0 || sign == null && onlyTakesBack();
        BigDecimal paid = back ? amount.abs().negate() : amount.abs();
        if (rule.rounding()) {
            rounding = rounding.subtract(paid);
        } else {
            tenders.add(new Tender(
                    rule.type(),
                    rule.description(),
                    paid,
                    rule.voucher(),
                    rule.voucher() ? rule.voucherId().first(payment.element()) : null));
        }
    }

    private boolean sells() {
        return items.stream()
                .map(ItemReader.Item::line)
                .anyMatch(line -> line.type() == LineType.SALE && line.gross().signum() != 0);
    }

    private boolean onlyTakesBack() {
        return !sells() && items.stream().anyMatch(item -> item.line().type() == LineType.RETURN);
    }

    boolean isNothing() {
        return items.isEmpty()
                && discounts.isEmpty()
                && tenders.stream().allMatch(tender -> tender.amount().signum() == 0);
    }

    List<Line> lines() {
        return items.stream().map(ItemReader.Item::line).toList();
    }

    /** Those at items first, as they stand in the receipt. */
    List<BasketDiscount> discounts() {
        List<BasketDiscount> all = new ArrayList<>();
        items.forEach(item -> all.addAll(item.basket()));
        all.addAll(discounts);
        return all;
    }

    List<Tender> tenders() {
        return tenders;
    }

    BigDecimal cashRounding() {
        return rounding.signum() == 0 ? null : rounding;
    }

    /** The VAT of the receipt by its items' amounts; null when one that costs something has none. */
    BigDecimal taxTotal() {
        BigDecimal total = BigDecimal.ZERO;
        for (ItemReader.Item item : items) {
            if (item.tax() == null) {
                if (item.line().gross().signum() != 0) {
                    return null;
                }
            } else {
                total = item.line().type() == LineType.SALE ? total.add(item.tax()) : total.subtract(item.tax());
            }
        }
        return total;
    }
}
