package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came with a document decides how a mapping reads it, in the commands as in the routes. */
class EnvelopeTest {

    private static final String MAPPING = """
            let at = "2026-11-25T10:00:00+01:00"
            if ($envelope.topic == "orders/paid") [
              {"order": {"orderId": "web-" + .id, "changedAt": $at, "contactKeys": [{"type": "email", "value": .email}],
                "action": {"name": "order-confirmed", "id": .id}}},
              {"contact": {"changedAt": $at, "contactKeys": [{"type": "email", "value": .email}],
                "attributes": {"firstName": "Elsa"}}}
            ] else {"nonSale": "other-topic"}
            """;

    @TempDir
    Path folder;

    private String routes;
    private String order;

    @BeforeEach
    void aSourceWhoseDocumentsDoNotSayWhatHappened() throws IOException {
        Path copy = folder.resolve("routes");
        TryCommandTest.copy(Path.of("routes"), copy);
        Files.writeString(copy.resolve("layouts/web.jslt"), MAPPING);
        Files.writeString(
                copy.resolve("sources/web.camel.yaml"),
                Files.readString(Path.of("routes/sources/till-json.camel.yaml"))
                        .replace("till-json", "web")
                        .replaceFirst("format: json\\b", "format: json\n              layout: web"));
        Path test = Files.createDirectories(copy.resolve("tests/web/paid"));
        order = Files.writeString(test.resolve("input.json"), "{\"id\": \"17\", \"email\": \"elsa.ek@example.com\"}")
                .toString();
        routes = copy.toString();
    }

    @Test
    void tryReadsByItAndCountsOrdersAndContactsApartFromReceipts() {
        Called called = Called.with(
                "try", order, "--source", "web", "--envelope", "topic=orders/paid", "--verbose", "--routes", routes);

        assertThat(called.status()).isZero();
        assertThat(called.out())
                .contains("2 seen = 0 receipts + 1 orders + 1 contacts + 0 non-sales + 0 rejected")
                .containsPattern("delivered .*, order web-17, action order-confirmed")
                .containsPattern("delivered .*, contact ");
    }

    @Test
    void withoutItTheDocumentIsAnother() {
        Called called = Called.with("try", order, "--source", "web", "--routes", routes);

        assertThat(called.out()).contains("1 seen = 0 receipts + 1 non-sales (other-topic 1) + 0 rejected");
    }

    @Test
    void jsonSaysTheSame() {
        Called called = Called.with(
                "try", order, "--source", "web", "--envelope", "topic=orders/paid", "--json", "--routes", routes);

        assertThat(called.out())
                .contains("\"orders\": 1", "\"contacts\": 1", "\"kind\": \"order\"", "\"action\": \"order-confirmed\"");
    }

    @Test
    void aDifferenceShowsNoCustomer() throws IOException {
        Path changed = folder.resolve("changed.jslt");
        Files.writeString(
                changed,
                MAPPING.replace("\"Elsa\"", "\"Ebba\"").replace("\"value\": .email", "\"value\": \"x\" + .email"));
        Called called = Called.with(
                "try",
                order,
                "--source",
                "web",
                "--envelope",
                "topic=orders/paid",
                "--diff",
                changed.toString(),
                "--routes",
                routes);

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).contains("order.contactKeys[0].value", "contact.attributes.firstName");
        assertThat(called.out()).doesNotContain("elsa.ek", "Ebba", "Elsa");
    }

    @Test
    void aGoldenTestHasItInAFileBesideTheDocument() throws IOException {
        Files.writeString(folder.resolve("routes/tests/web/paid/envelope.properties"), "topic=orders/paid\n");
        Called.with("test", "web/paid", "--update", "--routes", routes);

        assertThat(Files.readString(folder.resolve("routes/tests/web/paid/expected.json")))
                .contains("\"orderId\": \"web-17\"", "\"orders\": 1");
        Called again = Called.with("test", "web/paid", "--routes", routes);
        assertThat(again.out()).contains("1 ok, 0 failed");
    }

    @Test
    void anEntryWithoutAValueIsAWrongOption() {
        Called called = Called.with("try", order, "--source", "web", "--envelope", "orders/paid", "--routes", routes);

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).contains("--envelope");
    }
}
