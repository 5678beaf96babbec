package io.engageroutes.receipt;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Reads the parts of a receipt. */
final class ReceiptParts {

    private ReceiptParts() {}

    static ContactKey contactKey(JsonFields fields) throws IOException {
        ContactKeyType type = null;
        String value = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "type" -> type = fields.name(ContactKeyType.class);
                case "value" -> value = fields.text();
                default -> throw fields.unknown();
            }
        }
        return new ContactKey(type, value);
    }

    static Line line(JsonFields fields) throws IOException {
        Integer number = null;
        LineType type = null;
        LineKind kind = null;
        String sku = null;
        String articleNumber = null;
        String articleName = null;
        String articleGroup = null;
        BigDecimal quantity = null;
        BigDecimal unitPrice = null;
        BigDecimal gross = null;
        BigDecimal taxPercent = null;
        BigDecimal taxAmount = null;
        List<LineDiscount> discounts = null;
        Boolean awardsBonus = null;
        Boolean discountable = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "number" -> number = fields.integer();
                case "type" -> type = fields.name(LineType.class);
                case "kind" -> kind = fields.name(LineKind.class);
                case "sku" -> sku = fields.text();
                case "articleNumber" -> articleNumber = fields.text();
                case "articleName" -> articleName = fields.text();
                case "articleGroup" -> articleGroup = fields.text();
                case "quantity" -> quantity = fields.amount();
                case "unitPrice" -> unitPrice = fields.amount();
                case "gross" -> gross = fields.amount();
                case "taxPercent" -> taxPercent = fields.amount();
                case "taxAmount" -> taxAmount = fields.amount();
                case "discounts" -> discounts = fields.list(ReceiptParts::lineDiscount);
                case "awardsBonus" -> awardsBonus = fields.flag();
                case "discountable" -> discountable = fields.flag();
                default -> throw fields.unknown();
            }
        }
        if (number == null) {
            throw fields.wrong("must have a number");
        }
        return new Line(
                number,
                type,
                kind,
                sku,
                articleNumber,
                articleName,
                articleGroup,
                quantity,
                unitPrice,
                gross,
                taxPercent,
                taxAmount,
                discounts,
                awardsBonus,
                discountable);
    }

    static LineDiscount lineDiscount(JsonFields fields) throws IOException {
        String type = null;
        String description = null;
        BigDecimal amount = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "type" -> type = fields.text();
                case "description" -> description = fields.text();
                case "amount" -> amount = fields.amount();
                default -> throw fields.unknown();
            }
        }
        return new LineDiscount(type, description, amount);
    }

    static BasketDiscount basketDiscount(JsonFields fields) throws IOException {
        String type = null;
        String description = null;
        BigDecimal amount = null;
        List<Integer> lines = null;
        String voucherId = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "type" -> type = fields.text();
                case "description" -> description = fields.text();
                case "amount" -> amount = fields.amount();
                case "lines" -> lines = fields.list(JsonFields::integer);
                case "voucherId" -> voucherId = fields.text();
                default -> throw fields.unknown();
            }
        }
        return new BasketDiscount(type, description, amount, lines, voucherId);
    }

    static Tender tender(JsonFields fields) throws IOException {
        String type = null;
        String description = null;
        BigDecimal amount = null;
        boolean voucher = false;
        String voucherId = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "type" -> type = fields.text();
                case "description" -> description = fields.text();
                case "amount" -> amount = fields.amount();
                case "voucher" -> voucher = Boolean.TRUE.equals(fields.flag());
                case "voucherId" -> voucherId = fields.text();
                default -> throw fields.unknown();
            }
        }
        return new Tender(type, description, amount, voucher, voucherId);
    }

    static PromotionUse promotionUse(JsonFields fields) throws IOException {
        String promotionId = null;
        String couponId = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "promotionId" -> promotionId = fields.text();
                case "couponId" -> couponId = fields.text();
                default -> throw fields.unknown();
            }
        }
        return new PromotionUse(promotionId, couponId);
    }
}
