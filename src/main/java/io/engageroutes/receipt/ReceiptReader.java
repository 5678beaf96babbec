package io.engageroutes.receipt;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads the receipt itself; {@link ReceiptParts} reads what it is made of. */
final class ReceiptReader {

    private ReceiptReader() {}

    static Receipt read(JsonFields fields) throws IOException {
        String uniqueId = null;
        String receiptNumber = null;
        String storeId = null;
        String registerId = null;
        String sequence = null;
        LocalDate businessDate = null;
        OffsetDateTime occurredAt = null;
        String currency = null;
        List<ContactKey> contactKeys = null;
        List<Line> lines = null;
        List<BasketDiscount> basketDiscounts = null;
        List<Tender> tenders = null;
        BigDecimal total = null;
        BigDecimal taxTotal = null;
        BigDecimal cashRounding = null;
        BigDecimal exchangeRate = null;
        List<String> vouchersUsed = null;
        List<PromotionUse> promotionsUsed = null;
        fields.open();
        for (String field = fields.next(); field != null; field = fields.next()) {
            switch (field) {
                case "uniqueId" -> uniqueId = fields.text();
                case "receiptNumber" -> receiptNumber = fields.text();
                case "storeId" -> storeId = fields.text();
                case "registerId" -> registerId = fields.text();
                case "sequence" -> sequence = fields.text();
                case "businessDate" -> businessDate = fields.date();
                case "occurredAt" -> occurredAt = fields.time();
                case "currency" -> currency = fields.text();
                case "contactKeys" -> contactKeys = fields.list(ReceiptParts::contactKey);
                case "lines" -> lines = fields.list(ReceiptParts::line);
                case "basketDiscounts" -> basketDiscounts = fields.list(ReceiptParts::basketDiscount);
                case "tenders" -> tenders = fields.list(ReceiptParts::tender);
                case "total" -> total = fields.amount();
                case "taxTotal" -> taxTotal = fields.amount();
                case "cashRounding" -> cashRounding = fields.amount();
                case "exchangeRate" -> exchangeRate = fields.amount();
                case "vouchersUsed" -> vouchersUsed = fields.list(JsonFields::text);
                case "promotionsUsed" -> promotionsUsed = fields.list(ReceiptParts::promotionUse);
                default -> throw fields.unknown();
            }
        }
        return new Receipt(
                uniqueId,
                receiptNumber,
                storeId,
                registerId,
                sequence,
                businessDate,
                occurredAt,
                currency,
                contactKeys,
                lines,
                basketDiscounts,
                tenders,
                total,
                taxTotal,
                cashRounding,
                exchangeRate,
                vouchersUsed,
                promotionsUsed);
    }
}
