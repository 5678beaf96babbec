package io.engageroutes.receipt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a receipt, its fields in the order of the record. */
final class ReceiptWriter {

    private static final int LARGEST_EXPONENT = 100;

    private ReceiptWriter() {}

    static void write(Receipt receipt, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(json, "uniqueId", receipt.uniqueId());
        text(json, "receiptNumber", receipt.receiptNumber());
        text(json, "storeId", receipt.storeId());
        text(json, "registerId", receipt.registerId());
        text(json, "sequence", receipt.sequence());
        if (receipt.businessDate() != null) {
            json.writeStringField("businessDate", receipt.businessDate().toString());
        }
        if (receipt.occurredAt() != null) {
            // OffsetDateTime.toString leaves out seconds of zero, which RFC 3339 does not allow.
            json.writeStringField("occurredAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(receipt.occurredAt()));
        }
        text(json, "currency", receipt.currency());
        list(json, "contactKeys", receipt.contactKeys(), ReceiptWriter::contactKey);
        list(json, "lines", receipt.lines(), ReceiptWriter::line);
        list(json, "basketDiscounts", receipt.basketDiscounts(), ReceiptWriter::basketDiscount);
        list(json, "tenders", receipt.tenders(), ReceiptWriter::tender);
        amount(json, "total", receipt.total());
        amount(json, "taxTotal", receipt.taxTotal());
        amount(json, "cashRounding", receipt.cashRounding());
        amount(json, "exchangeRate", receipt.exchangeRate());
        list(json, "vouchersUsed", receipt.vouchersUsed(), (each, number) -> each.writeString(encodable(number)));
        list(json, "promotionsUsed", receipt.promotionsUsed(), ReceiptWriter::promotion);
        json.writeEndObject();
    }

    private static void contactKey(JsonGenerator json, ContactKey key) throws IOException {
        json.writeStartObject();
        name(json, "type", key.type());
        text(json, "value", key.value());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Line line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", line.number());
        name(json, "type", line.type());
        name(json, "kind", line.kind());
        text(json, "sku", line.sku());
        text(json, "articleNumber", line.articleNumber());
        text(json, "articleName", line.articleName());
        text(json, "articleGroup", line.articleGroup());
        amount(json, "quantity", line.quantity());
        amount(json, "unitPrice", line.unitPrice());
        amount(json, "gross", line.gross());
        amount(json, "taxPercent", line.taxPercent());
        amount(json, "taxAmount", line.taxAmount());
        list(json, "discounts", line.discounts(), ReceiptWriter::lineDiscount);
        flag(json, "awardsBonus", line.awardsBonus());
        flag(json, "discountable", line.discountable());
        json.writeEndObject();
    }

    private static void lineDiscount(JsonGenerator json, LineDiscount discount) throws IOException {
        json.writeStartObject();
        text(json, "type", discount.type());
        text(json, "description", discount.description());
        amount(json, "amount", discount.amount());
        json.writeEndObject();
    }

    private static void basketDiscount(JsonGenerator json, BasketDiscount discount) throws IOException {
        json.writeStartObject();
        text(json, "type", discount.type());
        text(json, "description", discount.description());
        amount(json, "amount", discount.amount());
        list(json, "lines", discount.lines(), JsonGenerator::writeNumber);
        text(json, "voucherId", discount.voucherId());
        json.writeEndObject();
    }

    private static void tender(JsonGenerator json, Tender tender) throws IOException {
        json.writeStartObject();
        text(json, "type", tender.type());
        text(json, "description", tender.description());
        amount(json, "amount", tender.amount());
        json.writeBooleanField("voucher", tender.voucher());
        text(json, "voucherId", tender.voucherId());
        json.writeEndObject();
    }

    private static void promotion(JsonGenerator json, PromotionUse use) throws IOException {
        json.writeStartObject();
        text(json, "promotionId", use.promotionId());
        text(json, "couponId", use.couponId());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String value) throws IOException {
        if (value != null) {
            json.writeStringField(field, encodable(value));
        }
    }

    /** Half a surrogate pair has no UTF-8 form; a receipt that has one must still reach its dead letter. */
    private static String encodable(String value) {
        return Text.isEncodable(value) ? value : Text.encodable(value);
    }

    private static void name(JsonGenerator json, String field, Enum<?> value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.name());
        }
    }

    private static void flag(JsonGenerator json, String field, Boolean value) throws IOException {
        if (value != null) {
            json.writeBooleanField(field, value);
        }
    }

    private static void amount(JsonGenerator json, String field, BigDecimal value) throws IOException {
        if (value == null) {
            return;
        }
        if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
            throw new IOException(field + ": " + value + " has more than " + LARGEST_EXPONENT + " zeros or decimals");
        }
        json.writeStringField(field, value.toPlainString());
    }

    private static <T> void list(JsonGenerator json, String field, List<T> values, Writer<T> writer)
            throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(field);
        for (T value : values) {
            writer.write(json, value);
        }
        json.writeEndArray();
    }

    private interface Writer<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}
