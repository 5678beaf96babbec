package io.engageroutes.order;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.ReceiptArbitraries;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Orders of every shape that the record allows, sensible or not. */
public final class OrderArbitraries {

    private OrderArbitraries() {}

    public static Arbitrary<Order> orders() {
        Arbitrary<String> texts = texts().injectNull(0.3);
        return Combinators.combine(
                        Combinators.combine(texts, texts, texts, texts, texts, texts)
                                .as((id, status, external, payment, channel, language) ->
                                        new String[] {id, status, external, payment, channel, language}),
                        times().injectNull(0.2),
                        keys().list().ofMaxSize(2),
                        ReceiptArbitraries.receipts().injectNull(0.3),
                        texts().list().ofMaxSize(2),
                        deliveries().injectNull(0.4),
                        Arbitraries.maps(texts(), articles()).ofMaxSize(2),
                        actions().injectNull(0.4))
                .as((text, changed, keys, basket, references, delivery, articles, action) -> new Order(
                        text[0],
                        changed,
                        keys,
                        basket,
                        text[1],
                        text[2],
                        text[3],
                        text[4],
                        references,
                        text[5],
                        delivery,
                        articles,
                        action));
    }

    private static Arbitrary<Delivery> deliveries() {
        Arbitrary<String> texts = texts().injectNull(0.3);
        return Combinators.combine(texts, texts, texts, dates().injectNull(0.3)).as(Delivery::new);
    }

    private static Arbitrary<Article> articles() {
        return Combinators.combine(texts().injectNull(0.3), texts().injectNull(0.3))
                .as(Article::new);
    }

    private static Arbitrary<Action> actions() {
        return Combinators.combine(
                        texts().injectNull(0.1),
                        texts().injectNull(0.1),
                        Arbitraries.maps(texts(), texts()).ofMaxSize(2))
                .as(Action::new);
    }

    private static Arbitrary<ContactKey> keys() {
        return Combinators.combine(Arbitraries.of(ContactKeyType.class), texts())
                .as(ContactKey::new);
    }

    public static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u017F')
                .withChars("\u20AC\u2028\"\\")
                .ofMaxLength(20);
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
    }

    public static Arbitrary<OffsetDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L),
                        Arbitraries.integers().between(-48, 48))
                .as((millis, quarters) -> OffsetDateTime.ofInstant(
                        java.time.Instant.ofEpochMilli(millis), ZoneOffset.ofTotalSeconds(quarters * 900)));
    }
}
