package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.Receipts;
import io.engageroutes.contact.ContactArbitraries;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.OrderArbitraries;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.ReceiptArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParcelJsonTest {

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("parcels") Parcel parcel) {
        assertThat(ParcelJson.read(ParcelJson.write(parcel))).isEqualTo(parcel);
    }

    @Property(tries = 300)
    void aParcelThatWasCutOffIsNotRead(@ForAll("parcels") Parcel parcel, @ForAll int at) {
        byte[] whole = ParcelJson.write(parcel);
        byte[] part = java.util.Arrays.copyOf(whole, Math.floorMod(at, whole.length));
        assertThatThrownBy(() -> ParcelJson.read(part)).isInstanceOf(UnreadableParcel.class);
    }

    @Property(tries = 500)
    void nothingElseIsReadAsAParcel(@ForAll byte[] garbage) {
        assertThatThrownBy(() -> ParcelJson.read(garbage)).isInstanceOf(UnreadableParcel.class);
    }

    @Example
    void nothingMayFollow() {
        String json = new String(
                ParcelJson.write(new Messages().with("m-1", Receipts.sale("A")).parcel()), StandardCharsets.UTF_8);
        for (String changed : List.of(
                json + "{}",
                json + "x",
                json.replace("\"messages\":[", "\"messages\":[7,"),
                json.replace("}]}", "},null]}"),
                json.replace("\"messages\"", "\"Messages\""),
                json.replace("\"id\":\"m-1\",", ""),
                json.replace("\"id\":\"m-1\"", "\"id\":null"),
                json.replace("\"id\":\"m-1\"", "\"id\":\"" + "m".repeat(101) + "\""),
                json.replace("\"source\":\"till\"", "\"source\":\"" + "s".repeat(81) + "\""),
                json.replace("\"source\":\"till\"", "\"source\":null"),
                json.replace("\"document\":\"document-1\"", "\"document\":\"" + "d".repeat(81) + "\""),
                json.replaceAll("\"hash\":\"[0-9a-f]+\",", ""),
                json.replaceAll("\"hash\":\"([0-9a-f]+)\"", "\"hash\":\"$1$1\""),
                "[" + json + "]")) {
            assertThat(changed).isNotEqualTo(json);
            assertThatThrownBy(() -> ParcelJson.read(changed.getBytes(StandardCharsets.UTF_8)))
                    .as(changed)
                    .isInstanceOf(UnreadableParcel.class);
        }
    }

    @Example
    void fieldsOfALaterVersionAreNoReasonToRefuse() {
        String json = new String(
                ParcelJson.write(new Messages().with("m-1", Receipts.sale("A")).parcel()), StandardCharsets.UTF_8);
        String later = json.replace("{\"source\"", "{\"priority\":{\"of\":[1,2]},\"source\"")
                .replace("{\"id\"", "{\"tags\":[[],{}],\"id\"");
        assertThat(ParcelJson.read(later.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(ParcelJson.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<Parcel> parcels() {
        return Combinators.combine(ids(), ids(), texts(), entries().list().ofMaxSize(4))
                .as(Parcel::new);
    }

    private static Arbitrary<Parcel.Entry> entries() {
        Arbitrary<Parcel.Entry> sold = Combinators.combine(
                        ids(),
                        texts().injectNull(0.1),
                        ReceiptArbitraries.receipts(),
                        texts().injectNull(0.5),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(0, 3))
                .as((id, place, receipt, original, attempts, failedAt, replays) -> new Parcel.Entry(
                        id,
                        place,
                        receipt,
                        ContentHash.of(id),
                        List.of(),
                        null,
                        original,
                        attempts,
                        failedAt,
                        replays));
        Arbitrary<Parcel.Entry> rejected = Combinators.combine(
                        ids(),
                        texts().injectNull(0.1),
                        faults().list().ofMinSize(1).ofMaxSize(3),
                        texts().injectNull(0.5),
                        texts().injectNull(0.5))
                .as((id, place, faults, number, original) ->
                        Parcel.Entry.rejected(id, place, Kind.RECEIPT, faults, number, original));
        Arbitrary<Content> others = Arbitraries.oneOf(
                OrderArbitraries.orders().map(Content.OfOrder::new),
                ContactArbitraries.contacts().map(Content.OfContact::new));
        Arbitrary<Parcel.Entry> other = Combinators.combine(ids(), others, texts().injectNull(0.5))
                .as((id, content, original) -> new Parcel.Entry(
                        id,
                        "here",
                        content.kind(),
                        content,
                        ContentHash.of(id),
                        List.of(),
                        null,
                        original,
                        0,
                        0,
                        0,
                        null,
                        null));
        return Arbitraries.oneOf(sold, sold.map(entry -> entry.ofContactOf("order-1")), rejected, other);
    }

    private static Arbitrary<Fault> faults() {
        return Combinators.combine(
                        ids(), texts(), Arbitraries.strings().ofMaxLength(150).injectNull(0.3), texts())
                .as(Fault::new);
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("-:")
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    /** Everything that a Java string may be, lone surrogates and NUL too. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(40);
    }
}
