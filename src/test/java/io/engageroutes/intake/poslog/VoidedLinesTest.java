package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voided lines that are extra lines with the opposite sign. */
class VoidedLinesTest {

    private static final PosLogProfile ADDS = Read.profile("""
            extends: generic-6
            lines:
              voids: [{path: "@VoidFlag", is: "true", do: add}]
              negativeAmountReturns: {path: "@ItemType", is: NegativeItem}
              negativeQuantity: reject
            item:
              kinds: {DEPOSIT: [NegativeItem]}
            """);

    private static String line(String sku, String amount, String quantity) {
        return Till.lineItem("", sale("", sku, amount, quantity));
    }

    private static String voided(String sku, String amount, String quantity) {
        return Till.lineItem("VoidFlag='true'", sale("", sku, amount, quantity));
    }

    private static String sale(String attributes, String sku, String amount, String quantity) {
        return "<Sale " + attributes + "><ItemID>" + sku + "</ItemID><ExtendedAmount>" + amount
                + "</ExtendedAmount><Quantity>" + quantity + "</Quantity></Sale>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1"})
    void voidedGoodsAreNeitherBoughtNorReturned(String quantity) {
        Receipt receipt = Read.receipt(
                ADDS,
                Till.withTotal(
                        "5.00", line("A", "10.00", "1"), line("B", "5.00", "1"), voided("A", "-10.00", quantity)));

        assertThat(receipt.lines()).extracting(Line::sku).containsExactly("B");
        assertThat(receipt.lines()).extracting(Line::type).containsExactly(LineType.SALE);
    }

    @Test
    void ofTwoEqualLinesOneStays() {
        assertThat(Read.receipt(
                                ADDS,
                                Till.sale(line("A", "10.00", "1"), line("A", "10.00", "1"), voided("A", "-10.00", "1")))
                        .lines())
                .extracting(Line::number)
                .containsExactly(1);
    }

    @Test
    void oneOfThreePiecesMakesTheLineSmaller() {
        assertThat(Read.receipt(ADDS, Till.sale(line("A", "30.00", "3"), voided("A", "-10.00", "-1")))
                        .lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.quantity()).isEqualByComparingTo("2");
                    assertThat(line.gross()).isEqualByComparingTo("20.00");
                });
    }

    @Test
    void oneVoidMayTakeBackSeveralLines() {
        assertThat(Read.receipt(
                                ADDS,
                                Till.sale(
                                        line("B", "1.00", "1"),
                                        line("A", "10.00", "1"),
                                        line("A", "20.00", "2"),
                                        voided("A", "-30.00", "-3")))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("B");
    }

    @Test
    void weighedGoodsAreTakenBackByTheirWeight() {
        assertThat(Read.single(ADDS, Till.withTotal("0.00", line("A", "1.26", "0.42"), voided("A", "-1.26", "-0.42"))))
                .isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                        .isEqualTo("nothing-sold"));
    }

    @Test
    void voidMayComeBeforeWhatItVoids() {
        assertThat(Read.receipt(
                                ADDS,
                                Till.sale(voided("A", "-10.00", "1"), line("A", "10.00", "1"), line("B", "1.00", "1")))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("B");
    }

    @Test
    void pieceWhosePriceChangedWithItsGroupLeavesOneLineOfTheRest() {
        assertThat(Read.receipt(
                                ADDS,
                                Till.withTotal(
                                        "2.90",
                                        line("A", "2.00", "1"),
                                        line("B", "1.00", "1"),
                                        line("A", "1.50", "1"),
                                        voided("A", "-1.60", "-1")))
                        .lines())
                .extracting(line -> line.number() + " " + line.sku() + " " + line.quantity() + " " + line.gross())
                .containsExactly("1 A 1 1.90", "2 B 1 1.00");
    }

    @Test
    void voidWithoutItsLineIsRejectedAndSaysWhere() {
        Transaction.Rejected rejected =
                Read.rejected(ADDS, Till.sale(line("A", "10.00", "1"), voided("A", "-9.00", "-1")));

        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("void-without-line");
            assertThat(fault.place()).endsWith("LineItem 2/Sale");
            assertThat(fault.value()).isEqualTo("A");
        });
        assertThat(Read.rejected(ADDS, Till.sale(line("A", "10.00", "1"), voided("B", "-10.00", "-1")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("void-without-line");
    }

    @Test
    void voidOfAPricelessLineTakesItOutAndNeedsNone() {
        assertThat(Read.receipt(
                                ADDS,
                                Till.sale(
                                        line("B", "1.00", "1"),
                                        line("A", "0.00", "1"),
                                        voided("A", "0.00", "-1"),
                                        voided("C", "0.00", "-1")))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("B");
    }

    @Test
    void voidedReturnIsNoReturn() {
        String returned = Till.item("<Return>", "10.00", "1", "</Return>");
        String voided = Till.lineItem(
                "VoidFlag='true'",
                "<Return><ItemID>A</ItemID><ExtendedAmount>-10.00</ExtendedAmount><Quantity>1</Quantity></Return>");

        assertThat(Read.receipt(ADDS, Till.sale(line("B", "1.00", "1"), returned, voided))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("B");
    }

    @Test
    void depositGivenBackIsAReturnOfADeposit() {
        String deposit = Till.lineItem("", sale("ItemType='NegativeItem'", "BOTTLE", "-0.50", "5"));

        assertThat(Read.receipt(ADDS, Till.withTotal("0.50", line("A", "1.00", "1"), deposit))
                        .lines())
                .element(1)
                .satisfies(line -> {
                    assertThat(line.type()).isEqualTo(LineType.RETURN);
                    assertThat(line.kind()).isEqualTo(LineKind.DEPOSIT);
                    assertThat(line.gross()).isEqualByComparingTo("0.50");
                    assertThat(line.quantity()).isEqualByComparingTo("5");
                });
    }

    @Test
    void depositWithoutSignIsGivenBackOrChargedAsTheTotalSays() {
        String deposit = Till.lineItem("", sale("ItemType='NegativeItem'", "BOTTLE", "0.50", "5"));

        assertThat(Read.receipt(ADDS, Till.withTotal("0.50", line("A", "1.00", "1"), deposit))
                        .lines())
                .extracting(Line::type)
                .containsExactly(LineType.SALE, LineType.RETURN);
        assertThat(Read.receipt(ADDS, Till.withTotal("1.50", line("A", "1.00", "1"), deposit))
                        .lines())
                .extracting(Line::type)
                .containsExactly(LineType.SALE, LineType.SALE);
    }

    @Test
    void voidedDepositIsGone() {
        String deposit = Till.lineItem("", sale("ItemType='NegativeItem'", "BOTTLE", "-0.50", "5"));
        String voided = Till.lineItem("VoidFlag='true'", sale("ItemType='NegativeItem'", "BOTTLE", "0.50", "-5"));

        assertThat(Read.receipt(ADDS, Till.withTotal("1.00", line("A", "1.00", "1"), deposit, voided))
                        .lines())
                .extracting(Line::sku)
                .containsExactly("A");
    }

    @Test
    void voidedPaymentIsGoneToo() {
        String voided = Till.lineItem("VoidFlag='true'", "<Tender TenderType='Card'><Amount>-10.00</Amount></Tender>");
        Receipt receipt = Read.receipt(
                ADDS, Till.withTotal("10.00", Till.LINE, Till.PAID, voided, Till.tender("TenderType='Cash'", "10.00")));

        assertThat(receipt.tenders()).containsExactly(new Tender("Cash", null, new BigDecimal("10.00"), false, null));
    }
}
