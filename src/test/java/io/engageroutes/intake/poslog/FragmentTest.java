package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents whose root was cut off. */
class FragmentTest {

    private static final PosLogProfile REFUSES = Read.shipped("wincor");
    private static final PosLogProfile RECOVERS = Read.profile("extends: wincor\nrecoverFragments: true");
    private static final String ONE = transaction(1);
    private static final String TWO = transaction(2);

    private record Outcome(List<Receipt> receipts, Fault fault) {}

    private static String transaction(int sequence) {
        return "<Transaction WN:Kind=\"sale\">\n<RetailStoreID>367</RetailStoreID><WorkstationID>1</WorkstationID><SequenceNumber>"
                + sequence + "</SequenceNumber><EndDateTime>2026-03-01T12:00:00</EndDateTime>"
                + "<CurrencyCode>EUR</CurrencyCode><RetailTransaction><LineItem><Sale><ItemID>A</ItemID>"
                + "<Description>Vela</Description><ExtendedAmount>5.00</ExtendedAmount><Quantity>1</Quantity>"
                + "<IKEA:Specifics BulkyItem=\"false\"/></Sale></LineItem><Total TotalType=\"TransactionGrandAmount\">5.00</Total></RetailTransaction>\n"
                + "<WN:SessionID>367:1</WN:SessionID></Transaction>\n";
    }

    private static Outcome read(PosLogProfile profile, String document) {
        List<Receipt> receipts = new ArrayList<>();
        try (Transactions transactions =
                Read.open(profile, Read.TILL, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))) {
            for (Transaction next = transactions.next(); next != null; next = transactions.next()) {
                receipts.add(Read.sold(next));
            }
            return new Outcome(receipts, null);
        } catch (BrokenDocument e) {
            return new Outcome(receipts, e.fault());
        }
    }

    @Test
    void pieceIsRefusedWholeUnlessTheProfileRecoversIt() {
        for (String piece : List.of(
                ONE + TWO,
                "</Sale></LineItem></Transaction>\n" + ONE,
                ONE.replace("WN:", "").replace("IKEA:", ""))) {
            Outcome outcome = read(REFUSES, piece);
            assertThat(outcome.receipts()).isEmpty();
            assertThat(outcome.fault()).isNotNull();
        }
    }

    @Test
    void wholeTransactionsOfAPieceAreReadAndItIsBrokenAllTheSame() {
        Outcome outcome = read(RECOVERS, ONE + TWO);

        assertThat(outcome.receipts()).extracting(Receipt::sequence).containsExactly("1", "2");
        assertThat(outcome.fault().code()).isEqualTo("fragment");
        assertThat(outcome.fault().rule()).contains("recoverFragments", "profile test");
    }

    @Test
    void restOfACutTransactionBeforeThemIsLeftOutAndPlacesStayRight() {
        String rest = "mount>9.00</ExtendedAmount>\n</Sale></LineItem></RetailTransaction></Transaction>\n";

        try (Transactions transactions =
                Read.open(RECOVERS, Read.TILL, new ByteArrayInputStream(Read.utf8(rest + ONE)))) {
            assertThat(transactions.next().place()).isEqualTo("line 3, column 1 (Transaction 1)");
        }
        assertThat(read(RECOVERS, rest + ONE + TWO + "</POSLog>").receipts()).hasSize(2);
        assertThat(read(RECOVERS, rest + ONE + TWO + "</POSLog>").fault().code())
                .isEqualTo("not-well-formed");
    }

    @Test
    void transactionThatIsCutItselfIsNotRead() {
        Outcome outcome = read(RECOVERS, ONE + TWO.substring(0, TWO.length() / 2));

        assertThat(outcome.receipts()).extracting(Receipt::sequence).containsExactly("1");
        assertThat(outcome.fault().code()).isEqualTo("truncated");
    }

    @Test
    void wholeDocumentsAreReadAsEver() {
        String whole = "<?xml version=\"1.0\"?>\n<POSLog xmlns:WN=\"urn:wn\" xmlns:IKEA=\"urn:ikea\">" + ONE + TWO
                + "</POSLog>";

        assertThat(read(RECOVERS, whole).receipts())
                .isEqualTo(read(REFUSES, whole).receipts());
        assertThat(read(RECOVERS, whole).fault()).isNull();
        assertThat(read(RECOVERS, ONE).receipts().get(0))
                .isEqualTo(read(REFUSES, whole).receipts().get(0));
    }

    @Test
    void farAwayBeginningIsFoundToo() {
        Outcome outcome = read(RECOVERS, "QUJD".repeat(40_000) + "</WN:PrintBuffer></Transaction>" + ONE);

        assertThat(outcome.receipts()).hasSize(1);
    }

    @Test
    void whatIsNoPosLogAtAllStaysRefused() {
        assertThat(read(RECOVERS, "").fault().code()).isEqualTo("truncated");
        assertThat(read(RECOVERS, "hello").fault().code()).isEqualTo("not-well-formed");
        assertThat(read(RECOVERS, "<Orders><Order/></Orders>").fault().code()).isEqualTo("no-transactions");
    }

    @Test
    void wrongByteInAPieceIsNamed() {
        byte[] piece = (ONE + TWO.replace("Vela", "V\u00e9la")).getBytes(StandardCharsets.ISO_8859_1);
        try (Transactions transactions = Read.open(RECOVERS, Read.TILL, new ByteArrayInputStream(piece))) {
            assertThat(transactions.next()).isInstanceOf(Transaction.Sold.class);
            transactions.next();
        } catch (BrokenDocument e) {
            assertThat(e.fault().code()).isEqualTo("wrong-charset");
            assertThat(e.fault().value()).isEqualTo("E9");
            return;
        }
        throw new AssertionError("a wrong byte was expected");
    }
}
