package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The canonical receipt: one finalised sale or return, whatever system it came from. Its JSON form is published as {@code
 * /schema/receipt.json}; what a field means is said there too.
 *
 * <p>A field may be null here when the source left it out; {@link ReceiptRules} says which faults that makes.
 *
 * @param uniqueId the business key: system, store, register, day and sequence; the same receipt has the same one for ever
 * @param receiptNumber the number printed on the receipt; need not be unique
 * @param storeId the store's id as the till and Engage know it; a string, leading zeros count
 * @param registerId the till's number in the store, or null
 * @param sequence the till's own running number, or null
 * @param businessDate the day of the store's books, which after midnight is not the calendar's day; or null
 * @param occurredAt the local time of the sale with the offset of its store
 * @param currency the ISO 4217 code of what was paid; all amounts are in its units
 * @param contactKeys who bought, best key first; empty when nobody was identified
 * @param lines what was sold and taken back
 * @param basketDiscounts discounts on the whole receipt or on several lines, in the order of the source
 * @param tenders how it was paid; refunds and change given back are negative
 * @param total what the source says was to pay for the lines including VAT, before cash rounding; negative when more was
 *     returned than bought; null when the source does not say
 * @param taxTotal the VAT in {@code total} as the source says, same sign; or null
 * @param cashRounding what rounding to coins added to (or, negative, took from) {@code total}; or null
 * @param exchangeRate the till's own factor from {@code currency} to the group currency; or null
 * @param vouchersUsed numbers of the reward vouchers used (Engage v2: bonus checks) that no discount or tender names
 * @param promotionsUsed the promotions used
 */
public record Receipt(
        String uniqueId,
        String receiptNumber,
        String storeId,
        String registerId,
        String sequence,
        LocalDate businessDate,
        OffsetDateTime occurredAt,
        String currency,
        List<ContactKey> contactKeys,
        List<Line> lines,
        List<BasketDiscount> basketDiscounts,
        List<Tender> tenders,
        BigDecimal total,
        BigDecimal taxTotal,
        BigDecimal cashRounding,
        BigDecimal exchangeRate,
        List<String> vouchersUsed,
        List<PromotionUse> promotionsUsed) {

    public Receipt {
        contactKeys = contactKeys == null ? List.of() : List.copyOf(contactKeys);
        lines = lines == null ? List.of() : List.copyOf(lines);
        basketDiscounts = basketDiscounts == null ? List.of() : List.copyOf(basketDiscounts);
        tenders = tenders == null ? List.of() : List.copyOf(tenders);
        vouchersUsed = vouchersUsed == null ? List.of() : List.copyOf(vouchersUsed);
        promotionsUsed = promotionsUsed == null ? List.of() : List.copyOf(promotionsUsed);
    }

    /** The same receipt under another unique id and of other contacts. */
    public Receipt with(String otherId, List<ContactKey> others) {
        return new Receipt(
                otherId,
                receiptNumber,
                storeId,
                registerId,
                sequence,
                businessDate,
                occurredAt,
                currency,
                others,
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
