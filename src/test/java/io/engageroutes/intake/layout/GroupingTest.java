package io.engageroutes.intake.layout;

import static io.engageroutes.intake.layout.Reading.HEADER;
import static io.engageroutes.intake.layout.Reading.row;
import static io.engageroutes.intake.layout.Reading.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.receipt.Fault;
import org.junit.jupiter.api.Test;

/** Which rows make a receipt, and how the end of a document is known. */
class GroupingTest {

    private static final String TRAILER = "trailer: { prefix: END, rows: 2, amount: { position: 3, of: Sum } }\n";

    @Test
    void rowsThatContradictEachOtherNameBothValuesAndLines() {
        Reading read = small("", HEADER + row("1", "1,00", "3,00") + row("1", "2,00", "3,50"));
        Fault fault = read.rejected().get(0).faults().get(0);

        assertThat(fault.code()).isEqualTo("header-differs");
        assertThat(fault.place()).isEqualTo("line 3, column \"Total\"");
        assertThat(fault.value()).isEqualTo("3,50");
        assertThat(fault.rule()).contains("line 2 says '3,00'");
    }

    @Test
    void blanksMayRepeatWhatOtherRowsSay() {
        String document = HEADER + row("1", "1,00", "") + row("1", "2,00", "3,00") + row("1", "0,00", "");

        assertThat(small("", document).receipts()).isEmpty();
        assertThat(small("blanks: repeat\n", document).only().total()).isEqualTo("3.00");
        assertThat(small("blanks: repeat\n", document + row("1", "0,00", "4,00"))
                        .faults())
                .containsExactly("header-differs line 5, column \"Total\"");
    }

    @Test
    void contactKeysThatDifferAreNotTold() {
        String keys = "contactKeys: [{ column: Name, type: email }]\n";
        String layout = Reading.SMALL.replace("articleName: Name", "articleName: { constant: X }") + keys;
        String document = HEADER
                + row("1", "1,00", "2,00").replace("Name", "a@b.se")
                + row("1", "1,00", "2,00").replace("Name", "c@d.se");

        Reading read = Reading.of(Reading.layout(layout), document.getBytes());

        assertThat(read.faults()).containsExactly("header-differs line 3, column \"Name\"");
        assertThat(read.rejected().get(0).faults().toString()).doesNotContain("@");
    }

    @Test
    void receiptThatComesAgainFurtherDownIsToldWithItsFirstLine() {
        Reading read =
                small("", HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "1,00") + row("1", "1,00", "1,00"));

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.faults()).containsExactly("rows-apart line 4");
    }

    @Test
    void rowsApartAreBroughtTogetherInTheOrderTheReceiptsBegin() {
        Reading read = small(
                "rows: apart\n",
                HEADER + row("1", "1,00", "3,00") + row("2", "1,00", "1,00") + row("1", "2,00", "3,00"));

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.receipts().get(0).lines()).hasSize(2);
    }

    @Test
    void rowsApartAreHeldInMemoryOnlyUpToTheLimit() {
        StringBuilder document = new StringBuilder(HEADER);
        for (int i = 0; i < 11; i++) {
            document.append(row("" + i, "1,00", "1,00"));
        }

        Reading read = small("rows: apart\nmostReceipts: 10\n", document.toString());

        assertThat(read.transactions()).isEmpty();
        assertThat(read.broken().code()).isEqualTo("too-many-receipts");
        assertThat(small("rows: apart\nmostReceipts: 11\n", document.toString()).receipts())
                .hasSize(11);
    }

    @Test
    void receiptWithoutEndIsRejectedOnceAndNotHeld() {
        Reading read = small("mostRows: 3\n", HEADER + row("1", "1,00", "9,00").repeat(9) + row("2", "1,00", "1,00"));

        assertThat(read.faults()).containsExactly("too-many-rows line 5");
        assertThat(read.receiptNumbers()).containsExactly("2");
    }

    @Test
    void trailerThatFitsIsTheProperEnd() {
        Reading read = small(
                TRAILER,
                HEADER + row("1", "1,00", "1,00") + row("2", "-2,50", "-2,50").replace(";1;", ";-1;")
                        + "END;002;-1,50\n\n");

        assertThat(read.receiptNumbers()).containsExactly("1", "2");
        assertThat(read.broken()).isNull();
    }

    @Test
    void documentWithoutItsTrailerWasCutAndItsLastReceiptIsHeldBack() {
        Reading read = small(TRAILER, HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "1,00"));

        assertThat(read.receiptNumbers()).containsExactly("1");
        assertThat(read.broken().code()).isEqualTo("trailer-missing");
        assertThat(small(TRAILER, HEADER).broken().code()).isEqualTo("trailer-missing");
    }

    @Test
    void rowsApartWithoutTheirTrailerGiveNoReceiptAtAll() {
        Reading read = small("rows: apart\n" + TRAILER, HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "1,00"));

        assertThat(read.transactions()).isEmpty();
        assertThat(read.broken().code()).isEqualTo("trailer-missing");
    }

    @Test
    void trailerThatDisagreesIsToldAfterTheReceipts() {
        String rows = HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "1,00");

        Reading count = small(TRAILER, rows + "END;3;2,00\n");
        assertThat(count.receiptNumbers()).containsExactly("1", "2");
        assertThat(count.broken().code()).isEqualTo("trailer-mismatch");
        assertThat(count.broken().rule()).contains("2 rows");
        assertThat(small(TRAILER, rows + "END;2;2,01\n").broken().code()).isEqualTo("trailer-mismatch");
        assertThat(small(TRAILER, rows + "END\n").broken().code()).isEqualTo("trailer-mismatch");
        assertThat(small(TRAILER, rows + "END;2;2,00\n" + row("3", "1,00", "1,00"))
                        .broken()
                        .code())
                .isEqualTo("trailer-mismatch");
    }

    @Test
    void cutAnywhereADocumentWithTrailerIsNeverTakenForWhole() {
        String whole =
                HEADER + row("1", "1,00", "1,00") + row("2", "1,00", "2,00") + row("2", "1,00", "2,00") + "END;3;3,00";

        for (int length = HEADER.length(); length < whole.length() - 3; length++) {
            Reading read = small(TRAILER, whole.substring(0, length));

            assertThat(read.broken()).as("cut at %s", length).isNotNull();
            assertThat(read.receipts())
                    .allMatch(receipt -> receipt.receiptNumber().equals("1")
                            || receipt.lines().size() == 2);
        }
    }
}
