package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A good receipt to begin with, changed by tests where their rule is. */
final class Sample {

    private final List<ContactKey> contactKeys = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<BasketDiscount> basketDiscounts = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private final List<String> vouchersUsed = new ArrayList<>();
    private final List<PromotionUse> promotionsUsed = new ArrayList<>();
    private String uniqueId = "SE-3004-1-20260301-000871";
    private String receiptNumber = "000871";
    private String storeId = "3004";
    private OffsetDateTime occurredAt = OffsetDateTime.parse("2026-03-01T14:22:00+01:00");
    private String currency = "SEK";
    private BigDecimal total;
    private BigDecimal taxTotal;
    private BigDecimal cashRounding;
    private BigDecimal exchangeRate;

    static Sample receipt() {
        return new Sample();
    }

    static SampleLine line(int number) {
        return new SampleLine(number);
    }

    Sample uniqueId(String value) {
        uniqueId = value;
        return this;
    }

    Sample receiptNumber(String value) {
        receiptNumber = value;
        return this;
    }

    Sample storeId(String value) {
        storeId = value;
        return this;
    }

    Sample occurredAt(String value) {
        occurredAt = value == null ? null : OffsetDateTime.parse(value);
        return this;
    }

    Sample currency(String value) {
        currency = value;
        return this;
    }

    Sample contact(ContactKeyType type, String value) {
        contactKeys.add(new ContactKey(type, value));
        return this;
    }

    Sample line(SampleLine line) {
        lines.add(line.build());
        return this;
    }

    /** Lines of goods with 25 % VAT, numbered from 1. */
    Sample lines(String... gross) {
        IntStream.range(0, gross.length).forEach(at -> line(line(at + 1).gross(gross[at])));
        return this;
    }

    Sample basketDiscount(String type, String amount, Integer... lines) {
        basketDiscounts.add(new BasketDiscount(type, null, money(amount), List.of(lines), null));
        return this;
    }

    Sample basketDiscount(BasketDiscount discount) {
        basketDiscounts.add(discount);
        return this;
    }

    Sample tender(String type, String amount) {
        tenders.add(new Tender(type, null, money(amount), false, null));
        return this;
    }

    Sample voucher(String amount, String id) {
        tenders.add(new Tender("voucher", "Bonuscheck", money(amount), true, id));
        return this;
    }

    Sample total(String value) {
        total = money(value);
        return this;
    }

    Sample taxTotal(String value) {
        taxTotal = money(value);
        return this;
    }

    Sample cashRounding(String value) {
        cashRounding = money(value);
        return this;
    }

    Sample exchangeRate(String value) {
        exchangeRate = money(value);
        return this;
    }

    Sample voucherUsed(String number) {
        vouchersUsed.add(number);
        return this;
    }

    Sample promotionUsed(String promotionId, String couponId) {
        promotionsUsed.add(new PromotionUse(promotionId, couponId));
        return this;
    }

    Receipt build() {
        return new Receipt(
                uniqueId,
                receiptNumber,
                storeId,
                null,
                null,
                null,
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

    static BigDecimal money(String value) {
        return value == null ? null : new BigDecimal(value);
    }
}
