package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenPosLogTest {

    private static final PosLogProfile PROFILE = Read.shipped("generic-6");
    private static final byte[] DOCUMENT = Read.resource("two-receipts.xml");

    private record Outcome(List<Receipt> receipts, Fault fault) {}

    private static Outcome read(byte[] document) {
        List<Receipt> receipts = new ArrayList<>();
        try (Transactions transactions = Read.open(PROFILE, Read.TILL, new ByteArrayInputStream(document))) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                receipts.add(Read.sold(next));
            }
            return new Outcome(receipts, null);
        } catch (BrokenDocument e) {
            return new Outcome(receipts, e.fault());
        }
    }

    private static Fault faultOf(String document) {
        return read(Read.utf8(document)).fault();
    }

    private static String poslog(String transactions) {
        return "<POSLog xmlns=\"urn:x\">" + transactions + "</POSLog>";
    }

    @Test
    void cutAnywhereGivesTheWholeReceiptsBeforeItThenSaysSo() {
        everyCut(DOCUMENT);
    }

    @Test
    void cutAnywhereInsideARealFileGivesTheWholeReceiptsBeforeItThenSaysSo() {
        byte[] document = Read.real("poslog-v6-roqqio-de/retoure.xml");
        everyCut(document);
    }

    private static void everyCut(byte[] document) {
        List<Receipt> whole = read(document).receipts();
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int properEnd = text.lastIndexOf('>') + 1;
        for (int cut = 0; cut < properEnd; cut++) {
            Outcome outcome = read(Arrays.copyOf(document, cut));
            int complete = text.substring(0, cut).split("</Transaction>", -1).length - 1;
            assertThat(outcome.receipts()).as("cut at %s", cut).isEqualTo(whole.subList(0, complete));
            assertThat(outcome.fault()).as("cut at %s", cut).isNotNull();
            assertThat(outcome.fault().code())
                    .as("cut at %s: %s", cut, outcome.fault())
                    .isEqualTo("truncated");
        }
        assertThat(read(Arrays.copyOf(document, properEnd)).fault()).isNull();
    }

    @Test
    void afterTheBreakEveryCallSaysTheSame() {
        Transactions transactions =
                Read.open(PROFILE, Read.TILL, new ByteArrayInputStream(Read.utf8("<POSLog><Transaction>")));

        BrokenDocument first = catchThrowableOfType(BrokenDocument.class, transactions::next);
        assertThatThrownBy(transactions::next).isSameAs(first);
        assertThat(first.fault().place()).startsWith("line 1, column ");
    }

    @Test
    void afterTheEndEveryCallGivesNull() {
        Transactions transactions = Read.open(PROFILE, Read.TILL, new ByteArrayInputStream(DOCUMENT));
        transactions.next();
        transactions.next();

        assertThat(transactions.next()).isNull();
        assertThat(transactions.next()).isNull();
    }

    @Test
    void doctypeIsForbiddenWhateverItSays() {
        for (String doctype : List.of(
                "<!DOCTYPE POSLog>",
                "<!DOCTYPE POSLog SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE POSLog [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE POSLog [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
                "<!DOCTYPE POSLog [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>")) {
            Fault fault = faultOf(doctype + "\n<POSLog><Transaction>&x;&c;</Transaction></POSLog>");
            assertThat(fault.code()).isEqualTo("doctype-forbidden");
            assertThat(fault.place()).isEqualTo("line 1, column 1");
        }
    }

    @Test
    void undeclaredEntityBreaksTheDocumentInsteadOfVanishing() {
        assertThat(faultOf(poslog("<Transaction><SequenceNumber>1&nbsp;2</SequenceNumber></Transaction>"))
                        .code())
                .isEqualTo("not-well-formed");
    }

    @Test
    void wrongNestingIsNotWellFormedWithLineAndColumn() {
        Fault fault = faultOf("<POSLog>\n  <Transaction>\n    <A></B>\n  </Transaction>\n</POSLog>");

        assertThat(fault.code()).isEqualTo("not-well-formed");
        assertThat(fault.place()).startsWith("line 3, column ");
        assertThat(fault.value()).contains("B");
    }

    @Test
    void textAfterTheDocumentIsNotWellFormedAndTheReceiptsBeforeItStay() {
        Outcome outcome = read(Read.utf8(new String(DOCUMENT, StandardCharsets.UTF_8) + "<POSLog>"));

        assertThat(outcome.receipts()).hasSize(2);
        assertThat(outcome.fault().code()).isIn("not-well-formed", "truncated");
    }

    @Test
    void wrongByteIsNamedWithItsPlaceAndNeverReplaced() {
        byte[] document = DOCUMENT.clone();
        int at = new String(document, StandardCharsets.ISO_8859_1).indexOf("7.50</ExtendedAmount>");
        document[at + 2] = (byte) 0xE5;
        Outcome outcome = read(document);

        assertThat(outcome.receipts()).hasSize(1);
        assertThat(outcome.fault().code()).isEqualTo("wrong-charset");
        assertThat(outcome.fault().value()).isEqualTo("E5");
        assertThat(outcome.fault().place()).isEqualTo("line 42, column 53");
    }

    @Test
    void windows1252InAFileWithoutDeclarationIsAWrongCharset() {
        String text = poslog("<Transaction><A>Åre</A></Transaction>");

        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).fault().code())
                .isEqualTo("wrong-charset");
    }

    @Test
    void declarationTellsTheCharset() {
        String text = new String(DOCUMENT, StandardCharsets.UTF_8);
        List<Receipt> expected = read(DOCUMENT).receipts();
        for (String charset : List.of("UTF-8", "windows-1252", "ISO-8859-15", "iso-8859-1")) {
            Charset written = Charset.forName(charset.equals("iso-8859-1") ? "windows-1252" : charset);
            byte[] document = text.replace("encoding=\"UTF-8\"", "encoding='" + charset + "'")
                    .getBytes(written);
            assertThat(read(document)).as(charset).isEqualTo(new Outcome(expected, null));
        }
    }

    @Test
    void byteOrderMarksTellTheCharsetToo() {
        String text = new String(DOCUMENT, StandardCharsets.UTF_8);
        List<Receipt> expected = read(DOCUMENT).receipts();

        assertThat(read(Read.utf8("\uFEFF" + text)).receipts()).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text.replace("UTF-8", "UTF-16")).getBytes(StandardCharsets.UTF_16LE))
                        .receipts())
                .isEqualTo(expected);
        assertThat(read(text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16BE))
                        .receipts())
                .isEqualTo(expected);
    }

    @Test
    void declarationThatCannotBeIsAWrongCharset() {
        for (String declared : List.of("UTF-16", "UTF-32", "klingon", "!")) {
            Fault fault = faultOf("<?xml version=\"1.0\" encoding=\"" + declared + "\"?><POSLog/>");
            assertThat(fault.code()).isEqualTo("wrong-charset");
            assertThat(fault.value()).isEqualTo(declared);
        }
    }

    @Test
    void documentWithoutTransactionsIsNoPosLog() {
        for (String document : List.of(
                "<POSLog/>",
                "<Orders><Order/></Orders>",
                "<html><body>Not found</body></html>",
                "<Transaction><SequenceNumber>1</SequenceNumber></Transaction>")) {
            assertThat(faultOf(document).code()).as(document).isEqualTo("no-transactions");
        }
    }

    @Test
    void emptyDocumentIsTruncated() {
        assertThat(faultOf("").code()).isEqualTo("truncated");
        assertThat(faultOf("  \n").code()).isEqualTo("truncated");
    }

    @Test
    void whatIsNoXmlAtAllIsNotWellFormed() {
        assertThat(faultOf("{\"receipt\": 1}").code()).isEqualTo("not-well-formed");
        assertThat(read(new byte[] {'P', 'K', 3, 4, 0, 0}).fault().code()).isEqualTo("not-well-formed");
    }

    @Test
    void failureOfTheSourceSaysNothingAboutTheDocument() {
        for (int cut : new int[] {0, 10, 600, DOCUMENT.length - 5}) {
            IOException failure = new IOException("connection reset");
            InputStream failing = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw failure;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    throw failure;
                }
            };
            InputStream document = new SequenceInputStream(new ByteArrayInputStream(DOCUMENT, 0, cut), failing);
            assertThatThrownBy(() -> {
                        try (Transactions all = new PosLogFormat(PROFILE).read(document, Read.TILL)) {
                            while (all.next() != null) {
                                // on to the failure
                            }
                        }
                    })
                    .as("cut at %s", cut)
                    .satisfiesAnyOf(thrown -> assertThat(thrown).isSameAs(failure), thrown -> assertThat(thrown)
                            .isInstanceOf(UncheckedIOException.class)
                            .hasCause(failure));
        }
    }

    @Test
    void tooManyOrTooLargeAttributesBreakTheDocument() {
        StringBuilder many = new StringBuilder("<POSLog><Transaction");
        for (int i = 0; i < 300; i++) {
            many.append(" a").append(i).append("=\"\"");
        }
        assertThat(faultOf(many + "/></POSLog>").code()).isEqualTo("limit-exceeded");
        assertThat(faultOf(poslog("<Transaction a=\"" + "x".repeat(600_000) + "\"/>"))
                        .code())
                .isEqualTo("limit-exceeded");
    }

    @Test
    void endlessNestingBreaksTheDocument() {
        assertThat(faultOf("<POSLog>" + "<a>".repeat(2000)).code()).isEqualTo("limit-exceeded");
        assertThat(faultOf(poslog("<Transaction>" + "<a>".repeat(2000))).code()).isEqualTo("limit-exceeded");
    }

    @Test
    void endlessNameBreaksTheDocumentBeforeItFillsTheMemory() {
        InputStream endless = new InputStream() {
            private int given;

            @Override
            public int read() {
                return given++ == 0 ? '<' : 'a';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) 'a');
                if (given == 0) {
                    buffer[offset] = '<';
                }
                given += length;
                return length;
            }
        };
        Transactions transactions = Read.open(PROFILE, Read.TILL, endless);

        assertThatThrownBy(transactions::next)
                .isInstanceOfSatisfying(
                        BrokenDocument.class, e -> assertThat(e.fault().code()).isEqualTo("limit-exceeded"));
    }
}
