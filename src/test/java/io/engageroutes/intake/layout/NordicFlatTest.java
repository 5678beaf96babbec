package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped layouts against a file as a till would write it. */
class NordicFlatTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Layout together = Reading.shipped("nordic-flat.yaml");
    private final Layout apart = Reading.shipped("nordic-flat-apart.yaml");

    @Test
    void everyColumnArrivesWhereItBelongs() {
        Receipt receipt = Reading.of(together, sample()).receipts().get(0);

        assertThat(receipt)
                .isEqualTo(new Receipt(
                        "till-014-2-20260301-000871",
                        "000871",
                        "014",
                        "2",
                        null,
                        null,
                        OffsetDateTime.parse("2026-03-01T14:22:05+01:00"),
                        "SEK",
                        List.of(new ContactKey(ContactKeyType.memberNumber, "1002003")),
                        List.of(
                                line(
                                        1,
                                        LineType.SALE,
                                        "A-1-M",
                                        "Skjorta blå",
                                        "2",
                                        "398.00",
                                        List.of(new LineDiscount("RABATT", null, new BigDecimal("100.00")))),
                                line(2, LineType.SALE, "C-9", "Jacka; \"Vinter\" 42", "1", "1000.00", List.of()),
                                line(3, LineType.RETURN, "B-7", "Mössa grå", "1", "50.00", List.of())),
                        List.of(new BasketDiscount("KVITTORABATT", null, new BigDecimal("50.00"), List.of(), null)),
                        List.of(new Tender("card", null, new BigDecimal("1298.00"), false, null)),
                        new BigDecimal("1298.00"),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void everyTransactionIsAccountedFor() {
        Reading read = Reading.of(together, sample());

        assertThat(read.broken()).isNull();
        assertThat(read.receiptNumbers()).containsExactly("000871", "000872", "000044", "000045");
        assertThat(read.transactions()).contains(new Transaction.NonSale("training", "line 6"));
        assertThat(read.transactions())
                .extracting(Transaction::place)
                .containsExactly("lines 2 to 4", "line 5", "line 6", "line 7", "line 8");
    }

    @Test
    void contactKeyIsKnownByItsPattern() {
        List<Receipt> receipts = Reading.of(together, sample()).receipts();

        assertThat(receipts.get(1).contactKeys()).isEmpty();
        assertThat(receipts.get(2).contactKeys())
                .containsExactly(new ContactKey(ContactKeyType.email, "åsa@example.se"));
    }

    @Test
    void timesAreLocalToTheStoreOfEachReceipt() {
        assertThat(Reading.of(together, sample()).receipts().get(2).occurredAt())
                .isEqualTo(OffsetDateTime.parse("2026-07-01T09:05:00+03:00"));
    }

    @Test
    void returnKeepsItsSignInTenderAndTotalOnly() {
        Receipt receipt = Reading.of(together, sample()).receipts().get(3);

        assertThat(receipt.total()).isEqualTo("-51.00");
        assertThat(receipt.tenders().get(0).amount()).isEqualTo("-51.00");
        assertThat(receipt.lines().get(0).quantity()).isEqualTo("1");
        assertThat(receipt.lines().get(0).gross()).isEqualTo("51.00");
    }

    @Test
    void originalHasNoStaffAndCanBeReadAgain() {
        Transaction.Sold sold =
                (Transaction.Sold) Reading.of(together, sample()).transactions().get(0);
        String original = sold.original().get();

        assertThat(original).doesNotContain("Eva").doesNotContain("Kassör").contains("1002003");
        assertThat(Reading.of(together, original.getBytes(WINDOWS)).only()).isEqualTo(sold.receipt());
    }

    @Test
    void shuffledRowsGiveTheSameReceiptsWhenTheLayoutSaysApart() {
        List<String> rows =
                new ArrayList<>(new String(sample(), WINDOWS).lines().toList());
        String header = rows.remove(0);
        Reading sorted = Reading.of(apart, sample());
        assertThat(sorted.receipts()).isEqualTo(Reading.of(together, sample()).receipts());

        // the order within a receipt is the order of its lines, so whole receipts are dealt out in turn
        List<String> dealt = new ArrayList<>(
                List.of(rows.get(0), rows.get(3), rows.get(1), rows.get(4), rows.get(5), rows.get(2), rows.get(6)));
        Reading read = Reading.of(apart, (header + "\n" + String.join("\n", dealt)).getBytes(WINDOWS));

        assertThat(read.broken()).isNull();
        assertThat(read.receipts()).isEqualTo(sorted.receipts());
        Collections.shuffle(dealt, new Random(7));
        Reading shuffled = Reading.of(apart, (header + "\n" + String.join("\n", dealt)).getBytes(WINDOWS));
        assertThat(shuffled.receiptNumbers()).containsExactlyInAnyOrderElementsOf(sorted.receiptNumbers());
        assertThat(shuffled.transactions()).hasSize(5);
    }

    @Test
    void rowsApartAreRejectedWhenTheLayoutSaysTogether() {
        List<String> rows = new String(sample(), WINDOWS).lines().collect(Collectors.toList());
        rows.add(rows.remove(3));

        Reading read = Reading.of(together, String.join("\n", rows).getBytes(WINDOWS));

        assertThat(read.faults()).containsExactly("rows-apart line 8");
        assertThat(read.transactions()).hasSize(6);
    }

    @Test
    void fileInUtf8IsRefusedByTheHeaderAndNotReadAsRubbish() {
        byte[] utf8 = new String(sample(), WINDOWS).getBytes(StandardCharsets.UTF_8);

        Reading read = Reading.of(together, utf8);

        assertThat(read.transactions()).isEmpty();
        assertThat(read.broken().code()).isIn("missing-column", "wrong-charset");
    }

    @Test
    void missingColumnIsNamed() {
        String document =
                new String(sample(), WINDOWS).replaceFirst("Belopp", "Summa").replaceFirst("Totalt", "Total");

        assertThat(Reading.of(together, document.getBytes(WINDOWS)).broken().code())
                .isEqualTo("missing-column");
        assertThat(Reading.of(together, document.getBytes(WINDOWS)).broken().value())
                .isEqualTo("Totalt, Belopp");
    }

    @Test
    void columnStatusMayBeMissingAndColumnsMayMove() {
        List<String> rows = new String(sample(), WINDOWS)
                .lines()
                .limit(5)
                .map(NordicFlatTest::turned)
                .toList();

        Reading read = Reading.of(together, String.join("\r\n", rows).getBytes(WINDOWS));

        assertThat(read.receipts())
                .isEqualTo(Reading.of(together, sample()).receipts().subList(0, 2));
    }

    /** Without its last two columns and in the opposite order. */
    private static String turned(String row) {
        String safe = row.replace("Jacka; ", "Jacka\u0001 ");
        List<String> values = new ArrayList<>(Arrays.asList(safe.split(";", -1)).subList(0, 18));
        Collections.reverse(values);
        return String.join(";", values).replace('\u0001', ';');
    }

    private static Line line(
            int number,
            LineType type,
            String sku,
            String name,
            String quantity,
            String gross,
            List<LineDiscount> discounts) {
        return new Line(
                number,
                type,
                LineKind.GOODS,
                sku,
                sku,
                name,
                "HERR",
                new BigDecimal(quantity),
                null,
                new BigDecimal(gross),
                new BigDecimal("25.00"),
                null,
                discounts,
                null,
                null);
    }

    private static byte[] sample() {
        try (InputStream in = NordicFlatTest.class.getResourceAsStream("/layout/nordic-flat.csv")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
