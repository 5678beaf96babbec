package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamingPosLogTest {

    /** Writes transactions only when they are asked for, and counts how far it was read. */
    private static final class EndlessTill extends InputStream {

        private final int transactions;
        private int written = -1;
        private byte[] piece = Read.utf8("<POSLog>");
        private int at;

        EndlessTill(int transactions) {
            this.transactions = transactions;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("reading single bytes is slow");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at == piece.length) {
                if (written == transactions) {
                    return -1;
                }
                written++;
                piece = written == transactions ? Read.utf8("</POSLog>") : transaction(written + 1);
                at = 0;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, offset, count);
            at += count;
            return count;
        }

        private static byte[] transaction(int number) {
            return Read.utf8("<Transaction>" + Till.HEADER.replace(">3</Seq", ">" + number + "</Seq")
                    + "<ReceiptImage>" + "x".repeat(200) + "</ReceiptImage><RetailTransaction>" + Till.LINE + Till.PAID
                    + "</RetailTransaction></Transaction>\n");
        }
    }

    @Test
    void aHundredThousandReceiptsAreReadOneByOneAndTheReaderIsNeverFarAhead() {
        int many = 100_000;
        EndlessTill till = new EndlessTill(many);
        // the two buffers of 16 KiB, in transactions
        int buffered = 2 * 16 * 1024 / EndlessTill.transaction(1).length + 2;
        BigDecimal sum = BigDecimal.ZERO;
        try (Transactions transactions = Read.open(Read.shipped("generic-6"), Read.TILL, till)) {
            for (int number = 1; number <= many; number++) {
                Transaction.Sold sold = (Transaction.Sold) transactions.next();
                assertThat(sold.receipt().sequence()).isEqualTo(Integer.toString(number));
                assertThat(till.written).isLessThanOrEqualTo(number + buffered);
                sum = sum.add(sold.receipt().lines().get(0).gross());
            }
            assertThat(transactions.next()).isNull();
        }
        assertThat(sum).isEqualByComparingTo("1000000");
    }

    @Test
    void tooLargeTransactionIsRejectedWithItsNumberAndTheNextOneFollows() {
        PosLogProfile profile = Read.profile("extends: generic-6\nlimits: {elements: 60, characters: 2000}");
        String good = new String(EndlessTill.transaction(9), StandardCharsets.UTF_8);
        String manyElements = good.replace("<LineItem", "<a/><a/><a/><a/><a/>".repeat(12) + "<LineItem");
        String longText = good.replace("<ItemID>A<", "<ItemID>" + "A".repeat(5000) + "<");
        String longAttribute = good.replace("<ItemID>", "<ItemID Name='" + "A".repeat(5000) + "'>");
        String deep = good.replace("<LineItem", "<a>".repeat(100) + "</a>".repeat(100) + "<LineItem");

        for (String large : List.of(manyElements, longText, longAttribute, deep)) {
            List<Transaction> all = Read.all(profile, Till.document(good + large + good));
            assertThat(all)
                    .extracting(Object::getClass)
                    .containsExactly(Transaction.Sold.class, Transaction.Rejected.class, Transaction.Sold.class);
            Transaction.Rejected rejected = (Transaction.Rejected) all.get(1);
            assertThat(rejected.faults()).extracting(Fault::code).containsExactly("transaction-too-large");
            assertThat(rejected.receiptNumber()).isEqualTo("9");
            assertThat(rejected.original()).isEmpty();
        }
    }

    @Test
    void whatIsDroppedDoesNotCountAgainstTheLimit() {
        PosLogProfile profile = Read.profile("extends: generic-6\nlimits: {elements: 60, characters: 2000}");
        String image = "<ReceiptImage>" + "<ReceiptLine>some text</ReceiptLine>".repeat(5000) + "x".repeat(100_000)
                + "</ReceiptImage>";

        assertThat(Read.receipt(
                                profile,
                                Till.document(new String(EndlessTill.transaction(1), StandardCharsets.UTF_8)
                                        .replace("<RetailTransaction>", image + "<RetailTransaction>")))
                        .lines())
                .hasSize(1);
    }

    @Test
    void oneFormatReadsManyDocumentsAtOnce() throws InterruptedException {
        PosLogFormat format = new PosLogFormat(Read.shipped("generic-6"));
        int[] counts = new int[4];
        Thread[] threads = new Thread[counts.length];
        for (int i = 0; i < threads.length; i++) {
            int thread = i;
            threads[i] = new Thread(() -> {
                try (Transactions transactions = format.read(new EndlessTill(2000), Read.TILL)) {
                    while (transactions.next() instanceof Transaction.Sold) {
                        counts[thread]++;
                    }
                } catch (IOException e) {
                    counts[thread] = -1;
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counts).containsOnly(2000);
    }

    @Test
    void theDocumentIsLeftOpenForWhoeverOpenedIt() {
        boolean[] closed = {false};
        InputStream document = new ByteArrayInputStream(Till.sale(Till.LINE)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (Transactions transactions = Read.open(Read.shipped("generic-6"), Read.TILL, document)) {
            while (transactions.next() != null) {
                // to the end
            }
        }
        assertThat(closed[0]).isFalse();
    }
}
