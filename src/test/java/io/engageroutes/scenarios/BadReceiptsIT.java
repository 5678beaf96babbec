package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts that are wrong: each is a dead letter that says what to mend, and its neighbours are delivered. */
class BadReceiptsIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static int files;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, BadReceiptsIT.class, "sftp.complete=none", "sftp.every=200");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void theAccountsAddUpAndTheLogIsFitToRead() throws IOException {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        assertThat(application.log()).doesNotContain("\tat ", " ERROR ", Receipts.MEMBER, "@example.org");
    }

    /** Sends the receipt between two good ones in a till's file, and gives the dead letter. */
    private static Map<String, Object> dead(Consumer<ObjectNode> change) throws IOException {
        String id = "file-" + ++files;
        String bad = Receipts.sale(id + "-bad", change);
        application.drop(
                "till-json",
                id + ".jsonl",
                (Receipts.sale(id + "-a") + "\n" + bad + "\n" + Receipts.sale(id + "-b") + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() -> application.simulator().has(id + "-a")
                        && application.simulator().has(id + "-b"));
        assertThat(application.simulator().has(id + "-bad")).isFalse();
        eventually().until(() -> !letters(id + ".jsonl").isEmpty());
        assertThat(letters(id + ".jsonl")).hasSize(1);
        Map<String, Object> letter = letters(id + ".jsonl").get(0);
        assertThat(letter.get("receipt_number")).isEqualTo(id + "-bad");
        assertThat(letter.get("place")).isEqualTo("line 2");
        assertThat(application.log().lines())
                .filteredOn(line -> line.contains(id + ".jsonl: " + letter.get("reason")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(" WARN ", " dead ", id + "-bad"));
        return letter;
    }

    private static List<Map<String, Object>> letters(String document) {
        return application.rows(
                "select l.* from dead_letter l join document d on d.id = l.document_id where d.name = ?", document);
    }

    private static JsonNode onlyFault(Map<String, Object> letter) throws IOException {
        JsonNode faults = faults(letter);
        assertThat(faults).as(faults.toString()).hasSize(1);
        return faults.get(0);
    }

    private static JsonNode faults(Map<String, Object> letter) throws IOException {
        return RunningApplication.JSON.readTree((String) letter.get("faults"));
    }

    private static void assertFault(JsonNode fault, String code, String place, String value, String rule) {
        assertThat(fault.path("code").asText()).isEqualTo(code);
        assertThat(fault.path("place").asText()).isEqualTo(place);
        assertThat(fault.path("value").asText(null)).isEqualTo(value);
        assertThat(fault.path("rule").asText()).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9,5",
                "1.2.3",
                "NaN",
                "Infinity",
                "1e5",
                "0x1F",
                "--5",
                "1 000.00",
                "\u0669",
                "twelve",
                "1.",
                "+1"
            })
    void decimalNonsense(String nonsense) throws IOException {
        Map<String, Object> letter = dead(receipt -> Receipts.line(receipt).put("gross", nonsense));
        assertFault(onlyFault(letter), "not-a-decimal", "lines[0].gross", nonsense, "a decimal such as 12.50");
        assertThat((String) letter.get("original")).contains(nonsense);
    }

    @Test
    void aNumberFarTooLarge() throws IOException {
        Map<String, Object> letter = dead(receipt -> {
            Receipts.line(receipt).put("gross", "999999999999999.00");
            receipt.put("total", "999999999999999.00");
        });
        assertThat(faults(letter).findValuesAsText("code")).containsOnly("number-too-large");
        assertThat(faults(letter).findValuesAsText("place")).containsExactlyInAnyOrder("lines[0].gross", "total");
    }

    @Test
    void unknownCurrency() throws IOException {
        Map<String, Object> letter = dead(receipt -> receipt.put("currency", "SKR"));
        assertFault(onlyFault(letter), "currency-unknown", "currency", "SKR", "ISO 4217 currency in capital letters");
    }

    @Test
    void missingStore() throws IOException {
        assertFault(
                onlyFault(dead(receipt -> receipt.remove("storeId"))),
                "field-missing",
                "storeId",
                null,
                "the store's id as Engage knows it");
    }

    @Test
    void unknownStore() throws IOException {
        assertFault(
                onlyFault(dead(receipt -> receipt.put("storeId", "998"))),
                "store-unknown",
                "storeId",
                "998",
                "add it there, or correct the id");
    }

    @Test
    void futureDate() throws IOException {
        String future = OffsetDateTime.now().plusDays(3).withNano(0).toString();
        JsonNode fault = onlyFault(dead(receipt -> receipt.put("occurredAt", future)));
        assertThat(fault.get("code").asText()).isEqualTo("occurred-in-future");
        assertThat(fault.get("rule").asText()).contains("correct the till's clock");
    }

    @Test
    void manyFaultsAtOnce() throws IOException {
        Map<String, Object> letter = dead(receipt -> {
            receipt.put("storeId", "998").put("currency", "SKR").put("occurredAt", "1066-10-14T10:00:00Z");
            Receipts.line(receipt).put("quantity", "-1").put("articleName", " ");
            ((ObjectNode) receipt.at("/contactKeys/0")).put("type", "email").put("value", "not an address");
        });
        assertThat((String) letter.get("reason"))
                .isEqualTo("amount-negative,contact-key-invalid,currency-unknown,field-missing,occurred-too-early,"
                        + "store-unknown");
        assertThat((String) letter.get("faults")).doesNotContain("not an address");
    }

    /** In one file, so that they are claimed together. */
    @Test
    void duplicateAndConflictingIds() throws IOException {
        String first = Receipts.sale("twin");
        String other = Receipts.sale("twin", receipt -> Receipts.line(receipt).put("articleName", "Mittens"));
        application.drop(
                "till-json",
                "twins.jsonl",
                (first + "\n" + first + "\n" + other + "\n").getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() -> application.count("select count(*) from message_ledger where business_key = 'twin'") == 3);
        assertThat(application.rows("select ended from message_ledger where business_key = 'twin' order by place"))
                .extracting(end -> end.get("ended"))
                .containsExactly("delivered", "duplicate", "dead");
        JsonNode fault = onlyFault(letters("twins.jsonl").get(0));
        assertFault(fault, "conflict", "uniqueId", "twin", "another receipt with other content was delivered");
        assertThat(application
                        .simulator()
                        .receipts()
                        .get("twin")
                        .at("/items/0/articleName")
                        .asText())
                .isEqualTo("Ullsockor");
        assertThat(application.simulator().stats().get("duplicates").asInt()).isZero();
    }

    @Test
    void nonsenseInPosLog() throws IOException {
        String document = PosLogs.document("31", "32", "33");
        int at = document.indexOf("<SequenceNumber>32<");
        String bad = document.substring(0, at)
                + document.substring(at)
                        .replaceFirst("<ExtendedAmount>[^<]*", "<ExtendedAmount>sixty")
                        .replaceFirst("<CurrencyCode>SEK", "<CurrencyCode>SKR");
        application.drop("till-extenda", "nonsense.xml", bad.getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() -> application.simulator().has(PosLogs.key("31"))
                        && application.simulator().has(PosLogs.key("33")));
        eventually().until(() -> letters("nonsense.xml").size() == 1);
        JsonNode fault = faults(letters("nonsense.xml").get(0)).get(0);
        assertThat(fault.get("code").asText()).isEqualTo("not-a-decimal");
        assertThat(fault.get("value").asText()).isEqualTo("sixty");
        assertThat(letters("nonsense.xml").get(0).get("receipt_number")).isEqualTo("32");
    }

    @Test
    void nonsenseInCsv() throws IOException {
        Charset charset = Charset.forName("windows-1252");
        String sample = Files.readString(SampleTables.FOLDER.resolve("till-csv/014-20261105.csv"), charset);
        String row = sample.lines().skip(1).findFirst().orElseThrow();
        String document = sample.lines().findFirst().orElseThrow() + "\n" + row.replace("79,90", "79.9O") + "\n"
                + row.replace("000890", "000899") + "\n";
        application.drop("till-csv", "nonsense.csv", document.getBytes(charset));
        eventually().until(() -> application.simulator().has("till-csv-014-7-20261105-000899"));
        eventually().until(() -> letters("nonsense.csv").size() == 1);
        Map<String, Object> letter = letters("nonsense.csv").get(0);
        assertThat(letter.get("reason")).isEqualTo("not-a-number");
        assertThat((String) letter.get("faults")).contains("line 2, column", "79.9O");
    }
}
