package io.engageroutes.contact;

import io.engageroutes.order.OrderArbitraries;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Contacts of every shape that the record allows, sensible or not. */
public final class ContactArbitraries {

    private ContactArbitraries() {}

    public static Arbitrary<Contact> contacts() {
        Arbitrary<String> texts = OrderArbitraries.texts().injectNull(0.3);
        Arbitrary<ContactKey> keys = Combinators.combine(Arbitraries.of(ContactKeyType.class), OrderArbitraries.texts())
                .as(ContactKey::new);
        return Combinators.combine(
                        keys.list().ofMaxSize(3),
                        OrderArbitraries.times().injectNull(0.2),
                        texts,
                        texts,
                        Arbitraries.maps(OrderArbitraries.texts(), values()).ofMaxSize(4),
                        Arbitraries.maps(OrderArbitraries.texts(), Arbitraries.of(true, false))
                                .ofMaxSize(2),
                        consents().list().ofMaxSize(2))
                .as(Contact::new);
    }

    private static Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                OrderArbitraries.texts().map(text -> (Object) text),
                Arbitraries.of(true, false).map(flag -> (Object) flag),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                        .ofScale(3)
                        .map(number -> (Object) number));
    }

    private static Arbitrary<Consent> consents() {
        Arbitrary<String> texts = OrderArbitraries.texts().injectNull(0.3);
        return Combinators.combine(
                        texts,
                        Arbitraries.of(true, false).injectNull(0.2),
                        OrderArbitraries.times().injectNull(0.3),
                        texts,
                        texts)
                .as(Consent::new);
    }
}
