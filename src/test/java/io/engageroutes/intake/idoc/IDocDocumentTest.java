package io.engageroutes.intake.idoc;

import static io.engageroutes.intake.idoc.Wpubon.document;
import static io.engageroutes.intake.idoc.Wpubon.idoc;
import static io.engageroutes.intake.idoc.Wpubon.idocOf;
import static io.engageroutes.intake.idoc.Wpubon.item;
import static io.engageroutes.intake.idoc.Wpubon.price;
import static io.engageroutes.intake.idoc.Wpubon.receipt;
import static io.engageroutes.intake.idoc.Wpubon.tax;
import static io.engageroutes.intake.idoc.Wpubon.tender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of one or many IDocs, and of none that hold receipts. */
class IDocDocumentTest {

    private final IDocLayout shipped = Read.shipped();

    private static String sale(String number) {
        return receipt(
                number, item("-", "1", "1.000", price("10.00"), tax("A1", "2.00")), tender("PTCS", "+", "10.00"));
    }

    private static final String SUMS =
            "<E1WPU01><BELEGDATUM>20261120</BELEGDATUM><E1WPU02><UMSWERT>100</UMSWERT></E1WPU02></E1WPU01>";

    private Fault broken(String document) {
        return catchThrowableOfType(() -> Read.all(shipped, document), BrokenDocument.class)
                .fault();
    }

    @Test
    void allReceiptsOfAllIdocsAreReadAndEachSaysWhichIdocItIsIn() {
        List<Transaction> all = Read.all(
                shipped, document(idoc("0000000000000007", sale("1"), sale("2")), idoc("0000000000000008", sale("3"))));
        assertThat(all).hasSize(3).allSatisfy(one -> Read.priced(Read.sold(one)));
        assertThat(all.get(1).place())
                .contains("IDoc 0000000000000007 of client 800 from 0000003004, serial 20261120230000", "receipt 2");
        assertThat(all.get(2).place()).contains("IDoc 0000000000000008", "receipt 1");
    }

    @Test
    void theNumberOfTheIdocIsNoPartOfTheReceiptsIdSoThatOneSentAgainIsADuplicate() {
        List<Transaction> all = Read.all(shipped, document(idoc("1", sale("1")), idoc("2", sale("1"))));
        assertThat(all).extracting(one -> Read.sold(one).uniqueId()).containsOnly("erp-idocs-3004-02-20261120-1");
        assertThat(Read.sold(all.get(0))).isEqualTo(Read.sold(all.get(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "WPUUMS01,sums per article and day",
        "WPUTAB01,sums of payments",
        "WPUFIB01,holds no receipts",
        "WPUWBW01,holds no receipts",
        "INVOIC02,send invoices as UBL",
        "DEBMAS07,master data is not a receipt document",
        "ZSOMETHING,add the type to idocTypes"
    })
    void idocsWithoutReceiptsAreRefusedAsAWhole(String type, String because) {
        Fault fault = broken(document(idocOf(type, "X", "77", SUMS)));
        assertThat(fault.code()).isEqualTo("no-receipts");
        assertThat(fault.value()).startsWith(type);
        assertThat(fault.rule()).contains(because, "IDoc 77 of client 800");
    }

    @Test
    void amongIdocsOfReceiptsOneOfAnotherTypeIsRejectedAlone() {
        List<Transaction> all = Read.all(
                shipped, document(idoc("1", sale("1")), idocOf("WPUUMS01", "WPUUMS", "2", SUMS), idoc("3", sale("2"))));
        assertThat(all).hasSize(3);
        assertThat(all.get(1)).isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(
                        rejected.faults().get(0).code())
                .isEqualTo("no-receipts"));
        assertThat(Read.sold(all.get(2)).receiptNumber()).isEqualTo("2");
    }

    @Test
    void theMessageTypeTellsWhyAnIdocOfAnOwnTypeHasNoReceipts() {
        assertThat(broken(document(idocOf("ZORD05", "ORDERS", "1", ""))).rule()).contains("an order is not a receipt");
        assertThat(broken(document(idocOf("ZBON01", "WPUBON", "1", ""))).rule()).contains("add the type to idocTypes");
    }

    @Test
    void receiptsBehindAnIdocOfAnotherTypeAreNotLost() {
        List<Transaction> all = Read.all(
                shipped,
                document(idocOf("ORDERS05", "ORDERS", "1", ""), idoc("2", sale("1")), idocOf("X", "X", "3", "")));
        assertThat(all).hasSize(3);
        assertThat(all.get(0)).isInstanceOf(Transaction.Rejected.class);
        assertThat(Read.sold(all.get(1)).receiptNumber()).isEqualTo("1");
        assertThat(all.get(2)).isInstanceOf(Transaction.Rejected.class);
    }

    @Test
    void theTypeIsTrustedAndTheMessageTypeOnlyWhereTheLayoutSaysSo() {
        String renamed = document(idocOf("ZBON01", "/CHAIN/BON", "1", sale("1")));
        assertThat(broken(renamed).value()).isEqualTo("ZBON01 (/CHAIN/BON)");
        assertThat(Read.all(Read.with("messageTypes: [/CHAIN/BON]"), renamed)).hasSize(1);
        assertThat(Read.all(shipped, document(idocOf("WPUBON01", "/CHAIN/BON", "1", sale("1")))))
                .hasSize(1);
    }

    @Test
    void theRealOrderIsRefusedAndItsLinesAreItsSum() throws IOException {
        Path file = Path.of("../shared/samples/sap-idoc/ORDERS05_vfi_orders_2014.redacted.xml");
        Assumptions.assumeTrue(Files.exists(file), "the real order is not here");
        Fault fault = broken(Files.readString(file));
        assertThat(fault.value()).isEqualTo("ORDERS05 (/LUMBERL/VFI_ORDERS)");
        assertThat(fault.rule())
                .contains("an order is not a receipt document")
                .contains("IDoc 0000000064132944 of client 100 from EQ2CLNT100, serial 20141217143320")
                .contains("3 lines that add up to 40098.16, as its own sum says");
    }

    @Test
    void aSumThatDiffersIsSaidWithBothFigures() {
        String lines = "<E1EDP01><NETWR>10.50</NETWR></E1EDP01><E1EDP01><NETWR>1.00-</NETWR></E1EDP01>"
                + "<E1EDS01><SUMID>005</SUMID><SUMME>2.00</SUMME></E1EDS01><E1EDS01><SUMID>002</SUMID><SUMME>%s</SUMME></E1EDS01>";
        assertThat(broken(document(idocOf("ORDERS05", "ORDERS", "1", lines.formatted("9.50"))))
                        .rule())
                .contains("2 lines that add up to 9.50, as its own sum says");
        assertThat(broken(document(idocOf("ORDERS05", "ORDERS", "1", lines.formatted("9.05"))))
                        .rule())
                .contains("2 lines that add up to 9.50, but its own sum is 9.05");
    }

    @Test
    void documentsThatAreNoneSaySo() {
        assertThat(broken("<Order/>").code()).isEqualTo("no-idocs");
        assertThat(broken(document(idoc("1"))).code()).isEqualTo("no-receipts");
        assertThat(broken("EDI_DC40  8000000000000000001700").rule()).contains("only those in XML");
        assertThat(broken("").code()).isEqualTo("truncated");
        assertThat(Read.rejected(shipped, "<WPUBON01><IDOC>" + sale("1") + "</IDOC></WPUBON01>")
                        .faults())
                .extracting(Fault::code)
                .containsExactly("control-record-missing");
    }

    @Test
    void whatWasWholeBeforeACutStaysValid() {
        String document = document(idoc("1", sale("1"), sale("2")));
        String cut = document.substring(0, document.indexOf("<BONNUMMER>2"));
        try (Transactions transactions =
                Read.open(shipped, new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Read.sold(transactions.next()).receiptNumber()).isEqualTo("1");
            assertThat(catchThrowableOfType(transactions::next, BrokenDocument.class)
                            .fault()
                            .code())
                    .isEqualTo("truncated");
        }
    }

    @Test
    void memoryDoesNotGrowWithTheDocument() {
        byte[] one = sale("1").getBytes(StandardCharsets.UTF_8);
        int receipts = 60_000;
        String head = document(idoc("1", "@"));
        InputStream long_ = new java.io.SequenceInputStream(java.util.Collections.enumeration(List.of(
                new ByteArrayInputStream(head.substring(0, head.indexOf('@')).getBytes(StandardCharsets.UTF_8)),
                new Repeated(one, receipts),
                new ByteArrayInputStream(head.substring(head.indexOf('@') + 1).getBytes(StandardCharsets.UTF_8)))));
        long count = 0;
        try (Transactions transactions = Read.open(shipped, long_)) {
            while (transactions.next() != null) {
                count++;
            }
        }
        assertThat(count).isEqualTo(receipts);
    }

    /** The same bytes over and over, without ever being in memory at once. */
    private static final class Repeated extends InputStream {

        private final byte[] piece;
        private long left;
        private int at;

        Repeated(byte[] piece, int times) {
            this.piece = piece;
            this.left = (long) piece.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            at = at == piece.length ? 0 : at;
            return piece[at++] & 0xFF;
        }
    }

    @Test
    void aWrongLayoutSaysAllThatIsWrongWithIt() {
        WrongProfile wrong = catchThrowableOfType(() -> Read.with("""
                        uniqueId: "{source}-{docnum}"
                        item: { taxCodes: { A9: much }, conditions: [{ types: [X], as: gift }] }
                        tenders: [{ types: [A], as: payment }, { types: [A], as: voucher }]
                        contacts: [{ path: E1WPB06/KARTENNR, type: memberNumber }]
                        keep: [KARTENNR]
                        colour: red
                        """), WrongProfile.class);
        assertThat(wrong.faults())
                .extracting(Fault::place)
                .contains(
                        "test.yaml, uniqueId",
                        "test.yaml, item.taxCodes.A9",
                        "test.yaml, item.conditions[0].as",
                        "test.yaml, tenders[1].types",
                        "test.yaml, contacts",
                        "test.yaml, keep",
                        "test.yaml, colour");
    }
}
