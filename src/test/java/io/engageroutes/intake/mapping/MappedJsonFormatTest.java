package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedJsonFormatTest {

    private static final String RECEIPT =
            "{\"uniqueId\": $source + \"-\" + .id, \"receiptNumber\": .id, \"storeId\": \"014\", \"total\": ";

    @TempDir
    Path folder;

    private Mapped read(String jslt, String settings, String document) {
        return Mapped.read(Mapped.json(folder, jslt, settings), document);
    }

    private Mapped total(String expression, String document) {
        return read(RECEIPT + expression + "}", null, document);
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(total(".t", "{\"id\":\"1\",\"t\":123456789012.123456}")
                        .only()
                        .total())
                .hasToString("123456789012.123456");
        assertThat(total("add(.t, \"0.2\")", "{\"id\":\"1\",\"t\":0.1}").only().total())
                .hasToString("0.3");
        assertThat(total("money(.t, \"SEK\")", "{\"id\":\"1\",\"t\":9007199254740993}")
                        .only()
                        .total())
                .hasToString("90071992547409.93");
        assertThat(total("money(.t, \"JPY\")", "{\"id\":\"1\",\"t\":5}").only().total())
                .hasToString("5");
        assertThat(total("gross-of(.t, 25, 2)", "{\"id\":\"1\",\"t\":\"79.60\"}")
                        .only()
                        .total())
                .hasToString("99.50");
        assertThat(total("decimal(.t, \",\")", "{\"id\":\"1\",\"t\":\"1 234,50-\"}")
                        .only()
                        .total())
                .hasToString("-1234.50");
    }

    @ParameterizedTest
    @CsvSource({".t * 2", ".t + 1", ".t / 3", "-1 * .t"})
    void amountThatWasADoubleIsAFaultAndNeverMoney(String expression) {
        assertThat(total(expression, "{\"id\":\"1\",\"t\":0.1}").faultsInShort())
                .contains("binary-fraction total");
    }

    @Test
    void doubleIsRefusedByEveryFunctionToo() {
        Transaction.Rejected rejected =
                total("add(.t * 2, 1)", "{\"id\":\"1\",\"t\":0.1}").rejected();

        assertThat(rejected.faults().get(0).code()).isEqualTo("mapping-failed");
        assertThat(rejected.faults().get(0).place()).isEqualTo("own.jslt, line 1, column 84");
        assertThat(rejected.faults().get(0).rule()).contains("loses cents");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 12.5}",
                "{\"a\": now()}",
                "{\"a\": $nobody}",
                "{\"a\": nothing(.)}",
                "{\"a\": add(1)}",
                "{\"a\": }",
            })
    void brokenMappingIsRefusedWithItsPlace(String jslt) {
        BrokenMapping broken = catchThrowableOfType(BrokenMapping.class, () -> Mapped.json(folder, "\n" + jslt, null));

        assertThat(broken.faults()).hasSize(1);
        assertThat(broken.faults().get(0).place()).startsWith("own.jslt, line 2, column ");
        assertThat(broken.faults().get(0).rule()).isNotBlank();
    }

    @Test
    void brokenSettingsAreRefusedWithAllTheirFaults() {
        BrokenMapping broken = catchThrowableOfType(
                BrokenMapping.class, () -> Mapped.json(folder, ".", "each: a[0]\nencodng: UTF-8\ndrop: [a/b/c]\n"));

        assertThat(broken.faults())
                .extracting(fault -> fault.place())
                .containsExactlyInAnyOrder("own.jslt.yaml, each", "own.jslt.yaml, encodng", "own.jslt.yaml, drop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"day\":{\"list\":[{\"id\":\"1\"},{\"id\":\"2\"}]}}",
                "{\"day\":{\"list\":{\"id\":\"1\"}}}NEXT{\"day\":{\"list\":{\"id\":\"2\"}}}",
                "[{\"day\":[{\"list\":[{\"id\":\"1\"}]},{\"list\":{\"id\":\"2\"}}]}]",
                "{\"day\":{\"list\":[{\"id\":\"1\"}]}}NEXT{\"day\":{\"list\":[]}}NEXT{\"id\":\"2\"}",
            })
    void partsAreFoundInEveryShape(String document) {
        Mapped read = read(RECEIPT + "\"1\"}", "each: day.list", document.replace("NEXT", "\n"));

        assertThat(read.broken()).isNull();
        assertThat(read.receipts())
                .extracting(receipt -> receipt.receiptNumber())
                .containsExactly("1", "2");
    }

    @Test
    void whatStandsBeforeThePartsIsGivenToo() {
        Mapped read = read(
                "{\"uniqueId\": .id, \"receiptNumber\": .id, \"storeId\": $document.store, \"currency\": $document.currency}",
                "each: day.list",
                "{\"currency\":\"SEK\",\"day\":{\"store\":\"014\",\"list\":[{\"id\":\"1\"}],\"late\":1}}");

        assertThat(read.only().storeId()).isEqualTo("014");
        assertThat(read.only().currency()).isEqualTo("SEK");
    }

    @Test
    void mappingMayYieldSeveralThingsAndNothingIsLostSilently() {
        Mapped read = read(
                "if (.all) .all else .one",
                null,
                "{\"all\":[{\"nonSale\":\"cancelled\",\"voids\":\"x\"},{\"rejected\":\"no such store\"},{\"nonSale\":\"No\"}]}\n{\"one\":null}\n");

        assertThat(read.transactions().get(0)).isEqualTo(new Transaction.NonSale("cancelled", "line 1", "x"));
        assertThat(read.transactions().get(1)).isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> {
            assertThat(rejected.faults().get(0).rule()).isEqualTo("no such store");
            assertThat(rejected.place()).isEqualTo("line 1");
        });
        assertThat(read.transactions().get(2)).isInstanceOf(Transaction.Rejected.class);
        assertThat(read.transactions().get(3))
                .isInstanceOfSatisfying(
                        Transaction.Rejected.class,
                        rejected -> assertThat(rejected.faults().get(0).code()).isEqualTo("mapping-yields-nothing"));
        assertThat(read.transactions()).hasSize(4);
    }

    @Test
    void faultTellsTheFieldAndThePartAndHidesWhatIsDropped() {
        Mapped read = read(
                "{\"uniqueId\": .id, \"receiptNumber\": .id, \"colour\": \"red\"}",
                "each: list\ndrop: [gps]\n",
                "{\"list\":[\n  {\"id\":\"1\",\"gps\":{\"lat\":66.6},\"cashierName\":\"Sara\"}]}");

        assertThat(read.faultsInShort()).containsExactly("unknown-field colour");
        assertThat(read.rejected().place()).isEqualTo("line 2, column 3");
        assertThat(read.rejected().original()).isEqualTo("{\"id\":\"1\"}");
    }

    @Test
    void failureInADeclaredFunctionNamesItsCallsAndQuotesNothing() {
        Mapped read = read(
                "def price(x)\n  money($x, \"SEK\")\n\n" + RECEIPT + "price(.t)}",
                null,
                "{\"id\":\"1\",\"t\":\"Sara\"}");

        assertThat(read.rejected().faults().get(0).place()).isEqualTo("own.jslt, line 2");
        assertThat(read.rejected().faults().get(0).toString()).doesNotContain("Sara");
    }

    @Test
    void functionWithoutEndCostsOnlyItsPart() {
        assertThat(read("def f(x) f($x + 1)\nf(1)", null, "{}").faultsInShort())
                .containsExactly("mapping-failed own.jslt");
    }

    @Test
    void hugeArrayIsReadWithoutHoldingIt() throws IOException {
        byte[] purchase = ("{\"id\":\"1\",\"name\":\"" + "x".repeat(180) + "\"}").getBytes(StandardCharsets.UTF_8);
        long parts = 1_000_000;
        MappedJsonFormat format = Mapped.json(folder, "{\"nonSale\":\"test\"}", "each: list");
        long before = used();
        long most = 0;
        long count = 0;
        try (Transactions transactions =
                format.read(new Endless("{\"list\":[", purchase, parts, "]}"), Mapped.SOURCE)) {
            while (transactions.next() != null) {
                if (++count % 250_000 == 0) {
                    most = Math.max(most, used() - before);
                }
            }
        }
        assertThat(count).isEqualTo(parts);
        assertThat(most).isLessThan(50L << 20);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A long document that is made while it is read. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final byte[] each;
        private final byte[] end;
        private final long length;
        private long at;

        Endless(String start, byte[] each, long times, String end) {
            this.start = start.getBytes(StandardCharsets.UTF_8);
            this.each = each;
            this.end = end.getBytes(StandardCharsets.UTF_8);
            this.length = this.start.length + (each.length + 1L) * times - 1;
        }

        @Override
        public int read() {
            long here = at++;
            if (here < start.length) {
                return start[(int) here];
            }
            if (here >= length) {
                return here - length < end.length ? end[(int) (here - length)] : -1;
            }
            int in = (int) ((here - start.length) % (each.length + 1));
            return in < each.length ? each[in] : ',';
        }
    }
}
