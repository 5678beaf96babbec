package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.RejectedReceipt;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DocumentReaderTest {

    private final HikariDataSource pool = Databases.h2();
    private final JdbcTemplate database = new JdbcTemplate(pool);
    private final List<String> came = new ArrayList<>();
    private final LineFormat format = new LineFormat();
    private final DocumentReader reader = new DocumentReader(
            (name, layout) -> format,
            new Documents(database, new HandClock()),
            (source, numbers) -> came.addAll(numbers),
            () -> LineFormat.STORES,
            null,
            LineFormat.check(),
            3,
            new Unpacked.Limits(10_000_000, 200, 10));
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void close() {
        pool.close();
    }

    private Exchange exchange(Object body, WhenBroken whenBroken) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty("documentSource", "till");
        exchange.setProperty("documentFormat", "lines");
        exchange.setProperty("documentLayout", "none");
        exchange.setProperty(
                "documentWhenBroken", whenBroken.name().toLowerCase().replace('_', '-'));
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private Exchange file(String name, String text, WhenBroken whenBroken) {
        GenericFile<byte[]> file = new GenericFile<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.setFileName(name);
        file.setFileNameOnly(name);
        file.setAbsoluteFilePath("till/" + name);
        file.setFileLength(bytes.length);
        file.setLastModified(1);
        file.setBody(bytes);
        return exchange(file, whenBroken);
    }

    private List<QueuedParcel> parcels(Exchange exchange) throws Exception {
        reader.open(exchange);
        List<QueuedParcel> parcels = rest(exchange);
        reader.close(exchange);
        return parcels;
    }

    private static List<QueuedParcel> rest(Exchange exchange) {
        List<QueuedParcel> parcels = new ArrayList<>();
        Iterator<QueuedParcel> document = exchange.getMessage().getBody(OpenDocument.class);
        document.forEachRemaining(parcels::add);
        return parcels;
    }

    private static List<Parcel.Entry> entries(List<QueuedParcel> parcels) {
        return parcels.stream()
                .flatMap(parcel -> ParcelJson.read(parcel.json()).entries().stream())
                .toList();
    }

    private Map<String, Object> document() {
        return database.queryForMap("select * from document");
    }

    @Test
    void theShopsOwnNumbersAreToldWhateverBecameOfTheOrder() throws Exception {
        parcels(file("a.txt", "seen 5 sold A\nseen 6 none training\nseen 8 bad X\nsold B\n", WhenBroken.FAIL_DOCUMENT));

        assertThat(came).containsExactly("5", "6", "8");
        assertThat(document()).containsEntry("seen", 4L);
    }

    @Test
    void theRouteSaysTheTopicOnlyWhereTheDocumentCameWithoutOne() throws Exception {
        Exchange fetched = file("a.txt", "sold A\n", WhenBroken.FAIL_DOCUMENT);
        fetched.setProperty("documentTopic", "orders/paid");
        parcels(fetched);
        assertThat(format.source().envelope()).isEqualTo(Map.of("topic", "orders/paid"));

        Exchange called = file("b.txt", "sold B\n", WhenBroken.FAIL_DOCUMENT);
        called.setProperty("documentTopic", "orders/paid");
        called.setProperty("documentEnvelope", Map.of("topic", "refunds/create", "shop", "a.example"));
        parcels(called);
        assertThat(format.source().envelope()).isEqualTo(Map.of("topic", "refunds/create", "shop", "a.example"));
    }

    @Test
    void ofARefusedDocumentNoNumberCame() {
        assertThatThrownBy(
                        () -> parcels(exchange("seen 5 bad X\n".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE)))
                .isInstanceOf(RejectedReceipt.class);

        assertThat(came).isEmpty();
    }

    @Test
    void numbersOfALongDocumentAreToldWhileItStreams() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= 1001; number++) {
            text.append("seen ").append(number).append(" none training\n");
        }
        text.append("sold A\n");
        Exchange exchange = file("a.txt", text.toString(), WhenBroken.FAIL_DOCUMENT);
        reader.open(exchange);
        rest(exchange);
        assertThat(came).hasSize(1000);
        reader.close(exchange);

        assertThat(came).hasSize(1001);
    }

    @Test
    void parcelsHoldAtMostSoManyReceipts() throws Exception {
        List<QueuedParcel> parcels =
                parcels(file("a.txt", "sold A\nsold B\nsold C\nnone training\nsold D\n", WhenBroken.FAIL_DOCUMENT));
        assertThat(parcels)
                .extracting(parcel -> ParcelJson.read(parcel.json()).entries().size())
                .containsExactly(3, 1);
        assertThat(entries(parcels))
                .extracting(Parcel.Entry::place)
                .containsExactly("line 1", "line 2", "line 3", "line 5");
        assertThat(document())
                .containsEntry("state", "done")
                .containsEntry("seen", 5L)
                .containsEntry("receipts", 4L)
                .containsEntry("non_sales", 1L)
                .containsEntry("reasons", "training=1");
    }

    @Test
    void aDocumentWithoutSalesMakesNoParcel() throws Exception {
        Exchange exchange = file("a.txt", "none training\nnone cancelled\nnone training\n", WhenBroken.FAIL_DOCUMENT);
        assertThat(parcels(exchange)).isEmpty();
        assertThat(exchange.getProperty("documentEnd")).isEqualTo("done");
        assertThat(exchange.getProperty("documentSummary"))
                .isEqualTo("till a.txt: 3 seen = 0 receipts + 3 non-sales {cancelled=1, training=2} + 0 rejected");
    }

    @Test
    void readAgainAfterACrashEverythingHasTheSameIds() throws Exception {
        String text = "sold A\nbad X\nsold B\nsold C\nsold D\n";
        Exchange first = file("a.txt", text, WhenBroken.FAIL_DOCUMENT);
        reader.open(first);
        List<QueuedParcel> before = rest(first); // and then the application dies

        List<QueuedParcel> again = parcels(file("a.txt", text, WhenBroken.FAIL_DOCUMENT));
        assertThat(again)
                .extracting(QueuedParcel::id)
                .containsExactlyElementsOf(before.stream().map(QueuedParcel::id).toList());
        assertThat(entries(again)).isEqualTo(entries(before));

        List<QueuedParcel> later = parcels(file("a.txt", text, WhenBroken.FAIL_DOCUMENT));
        assertThat(later)
                .as("after it was finished the same file is another document")
                .doesNotContainAnyElementsOf(again)
                .extracting(QueuedParcel::id)
                .doesNotContainAnyElementsOf(
                        again.stream().map(QueuedParcel::id).toList());
    }

    @Test
    void whatWasWholeInABrokenFileGoesOn() throws Exception {
        Exchange exchange = file("a.txt", "sold A\nsold B\nbroken\nsold C\n", WhenBroken.FAIL_DOCUMENT);
        assertThat(entries(parcels(exchange)))
                .extracting(entry -> entry.receipt().uniqueId())
                .containsExactly("A", "B");
        assertThat(exchange.getProperty("documentEnd")).isEqualTo("failed");
        assertThat(exchange.getProperty("documentReport", String.class))
                .contains("could not be read to its end", "line 3", "a line that breaks", "2 receipts");
        assertThat(document()).containsEntry("state", "failed").containsEntry("receipts", 2L);
        assertThat(document().get("fault").toString()).contains("line 3");
        assertThat(document().get("content_hash"))
                .as("of all bytes, read or not")
                .isNotNull();
    }

    @Test
    void aFileThatIsBrokenFromTheBeginningYieldsNothing() throws Exception {
        Exchange exchange = file("a.txt", "unreadable", WhenBroken.FAIL_DOCUMENT);
        assertThat(parcels(exchange)).isEmpty();
        assertThat(exchange.getProperty("documentEnd")).isEqualTo("failed");
    }

    @Test
    void aBrokenMessageIsADeadLetterBehindWhatWasWhole() throws Exception {
        Exchange exchange = exchange("sold A\nbroken\n".getBytes(StandardCharsets.UTF_8), WhenBroken.DEAD_LETTER);
        List<Parcel.Entry> entries = entries(parcels(exchange));
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).receipt().uniqueId()).isEqualTo("A");
        assertThat(entries.get(1).faults()).singleElement().satisfies(fault -> assertThat(fault.code())
                .isEqualTo("broken"));
        assertThat(entries.get(1).original()).isEqualTo("sold A\nbroken\n");
        assertThat(document())
                .containsEntry("seen", 2L)
                .containsEntry("receipts", 1L)
                .containsEntry("rejected", 1L);
    }

    @Test
    void aRefusedDocumentNamesEveryFaultAndQueuesNothing() {
        Exchange exchange = exchange(
                "sold A\nfaulty B\nbad X\nfaulty C\nbroken".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE);
        RejectedReceipt refused = catchThrowableOfType(RejectedReceipt.class, () -> reader.open(exchange));
        assertThat(refused.faults())
                .extracting(fault -> fault.code() + " at " + fault.place())
                .containsExactly(
                        "store-unknown at line 2: storeId",
                        "bad at line 3: line 3",
                        "store-unknown at line 4: storeId",
                        "broken at line 5");
        assertThat(database.queryForObject("select count(*) from document", Integer.class))
                .isZero();
    }

    @Test
    void theOnlyReceiptOfARefusedDocumentNeedsNoPlace() {
        Exchange exchange = exchange("faulty B".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE);
        RejectedReceipt refused = catchThrowableOfType(RejectedReceipt.class, () -> reader.open(exchange));
        assertThat(refused.faults()).singleElement().satisfies(fault -> assertThat(fault.place())
                .isEqualTo("storeId"));
    }

    @Test
    void aGoodDocumentIsNotRefused() throws Exception {
        Exchange exchange =
                exchange("sold A\nnone training\nsold B".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE);
        assertThat(entries(parcels(exchange))).hasSize(2);
        assertThat(exchange.getProperty("documentEnd")).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource(WhenBroken.class)
    void aSourceThatFailsIsNoBrokenDocument(WhenBroken whenBroken) {
        Exchange exchange =
                exchange("sold A\nsold B\nsold C\nsold D\nfails".getBytes(StandardCharsets.UTF_8), whenBroken);
        assertThatThrownBy(() -> {
                    reader.open(exchange);
                    rest(exchange);
                })
                .isInstanceOf(UncheckedIOException.class);
        assertThat(database.queryForList("select id from document where state <> 'reading'"))
                .isEmpty();
    }

    @Test
    void aSourceThatFailsAtOnceIsNoBrokenDocumentEither() {
        Exchange exchange = exchange("fails at once".getBytes(StandardCharsets.UTF_8), WhenBroken.DEAD_LETTER);
        assertThatThrownBy(() -> {
                    reader.open(exchange);
                    rest(exchange);
                })
                .isInstanceOf(UncheckedIOException.class);
    }

    /** A receipt that cannot even be written as JSON must cost itself, not its whole document for ever. */
    @ParameterizedTest
    @EnumSource(
            value = WhenBroken.class,
            names = {"FAIL_DOCUMENT", "DEAD_LETTER"})
    void anAmountWithoutPlainFormRejectsOneReceipt(WhenBroken whenBroken) throws Exception {
        Exchange exchange = whenBroken == WhenBroken.FAIL_DOCUMENT
                ? file("a.txt", "sold A\nhuge B\nsold C\n", whenBroken)
                : exchange("sold A\nhuge B\nsold C\n".getBytes(StandardCharsets.UTF_8), whenBroken);
        List<Parcel.Entry> entries = entries(parcels(exchange));
        assertThat(entries).hasSize(3);
        assertThat(entries.get(1).receipt()).isNull();
        assertThat(entries.get(1).faults()).isNotEmpty();
        assertThat(document()).containsEntry("receipts", 2L).containsEntry("rejected", 1L);
    }

    @Test
    void onlyWhatIsWrongKeepsItsOriginalWhenAFileHoldsIt() throws Exception {
        List<Parcel.Entry> entries =
                entries(parcels(file("a.txt", "sold A\nfaulty B\nbad X\n", WhenBroken.FAIL_DOCUMENT)));
        assertThat(entries).extracting(Parcel.Entry::original).containsExactly(null, "faulty B", "bad X");
    }

    @Test
    void aMessageKeepsEveryOriginal() throws Exception {
        List<Parcel.Entry> entries =
                entries(parcels(exchange("sold A\n".getBytes(StandardCharsets.UTF_8), WhenBroken.DEAD_LETTER)));
        assertThat(entries).extracting(Parcel.Entry::original).containsExactly("sold A");
    }

    @Test
    void theHashCoversAllOfAFileAndFindsItsCopy() throws Exception {
        parcels(file("a.txt", "sold A\n", WhenBroken.FAIL_DOCUMENT));
        parcels(file("renamed.txt", "sold A\n", WhenBroken.FAIL_DOCUMENT));
        parcels(file("other.txt", "sold A \n", WhenBroken.FAIL_DOCUMENT));
        String first = database.queryForObject("select id from document where name = 'a.txt'", String.class);
        assertThat(database.queryForObject("select copy_of from document where name = 'renamed.txt'", String.class))
                .isEqualTo(first);
        assertThat(database.queryForObject("select copy_of from document where name = 'other.txt'", String.class))
                .isNull();
    }

    @Test
    void aSecondFileOfTheSameNameIsPutAwayUnderAnother() throws Exception {
        Exchange first = file("a.txt", "sold A\n", WhenBroken.FAIL_DOCUMENT);
        parcels(first);
        Exchange second = file("a.txt", "sold A\nsold B\n", WhenBroken.FAIL_DOCUMENT);
        parcels(second);
        assertThat(first.getProperty("documentMovesTo")).isEqualTo("a.txt");
        assertThat(second.getProperty("documentMovesTo", String.class)).matches("a[.]txt[.][0-9a-f]{8}");
    }

    @Test
    void textAndBytesMessagesAreRead() throws Exception {
        for (Object message : List.of(
                JmsMessages.text("ID:1", "sold Å"),
                JmsMessages.bytes("ID:2", "sold Ä".getBytes(StandardCharsets.UTF_8)))) {
            Exchange exchange = exchange(message, WhenBroken.DEAD_LETTER);
            assertThat(entries(parcels(exchange)))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.receipt().uniqueId()).isIn("Å", "Ä"));
            assertThat(exchange.getProperty("documentEnd")).isEqualTo("done");
        }
        assertThat(database.queryForList("select name from document order by name", String.class))
                .containsExactly("ID:1", "ID:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"object", "map", "stream", "plain"})
    void otherMessagesAreDeadLettersAndNeverOpened(String kind) throws Exception {
        JmsMessages.Watched message = JmsMessages.other(kind, "ID:1");
        List<Parcel.Entry> entries = entries(parcels(exchange(message.message(), WhenBroken.DEAD_LETTER)));
        assertThat(entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("message-type");
                    assertThat(fault.rule()).contains("send the message as JSON text");
                }));
        assertThat(message.wasOpened()).isFalse();
        assertThat(document()).containsEntry("state", "failed").containsEntry("rejected", 1L);
    }

    @Test
    void anEmptyMessageIsADeadLetterAndNotForgotten() throws Exception {
        assertThat(entries(parcels(exchange(JmsMessages.text("ID:1", null), WhenBroken.DEAD_LETTER))))
                .singleElement()
                .satisfies(entry -> assertThat(entry.faults()).isNotEmpty());
        assertThat(document()).containsEntry("rejected", 1L).containsEntry("state", "failed");
    }

    @Test
    void theSameMessageAgainIsTheSameDocument() throws Exception {
        List<QueuedParcel> first = parcels(exchange(JmsMessages.text("ID:1", "sold A"), WhenBroken.DEAD_LETTER));
        List<QueuedParcel> again = parcels(exchange(JmsMessages.text("ID:1", "sold A"), WhenBroken.DEAD_LETTER));
        assertThat(entries(again)).isEqualTo(entries(first));
        assertThat(database.queryForObject("select count(*) from document", Integer.class))
                .isEqualTo(1);
        assertThat(entries(parcels(exchange(JmsMessages.text("ID:2", "sold A"), WhenBroken.DEAD_LETTER))))
                .doesNotContainAnyElementsOf(entries(first));
    }

    /** A message leaves its queue in the transaction that queues its parcels; an id known to the broker would roll both back. */
    @Test
    void parcelsOfMessagesHaveNoIdForTheBroker() throws Exception {
        for (WhenBroken whenBroken : List.of(WhenBroken.DEAD_LETTER, WhenBroken.REFUSE)) {
            assertThat(parcels(exchange(JmsMessages.text("ID:1", "sold A\nsold B\nsold C\nsold D"), whenBroken)))
                    .hasSize(2)
                    .extracting(QueuedParcel::id)
                    .containsOnlyNulls();
        }
        assertThat(parcels(file("a.txt", "sold A\nsold B\nsold C\nsold D", WhenBroken.FAIL_DOCUMENT)))
                .extracting(QueuedParcel::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    /** A sender may switch message ids off; two such messages with one content are two documents, the receipts decide. */
    @Test
    void messagesWithoutIdAreDocumentsOfTheirOwn() throws Exception {
        List<QueuedParcel> first = parcels(exchange(JmsMessages.text(null, "sold A"), WhenBroken.DEAD_LETTER));
        List<QueuedParcel> second = parcels(exchange(JmsMessages.text(null, "sold A"), WhenBroken.DEAD_LETTER));
        assertThat(entries(second)).doesNotContainAnyElementsOf(entries(first));
        assertThat(database.queryForList("select name from document", String.class))
                .hasSize(2);
    }

    @Test
    void aCallbackIsKnownByTheIdThatTheShopGaveIt() throws Exception {
        Exchange first = exchange("sold A".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE);
        first.setProperty("documentMessageId", "msg_1");
        Exchange again = exchange("sold A".getBytes(StandardCharsets.UTF_8), WhenBroken.REFUSE);
        again.setProperty("documentMessageId", "msg_1");
        assertThat(entries(parcels(again))).isEqualTo(entries(parcels(first)));
        assertThat(first.getProperty("documentId")).isEqualTo(again.getProperty("documentId"));
    }
}
