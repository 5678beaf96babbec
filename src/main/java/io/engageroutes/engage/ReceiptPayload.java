package io.engageroutes.engage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A priced receipt as the body of Engage's {@code POST /receipts}, the same in v2 and v3: local time with offset, line totals
 * positive also on returns, quantity negative on returns, discounts negative.
 */
public final class ReceiptPayload {

    private static final JsonFactory JSON =
            new JsonFactory().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private final String contactType;

    /** @param contactType sent with every contact key, or blank for Engage's default ({@code Member}) */
    public ReceiptPayload(String contactType) {
        this.contactType = contactType;
    }

    /**
     * @param priced a receipt with at least one contact key, the first of which is sent
     * @param rate the factor from the receipt's currency to the group currency, or null for Engage's own conversion scheme
     */
    public byte[] json(PricedReceipt priced, ExchangeRate rate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            Receipt receipt = priced.receipt();
            json.writeStartObject();
            contact(json, receipt.contactKeys().get(0));
            json.writeStringField("uniqueReceiptId", receipt.uniqueId());
            json.writeStringField("receiptNumber", receipt.receiptNumber());
            json.writeStringField("createdDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(receipt.occurredAt()));
            json.writeStringField("storeExternalId", receipt.storeId());
            json.writeStringField("currency", receipt.currency());
            if (rate != null) {
                json.writeNumberField("exchangeRateToGroupCurrency", rate.rate());
            }
            json.writeNumberField("totalGrossPrice", priced.total());
            payments(json, priced.payments());
            json.writeArrayFieldStart("items");
            for (PricedLine line : priced.lines()) {
                item(json, line);
            }
            json.writeEndArray();
            uses(json, priced);
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    private void contact(JsonGenerator json, ContactKey key) throws IOException {
        json.writeObjectFieldStart("contact");
        json.writeStringField("matchKey", key.value());
        json.writeStringField("matchKeyType", key.type().name());
        if (contactType != null && !contactType.isBlank()) {
            json.writeStringField("contactType", contactType);
        }
        json.writeEndObject();
    }

    /** Engage demands rows; an even exchange was paid with nothing. */
    private static void payments(JsonGenerator json, List<Tender> payments) throws IOException {
        json.writeArrayFieldStart("paymentMethods");
        for (Tender payment : payments) {
            payment(json, payment.type(), payment.description(), payment.amount());
        }
        if (payments.isEmpty()) {
            payment(json, "none", null, BigDecimal.ZERO);
        }
        json.writeEndArray();
    }

    private static void payment(JsonGenerator json, String type, String description, BigDecimal value)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        text(json, "description", description);
        json.writeNumberField("value", value);
        json.writeEndObject();
    }

    private static void item(JsonGenerator json, PricedLine priced) throws IOException {
        Line line = priced.line();
        boolean sold = line.type() == LineType.SALE;
        json.writeStartObject();
        json.writeStringField("type", sold ? "PURCHASE" : "RETURN");
        json.writeStringField("sku", line.sku());
        json.writeStringField("articleNumber", line.articleNumber());
        json.writeStringField("articleName", line.articleName());
        text(json, "articleGroup", line.articleGroup());
        json.writeNumberField(
                "quantity", sold ? line.quantity() : line.quantity().negate());
        json.writeNumberField("grossPaidPrice", priced.paid());
        json.writeNumberField("taxAmount", priced.tax());
        json.writeNumberField("taxPercent", priced.taxPercent());
        if (line.awardsBonus() != null) {
            json.writeBooleanField("awardsBonus", line.awardsBonus());
        } else if (line.kind() != LineKind.GOODS && line.kind() != LineKind.SERVICE) {
            json.writeBooleanField("awardsBonus", false); // deposits, gift cards and freight earn no points
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

    private static void uses(JsonGenerator json, PricedReceipt priced) throws IOException {
        if (!priced.vouchersUsed().isEmpty()) {
            json.writeArrayFieldStart("usedBonusChecks");
            for (String number : priced.vouchersUsed()) {
                json.writeStartObject();
                json.writeStringField("checkNumber", number);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!priced.receipt().promotionsUsed().isEmpty()) {
            json.writeArrayFieldStart("usedPromotions");
            for (PromotionUse use : priced.receipt().promotionsUsed()) {
                json.writeStartObject();
                json.writeStringField("promotionId", use.promotionId());
                text(json, "couponId", use.couponId());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    /** Engage overwrites what it has with an empty value, so nothing empty is ever sent. */
    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null && !value.isBlank()) {
            json.writeStringField(field, value);
        }
    }
}
