package io.engageroutes.intake.layout;

import static io.engageroutes.intake.layout.Reading.HEADER;
import static io.engageroutes.intake.layout.Reading.SMALL;
import static io.engageroutes.intake.layout.Reading.row;
import static io.engageroutes.intake.layout.Reading.small;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a delimited file: what is one, what is none, and what becomes of a bad one. */
class DelimitedFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE", "IBM850"})
    void namesKeepTheirLettersInTheDeclaredEncoding(String encoding) {
        Layout layout = Reading.layout(SMALL.replace("UTF-8", encoding));
        String document = HEADER + row("1", "1,00", "1,00").replace("Name", "Räksmörgås Ø é");

        assertThat(Reading.of(layout, document.getBytes(Charset.forName(encoding)))
                        .only()
                        .lines()
                        .get(0)
                        .articleName())
                .isEqualTo("Räksmörgås Ø é");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(small("", "\uFEFF" + HEADER + row("1", "1,00", "1,00")).receiptNumbers())
                .containsExactly("1");
    }

    @Test
    void windowsTextReadAsUtf8BreaksTheDocumentAfterTheWholeReceipts() {
        String document = HEADER
                + row("1", "1,00", "1,00")
                + row("2", "1,00", "1,00")
                + row("3", "1,00", "1,00").replace("Name", "Ägg");

        Reading read = Reading.of(Reading.layout(SMALL), document.getBytes(Charset.forName("windows-1252")));

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.broken().code()).isEqualTo("wrong-charset");
    }

    @Test
    void utf8ReadAsWindowsBreaksTheDocumentAtABytesThatWindowsDoesNotHave() {
        Layout windows = Reading.layout(SMALL.replace("UTF-8", "windows-1252"));
        String document = HEADER + row("1", "1,00", "1,00").replace("Name", "Århus");

        assertThat("Å".getBytes(StandardCharsets.UTF_8)[1]).isEqualTo((byte) 0x85);
        Reading read = Reading.of(
                windows,
                (document + row("2", "1,00", "1,00").replace("Name", "Ýr Í")).getBytes(StandardCharsets.UTF_8));

        assertThat(read.broken().code()).isEqualTo("wrong-charset");
        assertThat(read.transactions()).isEmpty();
    }

    @Test
    void quotedValuesMayHoldSeparatorsAndQuotes() {
        assertThat(small("", HEADER + row("1", "1,00", "1,00").replace("Name", "\"Skruv; 1/2\"\" lång\""))
                        .only()
                        .lines()
                        .get(0)
                        .articleName())
                .isEqualTo("Skruv; 1/2\" lång");
        assertThat(small("", HEADER + row("1", "1,00", "1,00").replace("Name", "Skruv 1/2\" #4"))
                        .only()
                        .lines()
                        .get(0)
                        .articleName())
                .isEqualTo("Skruv 1/2\" #4");
    }

    @Test
    void quoteThatIsNeverClosedCostsItsRowAndNotTheRestOfTheFile() {
        Reading read = small(
                "",
                HEADER
                        + row("1", "1,00", "1,00")
                        + row("2", "1,00", "1,00").replace("Name", "\"Name")
                        + row("3", "1,00", "1,00"));

        assertThat(read.receiptNumbers()).containsExactly("1", "3");
        assertThat(read.faults()).containsExactly("row-unreadable line 3");
    }

    @Test
    void quotedValueMayGoOnInTheNextLineWhenTheLayoutSaysSo() {
        String document = HEADER
                + row("1", "1,00", "1,00").replace("Name", "\"two\nlines\"")
                + row("2", "1,00", "1,00").replace("12:00", "12:61");

        Reading read = small("multiline: true\n", document);

        assertThat(read.receipts().get(0).lines().get(0).articleName()).isEqualTo("two\nlines");
        assertThat(read.faults()).containsExactly("not-a-time line 4, column \"At\"");
    }

    @Test
    void quoteThatIsNeverClosedSwallowsNoReceiptWhereValuesMayGoOn() {
        String open = row("1", "1,00", "1,00").replace("Name", "\"Name");
        String rest = row("2", "1,00", "1,00") + row("3", "1,00", "1,00").replace("Name", "\"Na;me\"");

        Reading read = small("multiline: true\n", HEADER + open + rest);

        assertThat(read.faults()).containsExactly("row-unreadable line 2");
        assertThat(read.receiptNumbers()).containsExactly("2", "3");
        assertThat(small("multiline: true\n", HEADER + rest + open).receiptNumbers())
                .containsExactly("2", "3");
    }

    @Test
    void rowThatMayBelongToAReceiptWithoutTotalHoldsItBack() {
        String stray = row("", "1,00", "");

        Reading without =
                small("", HEADER + row("1", "1,00", "") + stray + row("2", "1,00", "") + row("3", "1,00", ""));
        assertThat(without.receiptNumbers()).containsExactly("3");
        assertThat(without.rejected()).hasSize(3);
        assertThat(without.faults()).containsOnly("row-without-key line 3");

        Reading with = small("", HEADER + row("1", "1,00", "1,00") + stray + row("2", "1,00", "1,00"));
        assertThat(with.receiptNumbers()).containsExactly("1", "2");
        assertThat(with.rejected()).hasSize(1);
    }

    @Test
    void separatorWithoutQuotesIsNotReadAsShiftedAmounts() {
        Reading read = small("", HEADER + row("1", "1,00", "1,00").replace("Name", "Na;me") + row("2", "1,00", "1,00"));

        assertThat(read.faults()).containsExactly("columns-differ line 2");
        assertThat(read.receiptNumbers()).containsExactly("2");
    }

    @Test
    void lastRowCutInTheMiddleIsNotDelivered() {
        String whole = HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "10,00");

        assertThat(small("", whole.substring(0, whole.length() - 8)).receiptNumbers())
                .containsExactly("1");
        assertThat(small("", whole.substring(0, whole.length() - 8)).faults()).containsExactly("columns-differ line 3");
    }

    @Test
    void blankLinesCommentsAndEmptySpreadsheetRowsAreNoRows() {
        Reading read = small(
                "skipLines: 2\ncomment: \"//\"\n",
                "Export 7\n\n// header:\n\n" + HEADER + "\r\n;;;;;;\n// x \"\n"
                        + row("1", "1,00", "1,00").replace("\n", ";;\r\n"));

        assertThat(read.only().receiptNumber()).isEqualTo("1");
    }

    @Test
    void articleThatBeginsLikeACommentIsARow() {
        assertThat(small("", HEADER + row("#1", "1,00", "1,00")).receiptNumbers())
                .containsExactly("#1");
    }

    @Test
    void columnsMayBeNamedByPosition() {
        Reading read = small(
                "header: false\ncolumns: [No, At, Sku, Name, Qty, Sum, Total]\nseparator: \"\\t\"\n",
                row("1", "1,00", "1,00").replace(';', '\t'));

        assertThat(read.only().lines().get(0).gross()).isEqualTo("1.00");
    }

    @Test
    void headerThatNamesAColumnTwiceIsRefused() {
        assertThat(small("", HEADER.replace("Name", "Sum") + row("1", "1,00", "1,00"))
                        .broken()
                        .code())
                .isEqualTo("missing-column");
        assertThat(small("", "Sum;" + HEADER + "9;" + row("1", "1,00", "1,00"))
                        .broken()
                        .code())
                .isEqualTo("column-twice");
    }

    @Test
    void emptyDocumentIsBrokenAndADocumentWithoutReceiptsIsNot() {
        assertThat(small("", "").broken().code()).isEqualTo("empty-document");
        assertThat(small("", HEADER)).isEqualTo(new Reading(java.util.List.of(), null));
    }

    @Test
    void valueOrLineBeyondTheLimitIsRefused() {
        Reading value = small(
                "mostCharacters: 100\n",
                HEADER + row("1", "1,00", "1,00").replace("Name", "x".repeat(101)) + row("2", "1,00", "1,00"));
        assertThat(value.faults()).containsExactly("row-unreadable line 2");
        assertThat(value.receiptNumbers()).containsExactly("2");

        Reading line = small("mostCharacters: 100\n", HEADER + row("1", "1,00", "1,00") + "x;".repeat(1000));
        assertThat(line.broken().code()).isEqualTo("line-too-long");
        assertThat(small("mostColumns: 7\n", HEADER + row("1", "1,00", "1,00") + ";".repeat(90))
                        .receiptNumbers())
                .containsExactly("1");
    }

    @Test
    void rowThatBeginsWithANulIsAFaultAsAnyOtherWrongRow() {
        Reading reading = small("", HEADER + "\0\"a\";b\n\0;\"c\"\n\0\n" + row("1", "1,00", "1,00"));

        assertThat(reading.faults())
                .containsExactly("columns-differ line 2", "columns-differ line 3", "columns-differ line 4");
        assertThat(reading.receiptNumbers()).containsExactly("1");
    }
}
