package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Receipts of every shape that the record allows, sensible or not. */
public final class ReceiptArbitraries {

    private ReceiptArbitraries() {}

    public static Arbitrary<Receipt> receipts() {
        Arbitrary<Receipt> heads = Combinators.combine(
                        texts(),
                        texts(),
                        texts(),
                        dates(),
                        times(),
                        keys().list().ofMaxSize(3),
                        tenders().list().ofMaxSize(3),
                        amounts())
                .as((id, number, store, day, at, keys, tenders, total) -> new Receipt(
                        id, number, store, number, id, day, at, store, keys, null, null, tenders, total, null, null,
                        null, null, null));
        return Combinators.combine(
                        heads,
                        lines().list().ofMaxSize(3),
                        basketDiscounts().list().ofMaxSize(2),
                        amounts(),
                        amounts(),
                        amounts(),
                        Arbitraries.strings().list().ofMaxSize(2),
                        Combinators.combine(texts(), texts())
                                .as(PromotionUse::new)
                                .list()
                                .ofMaxSize(2))
                .as((head, lines, discounts, tax, rounding, rate, vouchers, promotions) -> new Receipt(
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
                        head.tenders(),
                        head.total(),
                        tax,
                        rounding,
                        rate,
                        vouchers.stream().map(Text::encodable).toList(),
                        promotions));
    }

    private static Arbitrary<Line> lines() {
        Arbitrary<Line> plain = Combinators.combine(
                        Arbitraries.integers(),
                        Arbitraries.of(LineType.class).injectNull(0.1),
                        Arbitraries.of(LineKind.class).injectNull(0.1),
                        texts(),
                        texts(),
                        amounts(),
                        amounts(),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as((number, type, kind, sku, name, quantity, gross, flag) -> new Line(
                        number, type, kind, sku, name, name, sku, quantity, gross, gross, null, null, null, flag,
                        null));
        Arbitrary<LineDiscount> discounts =
                Combinators.combine(texts(), texts(), amounts()).as(LineDiscount::new);
        return Combinators.combine(
                        plain,
                        amounts(),
                        amounts(),
                        discounts.list().ofMaxSize(2),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as((line, percent, tax, taken, discountable) -> new Line(
                        line.number(),
                        line.type(),
                        line.kind(),
                        line.sku(),
                        line.articleNumber(),
                        line.articleName(),
                        line.articleGroup(),
                        line.quantity(),
                        line.unitPrice(),
                        line.gross(),
                        percent,
                        tax,
                        taken,
                        line.awardsBonus(),
                        discountable));
    }

    private static Arbitrary<BasketDiscount> basketDiscounts() {
        return Combinators.combine(
                        texts(),
                        texts(),
                        amounts(),
                        Arbitraries.integers().list().ofMaxSize(3),
                        texts())
                .as(BasketDiscount::new);
    }

    private static Arbitrary<Tender> tenders() {
        return Combinators.combine(texts(), texts(), amounts(), Arbitraries.of(true, false), texts())
                .as(Tender::new);
    }

    private static Arbitrary<ContactKey> keys() {
        return Combinators.combine(Arbitraries.of(ContactKeyType.class).injectNull(0.1), texts())
                .as(ContactKey::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(20).map(Text::encodable).injectNull(0.2);
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
                .ofScale(6)
                .flatMap(value ->
                        Arbitraries.of(0, 2, 3, 6).map(scale -> value.setScale(scale, java.math.RoundingMode.DOWN)))
                .injectNull(0.2);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(0, 30_000).map(LocalDate::ofEpochDay).injectNull(0.2);
    }

    private static Arbitrary<OffsetDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2_000_000_000L),
                        Arbitraries.of(0, 0, 1, 500_000_000, 999_999_999),
                        Arbitraries.integers().between(-48, 56))
                .as((second, nano, quarters) -> OffsetDateTime.of(
                        LocalDateTime.ofEpochSecond(second, nano, ZoneOffset.UTC),
                        ZoneOffset.ofTotalSeconds(quarters * 900)))
                .injectNull(0.2);
    }
}
