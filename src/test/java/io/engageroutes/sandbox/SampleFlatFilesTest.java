package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The till's flat files: Windows-1252, and their amounts are right unless they are meant to be wrong. */
class SampleFlatFilesTest {

    private static final Set<String> BROKEN = Set.of("014-20261105.csv", "014-20261106.csv");
    private static final Set<String> FAULTY = Set.of("000880");
    private static final Set<String> NEVER_PAID = Set.of("000875");

    @Test
    void rowsLessReceiptDiscountAreTheTotalAndItIsPaid() {
        int checked = 0;
        for (SampleDocument document : documents()) {
            if (BROKEN.contains(document.name())) {
                continue;
            }
            for (List<Map<String, String>> receipt : receipts(document).values()) {
                Map<String, String> first = receipt.get(0);
                String number = first.get("Kvittonr");
                if (FAULTY.contains(number)) {
                    continue;
                }
                BigDecimal sum = receipt.stream()
                        .map(row -> row.get("Typ").equals("R")
                                ? amount(row, "Belopp").negate()
                                : amount(row, "Belopp"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .subtract(amount(first, "Kvittorabatt"));
                assertThat(sum).as(number).isEqualByComparingTo(amount(first, "Totalt"));
                if (!NEVER_PAID.contains(number)) {
                    assertThat(amount(first, "Betalt")).as(number).isEqualByComparingTo(sum);
                }
                checked++;
            }
        }
        assertThat(checked).isEqualTo(10);
    }

    @Test
    void filesAreWindows1252AndNotUtf8() {
        for (SampleDocument document : documents()) {
            String text = new String(document.content(), Charset.forName("windows-1252"));
            assertThat(text).startsWith("Butik;Kassa;Kvittonr;").contains("Benämning");
            assertThat(new String(document.content(), StandardCharsets.UTF_8)).contains("\uFFFD");
        }
    }

    @Test
    void oneFileEndsInTheMiddleOfARowAndOneLacksAColumn() {
        Map<String, String> texts = new HashMap<>();
        documents().forEach(document -> texts.put(document.name(), text(document)));
        assertThat(texts.get("014-20261105.csv")).endsWith("blå;");
        assertThat(header(texts.get("014-20261106.csv")))
                .doesNotContain("Antal")
                .contains("Antall");
        BROKEN.forEach(texts::remove);
        assertThat(texts.values()).hasSize(2).allSatisfy(text -> {
            assertThat(header(text)).contains("Antal");
            assertThat(text).endsWith("\r\n");
        });
    }

    private static Map<String, List<Map<String, String>>> receipts(SampleDocument document) {
        String text = text(document);
        List<String> columns = header(text);
        Map<String, List<Map<String, String>>> receipts = new LinkedHashMap<>();
        text.lines().skip(1).forEach(line -> {
            List<String> cells = Arrays.asList(line.split(";", -1));
            assertThat(cells).as(line).hasSameSizeAs(columns);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            receipts.computeIfAbsent(row.get("Kvittonr"), unused -> new ArrayList<>())
                    .add(row);
        });
        return receipts;
    }

    private static List<String> header(String text) {
        return List.of(text.lines().findFirst().orElseThrow().split(";"));
    }

    private static BigDecimal amount(Map<String, String> row, String column) {
        String text = row.get(column).replace("\u00a0", "").replace(',', '.');
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static String text(SampleDocument document) {
        return new String(document.content(), Charset.forName("windows-1252"));
    }

    private static List<SampleDocument> documents() {
        return new SampleDocuments()
                .tills().stream()
                        .filter(document -> document.folder().equals("till-csv"))
                        .toList();
    }
}
