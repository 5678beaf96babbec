package io.engageroutes.intake.json;

import static io.engageroutes.intake.json.Documents.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalJsonFormatTest {

    @Test
    void arrayGivesEveryReceiptInOrder() {
        Documents read = Documents.read("[" + receipt("1") + ",\n" + receipt("2") + "]");

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.broken()).isNull();
    }

    @Test
    void emptyArrayHoldsNothingAndIsNotBroken() {
        assertThat(Documents.read(" [ ] ")).isEqualTo(new Documents(List.of(), null));
    }

    @Test
    void jsonLinesGiveEveryReceiptAndBlankLinesNothing() {
        Documents read = Documents.read("\uFEFF\n" + receipt("1") + "\r\n\r\n" + receipt("2") + "\n" + receipt("3"));

        assertThat(read.receiptNumbers()).containsExactly("1", "2", "3");
        assertThat(read.transactions()).extracting(Transaction::place).containsExactly("line 2", "line 4", "line 5");
        assertThat(read.broken()).isNull();
    }

    @Test
    void oneObjectMayBeBrokenIntoLinesInAnyWay() {
        String spread = receipt("1").replace("[{", "[\n{").replace(",", ",\n").replace("\":", "\":\n");

        assertThat(Documents.read(spread).receiptNumbers()).containsExactly("1");
        assertThat(Documents.read(spread.replace("\n", "\r\n") + "\r\n").receiptNumbers())
                .containsExactly("1");
    }

    @Test
    void objectsOverSeveralLinesMayFollowEachOther() {
        String spread = receipt("1").replace("{\"u", "{\n\"u");

        assertThat(Documents.read(spread + "\n" + spread.replace("-1\"", "-2\""))
                        .transactions())
                .hasSize(2);
    }

    @Test
    void badLineCostsOnlyItself() {
        Documents read = Documents.read(receipt("1") + "\n{\"uniqueId\": oops}\nhello\n[1]\n" + receipt("2") + "\n");

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.transactions()).hasSize(5);
        assertThat(rejected(read, 1).faults().get(0).code()).isEqualTo("not-json");
        assertThat(rejected(read, 1).place()).isEqualTo("line 2");
        assertThat(rejected(read, 2).place()).isEqualTo("line 3");
        assertThat(rejected(read, 3).faults().get(0).code()).isEqualTo("not-a-receipt");
    }

    @Test
    void badFirstLineDoesNotHideTheOthers() {
        Documents read = Documents.read("{\"uniqueId\": oops}\n" + receipt("2") + "\n");

        assertThat(read.transactions()).hasSize(2);
        assertThat(read.receiptNumbers()).containsExactly("2");
    }

    @Test
    void twoReceiptsOnOneLineAreRefusedAndNotHalved() {
        Documents read = Documents.read(receipt("1") + "\n" + receipt("2") + receipt("3") + "\n");

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(rejected(read, 1).faults().get(0).rule()).contains("a second value follows");
    }

    @Test
    void jsonLinesCutInTheLastLineGiveAllWholeOnesAndAreTruncated() {
        String whole = receipt("1") + "\n" + receipt("2") + "\n" + receipt("3");
        int lastLine = whole.lastIndexOf('\n') + 1;

        for (int length = lastLine + 1; length < whole.length(); length++) {
            Documents read = Documents.read(whole.substring(0, length));

            assertThat(read.receiptNumbers()).as("cut at %s", length).containsExactly("1", "2");
            assertThat(read.broken().code()).isEqualTo("truncated");
            assertThat(read.broken().place()).isEqualTo("line 3");
        }
    }

    @Test
    void arrayCutAnywhereIsNeverTakenForWhole() {
        String whole = "[" + receipt("1") + "," + receipt("2") + "]";

        for (int length = 1; length < whole.length(); length++) {
            Documents read = Documents.read(whole.substring(0, length));

            assertThat(read.broken()).as("cut at %s", length).isNotNull();
            assertThat(read.transactions()).allMatch(Transaction.Sold.class::isInstance);
        }
        assertThat(Documents.read(whole.substring(0, whole.length() - 5))
                        .broken()
                        .code())
                .isEqualTo("truncated");
    }

    @Test
    void brokenSyntaxInAnArrayEndsTheDocumentAtItsPlace() {
        Documents read = Documents.read("[" + receipt("1") + ",\n {\"uniqueId\" 1}," + receipt("3") + "]");

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.broken().code()).isEqualTo("not-well-formed");
        assertThat(read.broken().place()).isEqualTo("line 2, column 14");
    }

    @Test
    void whatFollowsAnArrayBreaksTheDocument() {
        Documents read = Documents.read("[" + receipt("1") + "]\n" + receipt("2"));

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.broken().rule()).contains("nothing may follow");
    }

    @Test
    void emptyDocumentIsBroken() {
        assertThat(Documents.read("").broken().code()).isEqualTo("empty-document");
        assertThat(Documents.read("\uFEFF \r\n\t").broken().code()).isEqualTo("empty-document");
    }

    @Test
    void bytesThatAreNotUtf8BreakTheDocumentAfterWhatCameBefore() {
        byte[] good = (receipt("1") + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = (receipt("2") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);

        Documents read = Documents.read(both);

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.broken().code()).isEqualTo("wrong-charset");
    }

    @Test
    void utf16IsRefused() {
        assertThat(Documents.read(receipt("1").getBytes(StandardCharsets.UTF_16))
                        .broken())
                .isNotNull();
        assertThat(Documents.read(receipt("1").getBytes(StandardCharsets.UTF_16LE))
                        .broken())
                .isNotNull();
    }

    @Test
    void failureOfTheConnectionSaysNothingAboutTheDocument() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        byte[] start = (receipt("1") + "\n" + receipt("2") + "\n").getBytes(StandardCharsets.UTF_8);

        try (Transactions transactions = new CanonicalJsonFormat()
                .read(new SequenceInputStream(new ByteArrayInputStream(start), failing), Documents.SOURCE)) {
            assertThat(transactions.next()).isInstanceOf(Transaction.Sold.class);
            assertThat(transactions.next()).isInstanceOf(Transaction.Sold.class);
            assertThatThrownBy(transactions::next).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void deepNestingAndLongNumbersAreRefused() {
        assertThat(Documents.read("[" + "[".repeat(60)).broken().code()).isEqualTo("not-well-formed");
        assertThat(Documents.read(Documents.with("total", "1".repeat(41)))
                        .broken()
                        .code())
                .isEqualTo("not-well-formed");
    }

    @Test
    void endlessLineIsRefusedBeforeItFillsTheMemory() {
        String endless = receipt("1") + "\n" + receipt("2") + "\n{\"uniqueId\":\"" + "x".repeat(17 * 1024 * 1024);

        Documents read = Documents.read(endless);

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.broken().code()).isEqualTo("receipt-too-large");
    }

    private static Transaction.Rejected rejected(Documents read, int index) {
        return (Transaction.Rejected) read.transactions().get(index);
    }
}
