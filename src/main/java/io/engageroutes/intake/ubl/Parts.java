package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads what an invoice's total is made of. */
final class Parts {

    private final ItemRules rules;
    private final Amounts amounts;
    private final Findings findings;
    private final boolean reversed;
    private final List<Part> parts = new ArrayList<>();

    Parts(ItemRules rules, Amounts amounts, boolean reversed, Findings findings) {
        this.rules = rules;
        this.amounts = amounts;
        this.reversed = reversed;
        this.findings = findings;
    }

    /** The lines, then the charges and allowances of the whole invoice; what has no amount is left out. */
    List<Part> read(Element invoice) {
        int number = 0;
        for (Element line : invoice.children("InvoiceLine", "CreditNoteLine")) {
            number++;
            line(line, number);
        }
        if (number == 0) {
            findings.add(
                    "lines-missing",
                    invoice.name(),
                    null,
                    "must have at least one line: what was sold; have the invoice sent with its lines");
        }
        int position = 0;
        for (Element change : invoice.children("AllowanceCharge")) {
            number++;
            position++;
            change(change, number, "AllowanceCharge " + position);
        }
        return parts;
    }

    private void line(Element line, int number) {
        String where = line.name() + " " + number;
        BigDecimal net = amounts.required(line.child("LineExtensionAmount"), where + "/LineExtensionAmount");
        Category tax = category(line, where + "/Item/ClassifiedTaxCategory");
        Element counted = line.children("InvoicedQuantity", "CreditedQuantity").stream()
                .findFirst()
                .orElse(null);
        String at = where + "/" + (counted == null ? "Quantity" : counted.name());
        BigDecimal quantity = counted == null ? BigDecimal.ONE : findings.decimal(counted.text(), at);
        if (net == null || quantity == null) {
            if (counted != null && (counted.text() == null || counted.text().isEmpty())) {
                findings.add("quantity-missing", at, null, "must say how many; leave the element out for one");
            }
            return;
        }
        BigDecimal signed =
                counted == null ? BigDecimal.valueOf(net.signum()) : reversed ? quantity.negate() : quantity;
        boolean discount = rules.discount().holds(line);
        if (!discount && signed.signum() * net.signum() < 0) {
            discount = quantity.signum() > 0 && rules.negativeAmount() == ItemRules.Negative.DISCOUNT;
            if (!discount && (quantity.signum() < 0 || rules.negativeAmount() == ItemRules.Negative.REJECT)) {
                findings.add("quantity-sign", at, counted.text(), signRule(quantity));
                return;
            }
        }
        add(line, number, where, net, tax, signed, discount, at);
    }

    /** The line's only one: nothing says which part of its amount would be in which. */
    private Category category(Element line, String where) {
        Element item = line.child("Item");
        Element total = line.child("TaxTotal");
        List<Element> written = item == null ? List.of() : item.children("ClassifiedTaxCategory");
        if (written.isEmpty() && total != null) {
            written = total.children("TaxSubtotal").stream()
                    .map(subtotal -> subtotal.child("TaxCategory"))
                    .filter(Objects::nonNull)
                    .toList();
        }
        Category first = null;
        for (Element each : written) {
            Category next = Category.read(each, where, findings);
            if (first != null && next != null && !next.isSame(first)) {
                findings.add(
                        "tax-category-several",
                        where,
                        first + ", " + next,
                        "must be one VAT category: a line cannot be split, so have it sent as a line for each");
                return first;
            }
            first = first == null ? next : first;
        }
        return first;
    }

    private String signRule(BigDecimal quantity) {
        return quantity.signum() < 0
                ? "must have the sign of the line's amount: a line is either bought or comes back; correct it at the sender"
                : "the line's amount has the other sign: if this system writes discounts or returns so, set item.negativeAmount to "
                        + "discount or return in layout " + findings.layout();
    }

    private void add(
            Element line,
            int number,
            String where,
            BigDecimal net,
            Category tax,
            BigDecimal signed,
            boolean discount,
            String at) {
        if (discount) {
            parts.add(of(Part.Kind.ALLOWANCE, number, line, net, tax, where));
        } else if (signed.signum() == 0 && net.signum() != 0) {
            findings.add(
                    "quantity-missing",
                    at,
                    "0",
                    "must not be 0 in a line that costs something; correct it at the sender");
        } else if (signed.signum() != 0) {
            boolean sold = net.signum() == 0 ? signed.signum() > 0 : net.signum() > 0;
            LineType type = sold ? LineType.SALE : LineType.RETURN;
            parts.add(new Part(Part.Kind.LINE, number, line, net, tax, where, signed.abs(), type));
        }
        // else a line of text: nothing of nothing
    }

    private void change(Element change, int number, String where) {
        String indicator = change.text("ChargeIndicator");
        boolean charge = "true".equals(indicator) || "1".equals(indicator);
        if (!charge && !"false".equals(indicator) && !"0".equals(indicator)) {
            findings.add(
                    "charge-indicator",
                    where + "/ChargeIndicator",
                    indicator,
                    "must be true for a charge or false for an allowance; correct it at the sender");
            return;
        }
        BigDecimal amount = amounts.required(change.child("Amount"), where + "/Amount");
        Category tax = Category.read(change.child("TaxCategory"), where + "/TaxCategory", findings);
        if (amount != null && amount.signum() != 0) {
            Part.Kind kind = charge ? Part.Kind.CHARGE : Part.Kind.ALLOWANCE;
            parts.add(of(kind, number, change, charge ? amount : amount.negate(), tax, where));
        }
    }

    private static Part of(Part.Kind kind, int number, Element from, BigDecimal net, Category tax, String where) {
        LineType type = net.signum() < 0 ? LineType.RETURN : LineType.SALE;
        return new Part(kind, number, from, net, tax, where, BigDecimal.ONE, type);
    }
}
