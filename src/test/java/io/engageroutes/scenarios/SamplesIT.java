package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.scenarios.SampleTables.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees at the first start is what the sandbox's README says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SamplesIT {

    private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5);

    @TempDir
    static Path folder;

    private static List<Row> rows;
    private static RunningApplication application;
    private static Map<String, JsonNode> delivered;

    @BeforeAll
    static void start() throws Exception {
        rows = SampleTables.read();
        // one consumer each: the README speaks of what comes out if the order is kept
        application = RunningApplication.start(
                folder, SamplesIT.class, "sandbox.samples=true", "delivery.consumers=1", "erp.consumers=1");
        long documents =
                rows.stream().map(row -> row.source() + row.file()).distinct().count();
        eventually()
                .until(() ->
                        application.count("select count(*) from document") == documents && application.isSettled());
        delivered = application.simulator().receipts();
        eventually().until(() -> {
            delivered = application.simulator().receipts();
            return delivered.size() == rowsWith("delivered").size();
        });
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static List<Row> rowsWith(String end) {
        return rows.stream().filter(row -> row.end().equals(end)).toList();
    }

    @Test
    @Order(1)
    void theReadmeTellsOfEveryKindOfEnd() {
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(rows)
                .extracting(Row::end)
                .containsOnly("delivered", "skipped", "duplicate", "dead", "non-sale", "broken");
        assertThat(rows).extracting(Row::source).contains("till-extenda", "till-wincor", "till-csv", "till-json");
        assertThat(rows).extracting(Row::source).contains("erp", "erp-idocs", "erp-invoices", "shop");
    }

    @Test
    @Order(2)
    void everyTillReceiptEndsAsTheReadmeSays() throws IOException {
        for (Row row : rows) {
            if (!row.source().startsWith("till-")
                    || Set.of("non-sale", "broken").contains(row.end())) {
                continue;
            }
            List<Map<String, Object>> ends = row.detail().equals("not JSON")
                    ? application.rows(ENDS + " and l.reason = 'not-json'", row.source(), row.file())
                    : application.rows(ENDS + " and l.receipt_number = ?", row.source(), row.file(), row.receipt());
            assertThat(ends).as(row.toString()).hasSize(1);
            assertThat(ends.get(0).get("ended")).as(row.toString()).isEqualTo(row.end());
            assertEnd(row, ends.get(0));
        }
    }

    private static final String ENDS = """
            select l.*, f.faults from message_ledger l join document d on d.id = l.document_id
                left join dead_letter f on f.message_id = l.message_id
            where d.source = ? and d.name = ?""";

    private static void assertEnd(Row row, Map<String, Object> end) throws IOException {
        switch (row.end()) {
            case "delivered" -> assertDelivered(row, (String) end.get("business_key"));
            case "skipped" -> assertThat(end.get("reason")).isEqualTo("no-contact");
            case "dead" -> assertDead(row, (String) end.get("reason"), (String) end.get("faults"));
            default -> assertThat(end.get("reason")).isNull();
        }
    }

    private static void assertDelivered(Row row, String uniqueId) {
        assertThat(delivered).as(row.toString()).containsKey(uniqueId);
        assertThat(delivered.get(uniqueId).get("totalGrossPrice").decimalValue())
                .as(row.toString())
                .isEqualByComparingTo(new BigDecimal(row.detail()));
    }

    private static void assertDead(Row row, String reason, String faultsJson) throws IOException {
        JsonNode faults = RunningApplication.JSON.readTree(faultsJson);
        assertThat(faults).as(row.toString()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.path("code").asText()).isNotBlank();
            assertThat(fault.path("place").asText()).isNotBlank();
            assertThat(fault.path("rule").asText()).hasSizeGreaterThan(20);
        });
        String[] words = row.detail().split(" ");
        switch (row.detail()) {
            case "conflict" -> assertThat(reason).isEqualTo("conflict");
            case "total" -> assertThat(reason).isEqualTo("total-mismatch");
            case "not JSON" -> assertThat(reason).isEqualTo("not-json");
            case "cut row" -> assertThat(reason).isEqualTo("columns-differ");
            case "no receipts" -> assertThat(reason).isEqualTo("no-receipts");
            default -> assertThat(faults).as(row + " " + faultsJson).hasSize(NUMBERS.get(words[0]));
        }
    }

    @Test
    @Order(3)
    void everyMessageOfErpAndShopEndsAsTheReadmeSays() throws IOException {
        Map<String, Long> said = new TreeMap<>();
        for (Row row : rows) {
            if (row.source().contains("-")) {
                continue;
            }
            String id = RunningApplication.JSON
                    .readTree(SampleTables.FOLDER
                            .resolve(row.source())
                            .resolve(row.file())
                            .toFile())
                    .get("uniqueId")
                    .asText();
            if (!row.end().equals("non-sale")) {
                said.merge(row.source() + " " + row.end() + " " + id, 1L, Long::sum);
            }
            if (row.end().equals("delivered")) {
                assertDelivered(row, id);
            } else if (row.end().equals("dead")) {
                Map<String, Object> dead = application
                        .rows("select * from dead_letter where source = ?", row.source())
                        .get(0);
                assertDead(row, (String) dead.get("reason"), (String) dead.get("faults"));
                assertThat((String) dead.get("original")).contains(id);
                said.remove(row.source() + " dead " + id);
                said.merge(row.source() + " dead " + dead.get("business_key"), 1L, Long::sum);
            }
        }
        assertThat(application.rows("""
                        select source, ended, business_key, count(*) as messages from message_ledger
                        where source in ('erp', 'shop') group by source, ended, business_key""").stream()
                        .collect(Collectors.toMap(
                                end -> end.get("source") + " " + end.get("ended") + " " + end.get("business_key"),
                                end -> (Long) end.get("messages"))))
                .isEqualTo(said);
    }

    @Test
    @Order(3)
    void everyReceiptInTheErpsDocumentsEndsAsTheReadmeSays() throws IOException {
        for (Row row : rows) {
            if (!row.source().startsWith("erp-")) {
                continue;
            }
            List<Map<String, Object>> ends = row.receipt().isEmpty()
                    ? application.rows(ENDS_OF_SOURCE + " and l.receipt_number is null", row.source())
                    : application.rows(ENDS_OF_SOURCE + " and l.receipt_number = ?", row.source(), row.receipt());
            assertThat(ends).as(row.toString()).hasSize(1);
            assertThat(ends.get(0).get("ended")).as(row.toString()).isEqualTo(row.end());
            assertEnd(row, ends.get(0));
        }
        assertThat(delivered.get("erp-idocs-3004-4-20261109-6001").toString())
                .contains("Linneskjorta bl\u00e5", "Boken om \u00c5n");
    }

    private static final String ENDS_OF_SOURCE = """
            select l.*, f.faults from message_ledger l left join dead_letter f on f.message_id = l.message_id
            where l.source = ?""";

    @Test
    @Order(4)
    void nonSalesAreCountedInTheirDocuments() {
        Map<String, Long> said = rowsWith("non-sale").stream()
                .collect(Collectors.groupingBy(
                        row -> row.source() + " " + (row.source().startsWith("till-") ? row.file() : ""),
                        Collectors.counting()));
        Map<String, Long> counted = application.rows("select * from document where non_sales > 0").stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("source") + " "
                                + (row.get("source").toString().startsWith("till-") ? row.get("name") : ""),
                        Collectors.summingLong(row -> (Long) row.get("non_sales"))));
        assertThat(counted).isEqualTo(said);
    }

    @Test
    @Order(5)
    void brokenFilesLieInFailedWithAReportAndAllOthersInDone() throws IOException {
        Set<String> broken = rowsWith("broken").stream()
                .map(row -> row.source() + "/" + row.file())
                .collect(Collectors.toSet());
        for (Row row : rows) {
            if (!row.source().startsWith("till-")) {
                continue;
            }
            Path sftp = application.sftp(row.source());
            boolean failed = broken.contains(row.source() + "/" + row.file());
            Path put = sftp.resolve(failed ? "failed" : "done").resolve(row.file());
            eventually().until(() -> Files.exists(put));
            assertThat(put)
                    .hasSameBinaryContentAs(
                            SampleTables.FOLDER.resolve(row.source()).resolve(row.file()));
            assertThat(sftp.resolve(row.file())).doesNotExist();
            if (failed) {
                assertThat(sftp.resolve("failed").resolve(row.file() + ".report.txt"))
                        .content(StandardCharsets.UTF_8)
                        .contains("Where and why: ", row.source() + " " + row.file(), " seen = ");
            }
        }
    }

    @Test
    @Order(6)
    void theAccountsOfEverySourceAddUp() {
        application.assertThatTheAccountsAddUp();
        for (String end : List.of("delivered", "skipped", "duplicate", "dead")) {
            Map<Object, Object> ledger = application
                    .rows("select source, count(*) as ends from message_ledger where ended = ? group by source", end)
                    .stream()
                    .collect(Collectors.toMap(row -> row.get("source"), row -> row.get("ends")));
            assertThat(ledger)
                    .as(end)
                    .isEqualTo(
                            rowsWith(end).stream().collect(Collectors.groupingBy(Row::source, Collectors.counting())));
        }
    }

    @Test
    @Order(7)
    void theLogHasOneLineForEachEndAndNobodyIsNamedInIt() throws IOException {
        String log = application.log();
        long ends = rows.stream()
                .filter(row -> !Set.of("non-sale", "broken").contains(row.end()))
                .count();
        assertThat(log.lines().filter(line -> line.contains(" io.engageroutes.ends ")))
                .hasSize((int) ends);
        assertThat(log)
                .doesNotContain("\tat ")
                .doesNotContain(" ERROR ")
                .doesNotContainPattern("521000\\d{4}")
                .doesNotContain("@example.org", "+4670", "WEB-70066");
    }

    @Test
    @Order(8)
    void theSecondStartDropsNothingAgain() throws Exception {
        long documents = application.count("select count(*) from document");
        application.restart();
        for (String source : List.of("till-extenda", "till-wincor", "till-csv", "till-json")) {
            try (var files = Files.list(application.sftp(source))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
        application.erp().sendText(Receipts.sale("after-restart"));
        eventually().until(() -> application.simulator().has("after-restart"));
        assertThat(application.simulator().receipts()).containsOnlyKeys("after-restart");
        assertThat(application.count("select count(*) from document")).isEqualTo(documents + 1);
        application.assertThatTheAccountsAddUp();
    }
}
