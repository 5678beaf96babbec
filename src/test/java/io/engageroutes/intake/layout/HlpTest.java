package io.engageroutes.intake.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped layouts of records of several types, against the same receipts delimited and in columns. */
class HlpTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Layout delimited = Reading.shipped("hlp.yaml");
    private final Layout fixed = Reading.shipped("hlp-fixed.yaml");

    @Test
    void everyRecordArrivesWhereItBelongs() {
        Receipt receipt = read(delimited, text("hlp.txt")).receipts().get(0);

        assertThat(receipt.uniqueId()).isEqualTo("till-014-2-20260301-000871");
        assertThat(receipt.currency()).isEqualTo("SEK");
        assertThat(receipt.total()).isEqualTo("1298.00");
        assertThat(receipt.lines()).extracting(Line::articleName).containsExactly("Skjorta blå", "Jacka; \"Vinter\"");
        assertThat(receipt.lines())
                .extracting(Line::gross)
                .map(Object::toString)
                .containsExactly("398.00", "1000.00");
        assertThat(receipt.lines().get(0).discounts()).hasSize(1);
        assertThat(receipt.lines().get(1).discounts()).isEmpty();
        assertThat(receipt.basketDiscounts())
                .containsExactly(
                        new BasketDiscount("KUPONG", "Kupong", new BigDecimal("100.00"), List.of(1, 2), "BC-77"));
        assertThat(receipt.tenders())
                .containsExactly(
                        new Tender("card", null, new BigDecimal("1000.00"), false, null),
                        new Tender("voucher", null, new BigDecimal("298.00"), true, "BC-78"));
    }

    @Test
    void everyTransactionIsAccountedFor() {
        Reading read = read(delimited, text("hlp.txt"));

        assertThat(read.broken()).isNull();
        assertThat(read.receiptNumbers()).containsExactly("000871", "000873");
        assertThat(read.transactions()).contains(new Transaction.NonSale("training", "lines 9 to 10"));
        Line returned = read.receipts().get(1).lines().get(0);
        assertThat(returned.type()).isEqualTo(LineType.RETURN);
        assertThat(returned.gross()).isEqualTo("1234.50");
        assertThat(read.receipts().get(1).total()).isEqualTo("-1234.50");
    }

    @Test
    void columnsWithoutSeparatorsGiveTheSameReceipts() {
        List<Receipt> expected = read(delimited, text("hlp.txt")).receipts();
        Reading read = read(fixed, text("hlp-fixed.txt"));

        assertThat(read.broken()).isNull();
        assertThat(read.rejected()).isEmpty();
        assertThat(read.receipts().get(0))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected.get(0));
        assertThat(read.receipts().get(1))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(expected.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hlp.txt", "hlp-fixed.txt"})
    void endsOfOldSystemsAreNoRecords(String file) {
        Layout layout = file.equals("hlp.txt") ? delimited : fixed;
        List<Transaction> whole = read(layout, text(file)).transactions().stream()
                .filter(Transaction.NonSale.class::isInstance)
                .toList();
        String unix = text(file);

        for (String odd : List.of(
                unix.stripTrailing(),
                unix + "\u001A",
                unix.stripTrailing() + "\u001A\u001A",
                unix.replace("\n", "\r\n"),
                unix.replace("\n", "\r\n") + "\u001A",
                unix + "\n\n   \n")) {
            Reading read = read(layout, odd);
            assertThat(read.broken()).isNull();
            assertThat(read.receipts()).hasSize(2);
            assertThat(read.transactions()).containsAll(whole);
        }
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstRecord() {
        Layout utf8 = Layout.read(
                new ByteArrayInputStream("extends: hlp\nencoding: UTF-8\n".getBytes()),
                "mine.yaml",
                name -> Files.newInputStream(Path.of("routes/layouts", name)));

        assertThat(Reading.of(utf8, ("\uFEFF" + text("hlp.txt")).getBytes(StandardCharsets.UTF_8))
                        .receipts())
                .hasSize(2);
    }

    @Test
    void fileWithoutItsLastRecordWasCutAndItsLastReceiptIsHeldBack() {
        String cut = text("hlp.txt").replaceAll("\nS;.*", "\n");

        Reading read = read(delimited, cut);

        assertThat(read.receiptNumbers()).containsExactly("000871");
        assertThat(read.broken().code()).isEqualTo("trailer-missing");
        assertThat(read.broken().rule()).contains("record should be S").contains("left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"S;3;|S;4;|4", "S;3;63,50;|S;3;63,51;|63,51", ";00014136|;00014137|00014137"})
    void countSumAndHashTotalAreHeldAgainstTheRecords(String right, String wrong, String value) {
        assertThat(text("hlp.txt")).contains(right);
        Reading read = read(delimited, text("hlp.txt").replace(right, wrong));

        assertThat(read.receipts()).hasSize(2);
        assertThat(read.broken().code()).isEqualTo("trailer-mismatch");
        assertThat(read.broken().value()).isEqualTo(value);
    }

    @Test
    void recordThatNobodyKnowsIsAFaultOfTheReceiptItStandsIn() {
        Reading read = read(delimited, text("hlp.txt").replaceFirst("T;Tack.*\n", "Q;1;2\n"));

        assertThat(read.faults()).containsExactly("unknown-record line 8");
        assertThat(read.receiptNumbers()).containsExactly("000873");
        assertThat(read(delimited, "Q;1\n" + text("hlp.txt")).broken().code()).isEqualTo("unknown-record");
    }

    @Test
    void lineThatCannotBeSplitIsAFaultOfItsReceipt() {
        for (String odd : List.of("\u0000L;2;V;4712;\"Jacka", "L;2;V;4712;\"Ja\"cka\";HERR", " \"", "\"")) {
            Reading read = read(delimited, text("hlp.txt").replaceFirst("L;2;.*", Matcher.quoteReplacement(odd)));

            assertThat(read.receiptNumbers()).as(odd).containsExactly("000873");
            assertThat(read.rejected()).as(odd).hasSize(1);
        }
    }

    @Test
    void originalCanBeReadAgain() {
        for (Layout layout : List.of(delimited, fixed)) {
            Transaction.Sold sold = (Transaction.Sold) read(layout, text(layout == fixed ? "hlp-fixed.txt" : "hlp.txt"))
                    .transactions()
                    .get(0);
            Layout alone = Reading.layoutWithout(layout, RecordKind.FILE_TRAILER);
            assertThat(read(alone, sold.original().get()).only()).isEqualTo(sold.receipt());
        }
    }

    private static Reading read(Layout layout, String text) {
        return Reading.of(layout, text.getBytes(WINDOWS));
    }

    private static String text(String file) {
        try (InputStream in = HlpTest.class.getResourceAsStream("/layout/" + file)) {
            return new String(in.readAllBytes(), WINDOWS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
