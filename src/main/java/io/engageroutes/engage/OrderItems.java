package io.engageroutes.engage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.order.Article;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Tender;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What the orders of both versions have in common: the contact, items, the freight as a fee, and payments. */
final class OrderItems {

    static final JsonFactory JSON = new JsonFactory().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private final List<PricedLine> items;
    private final List<PricedLine> freight;

    private OrderItems(List<PricedLine> items, List<PricedLine> freight) {
        this.items = items;
        this.freight = freight;
    }

    /** @param freightIsFee whether freight is a fee beside the items, where there are any and nothing of it was taken back */
    static OrderItems of(PricedReceipt priced, boolean freightIsFee) {
        boolean returned = priced.lines().stream().anyMatch(line -> isFreight(line) && !isSold(line));
        boolean alone = priced.lines().stream().allMatch(OrderItems::isFreight);
        return freightIsFee && !returned && !alone
                ? new OrderItems(
                        priced.lines().stream().filter(line -> !isFreight(line)).toList(),
                        priced.lines().stream().filter(OrderItems::isFreight).toList())
                : new OrderItems(priced.lines(), List.of());
    }

    private static boolean isFreight(PricedLine line) {
        return line.line().kind() == LineKind.FREIGHT;
    }

    private static boolean isSold(PricedLine line) {
        return line.line().type() == LineType.SALE;
    }

    /** What the items sum to, returned ones taken off. */
    BigDecimal total() {
        return items.stream().map(line -> signed(line, line.paid())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The VAT in it. */
    BigDecimal tax() {
        return items.stream().map(line -> signed(line, line.tax())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean anyReturn() {
        return items.stream().anyMatch(line -> !isSold(line));
    }

    boolean allReturns() {
        return !items.isEmpty() && items.stream().noneMatch(OrderItems::isSold);
    }

    private static BigDecimal signed(PricedLine line, BigDecimal amount) {
        return isSold(line) ? amount : amount.negate();
    }

    static void contact(JsonGenerator json, ContactKey key, String contactType) throws IOException {
        json.writeObjectFieldStart("contact");
        json.writeStringField("matchKey", key.value());
        json.writeStringField("matchKeyType", key.type().name());
        text(json, "contactType", contactType);
        json.writeEndObject();
    }

    void items(JsonGenerator json, Map<String, Article> articles) throws IOException {
        json.writeArrayFieldStart("items");
        for (PricedLine item : items) {
            item(json, item, articles.get(item.line().sku()));
        }
        json.writeEndArray();
    }

    private static void item(JsonGenerator json, PricedLine priced, Article article) throws IOException {
        Line line = priced.line();
        json.writeStartObject();
        json.writeStringField("type", isSold(priced) ? "PURCHASE" : "RETURN");
        json.writeStringField("sku", line.sku());
        json.writeStringField("description", line.articleName());
        json.writeNumberField(
                "quantity", isSold(priced) ? line.quantity() : line.quantity().negate());
        json.writeNumberField("grossPaidPrice", priced.paid());
        json.writeNumberField("taxAmount", priced.tax());
        json.writeNumberField("taxPercent", priced.taxPercent());
        if (article != null) {
            text(json, "imageUrl", article.imageUrl());
            text(json, "targetUrl", article.link());
        }
        json.writeArrayFieldStart("discounts");
        for (LineDiscount discount : priced.discounts()) {
            json.writeStartObject();
            text(json, "type", discount.type());
            text(json, "description", discount.description());
            json.writeNumberField("value", discount.amount().negate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Nothing when there is no freight beside the items. */
    void freightFee(JsonGenerator json) throws IOException {
        if (freight.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("freightFee");
        json.writeNumberField("value", freight.stream().map(PricedLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add));
        json.writeNumberField("tax", freight.stream().map(PricedLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add));
        BigDecimal percent = freight.get(0).taxPercent();
        if (freight.stream().allMatch(line -> line.taxPercent().compareTo(percent) == 0)) {
            json.writeNumberField("taxPercent", percent);
        }
        json.writeEndObject();
    }

    static void payments(JsonGenerator json, String field, List<Tender> payments) throws IOException {
        json.writeArrayFieldStart(field);
        for (Tender payment : payments) {
            json.writeStartObject();
            json.writeStringField("type", payment.type());
            text(json, "description", payment.description());
            json.writeNumberField("value", payment.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Engage overwrites what it has with an empty value, so nothing empty is ever sent. */
    static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null && !value.isBlank()) {
            json.writeStringField(field, value);
        }
    }
}
