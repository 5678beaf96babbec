package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The canonical JSON of tills, ERP and shop: it is JSON, and its amounts are right unless they are meant to be wrong. */
class SampleReceiptsTest {

    /** Those whose faults the README promises. */
    private static final Set<String> FAULTY =
            Set.of("till-json-014-3-20261105-140", "till-json-014-3-20261105-141", "erp-SE-88031");

    private static final Set<String> STORES = Set.of("3004", "367", "014", "101", "201", "301", "WEB");

    private final SampleDocuments samples = new SampleDocuments();

    @Test
    void onlyTheLinesThatTheReadmeNamesAreNoJson() {
        assertThat(texts().filter(text -> !isJson(text)))
                .hasSize(2)
                .anyMatch(text -> text.contains("-143\"") && text.endsWith(",,}"))
                .anyMatch(text -> text.contains("-151\"") && !text.endsWith("}"));
    }

    @Test
    void linesLessDiscountsAreTheTotalAndTendersPayIt() {
        List<JsonNode> receipts = receipts().toList();
        assertThat(receipts).hasSizeGreaterThan(20);
        for (JsonNode receipt : receipts) {
            String id = receipt.get("uniqueId").asText();
            BigDecimal lines = sum(receipt, "lines", "gross").subtract(sum(receipt, "basketDiscounts", "amount"));
            BigDecimal total = new BigDecimal(receipt.get("total").asText());
            assertThat(lines).as(id).isEqualByComparingTo(total);
            BigDecimal rounding = new BigDecimal(receipt.path("cashRounding").asText("0"));
            assertThat(sum(receipt, "tenders", "amount")).as(id).isEqualByComparingTo(total.add(rounding));
        }
    }

    @Test
    void taxFollowsFromPriceAndRate() {
        receipts().forEach(receipt -> {
            for (JsonNode line : receipt.get("lines")) {
                BigDecimal gross = decimal(line, "gross");
                BigDecimal percent = decimal(line, "taxPercent");
                BigDecimal tax =
                        gross.multiply(percent).divide(percent.add(new BigDecimal(100)), 2, RoundingMode.HALF_UP);
                assertThat(decimal(line, "taxAmount"))
                        .as(receipt.get("uniqueId").asText())
                        .isEqualByComparingTo(tax);
            }
            if (receipt.has("taxTotal")) {
                assertThat(decimal(receipt, "taxTotal")).isEqualByComparingTo(sum(receipt, "lines", "taxAmount"));
            }
        });
    }

    @Test
    void unitPriceTimesQuantityLessDiscountsIsTheLineUnlessItIsReturned() {
        receipts()
                .flatMap(receipt -> StreamSupport.stream(receipt.get("lines").spliterator(), false))
                .filter(line -> line.get("type").asText().equals("SALE"))
                .forEach(line -> assertThat(decimal(line, "unitPrice")
                                .multiply(decimal(line, "quantity"))
                                .subtract(sum(line, "discounts", "amount")))
                        .isEqualByComparingTo(decimal(line, "gross")));
    }

    @Test
    void storesDaysAndMembersAreThoseOfTheSandbox() {
        receipts().forEach(receipt -> {
            assertThat(STORES).contains(receipt.get("storeId").asText());
            assertThat(receipt.get("occurredAt").asText()).matches("2026-11-(0[2-9]|10)T.*[+]0[12]:00");
            for (JsonNode key : receipt.path("contactKeys")) {
                String value = key.get("value").asText();
                if (key.get("type").asText().equals("memberNumber")) {
                    assertThat(value).matches("52100000\\d\\d");
                }
            }
        });
    }

    @Test
    void sameReceiptAgainAndTheConflictAreThere() {
        List<JsonNode> twice = receipts()
                .filter(receipt -> receipt.get("uniqueId").asText().equals("till-json-014-3-20261103-118"))
                .toList();
        assertThat(twice).hasSize(3);
        assertThat(twice.get(1)).isEqualTo(twice.get(0));
        assertThat(twice.get(2)).isNotEqualTo(twice.get(0));
    }

    @Test
    void someMembersAreKnownToTheSimulatorAndSomeAreNot() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            List<String> known = simulator.json("/simulator/contacts").findValuesAsText("memberNumber");
            Set<String> used = new TreeSet<>();
            receipts().forEach(receipt -> receipt.path("contactKeys").forEach(key -> {
                if (key.get("type").asText().equals("memberNumber")) {
                    used.add(key.get("value").asText());
                }
            }));
            assertThat(used).anyMatch(known::contains).anyMatch(member -> !known.contains(member));
        }
    }

    /** The receipts that are meant to be right; events that are no sale left out. */
    private Stream<JsonNode> receipts() {
        return texts().filter(SampleReceiptsTest::isJson)
                .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                .filter(receipt -> receipt.has("lines"))
                .filter(receipt -> !FAULTY.contains(receipt.get("uniqueId").asText()));
    }

    private Stream<String> texts() {
        Stream<String> lines = samples.tills().stream()
                .filter(document -> document.folder().equals("till-json"))
                .flatMap(document -> text(document).lines());
        Stream<String> others =
                Stream.concat(samples.erp().stream(), samples.shop().stream()).map(SampleReceiptsTest::text);
        return Stream.concat(lines, others);
    }

    private static String text(SampleDocument document) {
        return new String(document.content(), StandardCharsets.UTF_8);
    }

    private static boolean isJson(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8)).isObject();
        } catch (Nonsense e) {
            return false;
        }
    }

    /** The sum of a field, returned lines against sold ones. */
    private static BigDecimal sum(JsonNode owner, String rows, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode row : owner.path(rows)) {
            BigDecimal amount = decimal(row, field);
            sum = row.path("type").asText().equals("RETURN") ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }

    private static BigDecimal decimal(JsonNode owner, String field) {
        assertThat(owner.get(field).isTextual())
                .as(field + " is a decimal string")
                .isTrue();
        return new BigDecimal(owner.get(field).asText());
    }
}
