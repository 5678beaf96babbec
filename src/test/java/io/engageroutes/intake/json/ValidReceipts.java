package io.engageroutes.intake.json;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Receipts that a source may send. */
final class ValidReceipts {

    private ValidReceipts() {}

    static Arbitrary<Receipt> any() {
        Arbitrary<Receipt> heads = Combinators.combine(
                        texts(),
                        texts().injectNull(0.2),
                        days().injectNull(0.2),
                        times(),
                        keys(),
                        signed().injectNull(0.2),
                        positive().injectNull(0.5))
                .as((id, other, day, at, key, total, rate) -> new Receipt(
                        id, id, "014", other, other, day, at, "SEK", key, null, null, null, total, total, total, rate,
                        null, null));
        return Combinators.combine(
                        heads,
                        lines().list().ofMaxSize(3),
                        basketDiscounts().list().ofMaxSize(2),
                        tenders().list().ofMaxSize(2),
                        texts().list().ofMaxSize(2),
                        Combinators.combine(texts(), texts().injectNull(0.5))
                                .as(PromotionUse::new)
                                .list()
                                .ofMaxSize(1))
                .as((head, lines, discounts, tenders, vouchers, promotions) -> new Receipt(
                        head.uniqueId(),
                        head.receiptNumber(),
                        head.storeId(),
                        head.registerId(),
                        head.sequence(),
                        head.businessDate(),
                        head.occurredAt(),
                        head.currency(),
                        head.contactKeys(),
                        lines,
                        discounts,
                        tenders,
                        head.total(),
                        head.taxTotal(),
                        head.cashRounding(),
                        head.exchangeRate(),
                        vouchers,
                        promotions));
    }

    private static Arbitrary<Line> lines() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9999),
                        Arbitraries.of(LineType.class),
                        Arbitraries.of(LineKind.class),
                        texts(),
                        positive(),
                        positive().injectNull(0.3),
                        discounts().list().ofMaxSize(2),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as((number, type, kind, text, amount, tax, discounts, flag) -> new Line(
                        number,
                        type,
                        kind,
                        text,
                        text + "x",
                        text,
                        text,
                        amount,
                        tax,
                        amount,
                        tax,
                        tax,
                        discounts,
                        flag,
                        flag));
    }

    private static Arbitrary<LineDiscount> discounts() {
        return Combinators.combine(texts(), texts().injectNull(0.5), positive()).as(LineDiscount::new);
    }

    private static Arbitrary<BasketDiscount> basketDiscounts() {
        return Combinators.combine(
                        texts(),
                        positive(),
                        Arbitraries.integers().between(1, 99).list().ofMaxSize(2),
                        texts().injectNull(0.5))
                .as((text, amount, lines, voucher) -> new BasketDiscount(text, text, amount, lines, voucher));
    }

    private static Arbitrary<Tender> tenders() {
        return Combinators.combine(texts(), signed(), Arbitraries.of(true, false), texts().injectNull(0.5))
                .as((text, amount, voucher, id) -> new Tender(text, text, amount, voucher, id));
    }

    private static Arbitrary<java.util.List<ContactKey>> keys() {
        return Combinators.combine(Arbitraries.of(ContactKeyType.class), texts())
                .as(ContactKey::new)
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank() && text.chars().allMatch(c -> !Character.isSurrogate((char) c)));
    }

    private static Arbitrary<BigDecimal> positive() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(4);
    }

    private static Arbitrary<BigDecimal> signed() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999"), new BigDecimal("999999"))
                .ofScale(3);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 20_000).map(LocalDate.of(2000, 1, 1)::plusDays);
    }

    private static Arbitrary<OffsetDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_500_000_000L),
                        Arbitraries.integers().between(-18 * 4, 18 * 4))
                .as((seconds, quarters) -> LocalDateTime.of(2000, 1, 1, 0, 0)
                        .plusSeconds(seconds)
                        .atOffset(ZoneOffset.ofTotalSeconds(quarters * 900)));
    }
}
