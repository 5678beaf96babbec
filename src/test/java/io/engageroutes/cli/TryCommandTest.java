package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {

    private static final String DAY = "routes/tests/till-csv/day/input.csv";
    private static final String FAULTS = "routes/tests/till-csv/faults/input.csv.gz";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Path broken;

    @BeforeEach
    void aFileWithoutItsColumns() throws IOException {
        broken = Files.writeString(folder.resolve("broken.csv"), "a;b\n1;2\n");
    }

    @Test
    void allGoodIsStatus0AndTheAccountsAddUp() {
        Called called = Called.with("try", DAY, "--source", "till-csv");

        assertThat(called.status()).isZero();
        assertThat(called.errors()).isEmpty();
        assertThat(called.out())
                .contains("7 seen = 6 receipts + 1 non-sales (cancelled 1) + 0 rejected")
                .contains("skipped         1 (no-contact 1)")
                .containsPattern("SEK delivered +5 +2826.80 +544.12");
    }

    @Test
    void aFaultIsStatus1WithItsPlaceAndRule() {
        Called called = Called.with("try", FAULTS, "--source", "till-csv");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("rejected")
                .contains("line 6, column \"Typ\": 'X'")
                .contains("(unknown-value)");
    }

    @Test
    void noLineIsWiderThanATerminal() {
        Called called = Called.with("try", FAULTS, DAY, broken.toString(), "--source", "till-csv", "--verbose");

        assertThat(called.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void aBrokenDocumentIsStatus2AndTheOthersAreTriedAllTheSame() {
        Called called = Called.with("try", broken.toString(), DAY, "--source", "till-csv");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.out()).contains("BROKEN").contains("Butik").contains("7 seen");
    }

    @Test
    void anUnknownSourceIsStatus2AndNamesThoseThatThereAre() {
        Called called = Called.with("try", DAY, "--source", "till-cvs");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).contains("till-cvs").contains("till-csv, till-extenda");
    }

    @Test
    void aMissingFileIsStatus2() {
        Called called = Called.with("try", "nowhere.csv", "--source", "till-csv");

        assertThat(called.status()).isEqualTo(2);
        assertThat(called.errors()).contains("nowhere.csv");
    }

    @Test
    void contactKeysAreMaskedUnlessAskedFor() {
        String[] masked = {"try", DAY, "--source", "till-csv", "--show", "9", "--verbose"};
        assertThat(Called.with(masked).out()).contains("\"value\": \"5***7\"").doesNotContain("5210000017");
        assertThat(Called.with("try", DAY, "--source", "till-csv", "--show", "1", "--json")
                        .out())
                .doesNotContain("5210000017");
        assertThat(Called.with("try", DAY, "--source", "till-csv", "--show", "1", "--show-contacts")
                        .out())
                .contains("5210000017");
    }

    @Test
    void jsonIsOneObjectWithTheSameAccounts() throws IOException {
        Called called = Called.with("try", DAY, FAULTS, "--source", "till-csv", "--json", "--show", "1");
        JsonNode json = new ObjectMapper().readTree(called.out());

        assertThat(called.status()).isEqualTo(1);
        assertThat(json.path("good").asBoolean()).isFalse();
        assertThat(json.path("all").path("seen").asInt()).isEqualTo(11);
        assertThat(json.path("documents")).hasSize(2);
        JsonNode first = json.path("documents").path(0);
        assertThat(first.path("good").asBoolean()).isTrue();
        assertThat(first.path("transactions")).hasSize(7);
        assertThat(first.path("transactions")
                        .path(0)
                        .path("sent")
                        .path("totalGrossPrice")
                        .decimalValue())
                .isEqualByComparingTo("528.80");
        assertThat(first.path("transactions").path(1).has("sent")).isFalse();
        assertThat(first.path("totals")
                        .path("SEK")
                        .path("delivered")
                        .path("total")
                        .asText())
                .isEqualTo("2826.80");
    }

    @Test
    void anotherLayoutCanBeTriedWithoutARoute() {
        Called called = Called.with(
                "try", DAY, "--source", "not-yet", "--format", "delimited", "--layout", "nordic-flat-apart");

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("Source not-yet: delimited by nordic-flat-apart");
    }

    @Test
    void noDifferenceBetweenALayoutAndItselfIsStatus0() {
        Called called = Called.with("try", DAY, "--source", "till-csv", "--diff", "nordic-flat");

        assertThat(called.status()).isZero();
        assertThat(called.out()).contains("No difference.");
    }

    @Test
    void aChangedLayoutIsShownFieldByField() throws IOException {
        Path old = folder.resolve("old.yaml");
        String layout = Files.readString(Path.of("routes/layouts/nordic-flat.yaml"));
        Files.writeString(old, layout.replace("KORT: card", "KORT: Kort").replace("SWISH: swish, ", ""));
        Called called = Called.with("try", DAY, "--source", "till-csv", "--diff", old.toString());

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("tenders[0].type Kort -> card")
                .contains("end rejected -> delivered")
                .contains("changes");
    }

    @Test
    void anOlderFolderOfRoutesIsComparedWithItsOwnStoresAndLayouts() throws IOException {
        copy(Path.of("routes"), folder.resolve("before"));
        Path stores = folder.resolve("before/data/stores.csv");
        Files.writeString(
                stores,
                Files.readString(stores).replace("014;Göteborg;Europe/Stockholm", "014;Göteborg;Europe/Helsinki"));
        Called called = Called.with(
                "try",
                DAY,
                "--source",
                "till-csv",
                "--diff",
                folder.resolve("before").toString(),
                "--json");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out())
                .contains("\"path\": \"occurredAt\"")
                .contains("2026-11-03T10:12:05+02:00")
                .contains("2026-11-03T10:12:05+01:00");
    }

    @Test
    void garbageIsSaidPlainly() throws IOException {
        Path garbage = Files.write(folder.resolve("garbage"), "\1\2<xml>\0&&&".getBytes(WINDOWS));
        for (String source : new String[] {"till-csv", "till-extenda", "till-wincor", "till-json", "erp", "shop"}) {
            Called called = Called.with("try", garbage.toString(), "--source", source);
            assertThat(called.status()).as(source).isIn(1, 2);
            assertThat(called.out() + called.errors())
                    .as(source)
                    .doesNotContain("Exception")
                    .doesNotContain("unexpected");
        }
    }

    @Test
    void whatWouldSteerATerminalIsNotPrinted() throws IOException {
        Path evil = Files.writeString(
                folder.resolve("evil.json"),
                "{\"uniqueId\":\"x\\u001b[2Jy\",\"receiptNumber\":\"1\\u009b\",\"storeId\":\"\\u001b]0;z\"}");
        Called called = Called.with("try", evil.toString(), "--source", "till-json", "--show", "1", "--verbose");

        assertThat(called.status()).isEqualTo(1);
        assertThat(called.out()).contains("x?[2Jy").doesNotContain("\u001b");
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
