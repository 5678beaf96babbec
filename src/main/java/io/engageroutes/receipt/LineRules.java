package io.engageroutes.receipt;

import java.math.BigDecimal;

/** What a line of a receipt must be. */
final class LineRules {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private LineRules() {}

    static void check(Line line, String place, Findings findings) {
        findings.required(place + ".type", line.type(), "SALE or RETURN");
        article(place + ".sku", line.sku(), "the most detailed article id", findings);
        article(place + ".articleNumber", line.articleNumber(), "the article's number, or the sku again", findings);
        if (findings.required(place + ".articleName", line.articleName(), "the name printed on the receipt")) {
            findings.text(place + ".articleName", line.articleName());
        }
        findings.text(place + ".articleGroup", line.articleGroup());
        amounts(line, place, findings);
        for (int at = 0; at < line.discounts().size(); at++) {
            discount(line.discounts().get(at), place + ".discounts[" + at + "]", findings);
        }
    }

    private static void article(String place, String id, String meaning, Findings findings) {
        if (findings.required(place, id, meaning)) {
            findings.id(place, id);
        }
    }

    private static void amounts(Line line, String place, Findings findings) {
        if (findings.required(place + ".quantity", line.quantity(), "how many, or how much of the unit")) {
            findings.positive(
                    "quantity-not-positive",
                    place + ".quantity",
                    line.quantity(),
                    "the line's type says which way it went; leave out lines of nothing");
        }
        findings.notNegative(place + ".unitPrice", line.unitPrice(), "the line's type carries the sign");
        if (findings.required(place + ".gross", line.gross(), "the line's total including VAT")) {
            findings.notNegative(
                    place + ".gross",
                    line.gross(),
                    "the line's type carries the sign; a discount belongs in discounts, not in a line of its own");
        }
        findings.notNegative(place + ".taxAmount", line.taxAmount(), "the line's type carries the sign");
        BigDecimal percent = line.taxPercent();
        if (findings.number(place + ".taxPercent", percent)
                && (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0)) {
            findings.add("tax-percent-invalid", place + ".taxPercent", percent, "must be from 0 to 100, such as 25");
        }
    }

    private static void discount(LineDiscount discount, String place, Findings findings) {
        findings.text(place + ".type", discount.type());
        findings.text(place + ".description", discount.description());
        if (findings.required(place + ".amount", discount.amount(), "what was taken off")) {
            findings.positive(
                    "discount-not-positive",
                    place + ".amount",
                    discount.amount(),
                    "it says what was taken off; leave out discounts of nothing");
        }
    }
}
