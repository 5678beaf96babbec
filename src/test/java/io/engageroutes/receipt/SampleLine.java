package io.engageroutes.receipt;

import java.util.ArrayList;
import java.util.List;

/** One good line to begin with: one shirt for 100.00 with 25 % VAT. */
final class SampleLine {

    private final int number;
    private final List<LineDiscount> discounts = new ArrayList<>();
    private LineType type = LineType.SALE;
    private LineKind kind = LineKind.GOODS;
    private String sku = "A-1-M";
    private String articleNumber = "A-1";
    private String articleName = "Tröja";
    private String quantity = "1";
    private String unitPrice;
    private String gross = "100.00";
    private String taxPercent = "25";
    private String taxAmount;
    private Boolean discountable;

    SampleLine(int number) {
        this.number = number;
    }

    SampleLine type(LineType value) {
        type = value;
        return this;
    }

    SampleLine returned() {
        return type(LineType.RETURN);
    }

    SampleLine kind(LineKind value) {
        kind = value;
        return this;
    }

    SampleLine sku(String value) {
        sku = value;
        return this;
    }

    SampleLine articleNumber(String value) {
        articleNumber = value;
        return this;
    }

    SampleLine articleName(String value) {
        articleName = value;
        return this;
    }

    SampleLine quantity(String value) {
        quantity = value;
        return this;
    }

    SampleLine unitPrice(String value) {
        unitPrice = value;
        return this;
    }

    SampleLine gross(String value) {
        gross = value;
        return this;
    }

    SampleLine taxPercent(String value) {
        taxPercent = value;
        return this;
    }

    SampleLine taxAmount(String value) {
        taxAmount = value;
        return this;
    }

    SampleLine notDiscountable() {
        discountable = false;
        return this;
    }

    SampleLine discount(String type, String amount) {
        discounts.add(new LineDiscount(type, null, Sample.money(amount)));
        return this;
    }

    Line build() {
        return new Line(
                number,
                type,
                kind,
                sku,
                articleNumber,
                articleName,
                null,
                Sample.money(quantity),
                Sample.money(unitPrice),
                Sample.money(gross),
                Sample.money(taxPercent),
                Sample.money(taxAmount),
                discounts,
                null,
                discountable);
    }
}
