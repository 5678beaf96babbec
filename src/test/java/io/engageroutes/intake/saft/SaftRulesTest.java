package io.engageroutes.intake.saft;

import static io.engageroutes.intake.saft.AuditFile.line;
import static io.engageroutes.intake.saft.AuditFile.payment;
import static io.engageroutes.intake.saft.AuditFile.sale;
import static io.engageroutes.intake.saft.AuditFile.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaftRulesTest {

    private final SaftFormat norway = Reading.shipped("no");
    private final SaftFormat denmark = Reading.shipped("dk");

    private static AuditFile norwegian(String transaction) {
        return AuditFile.norwegian().with(transaction);
    }

    private static String day(String rest) {
        return transaction("7", "SALG", "100.00", "C", "12:00:00", rest);
    }

    @ParameterizedTest
    @CsvSource({
        "trainingID, true, training",
        "trainingID, 1, training",
        "voidTransaction, true, void",
        "voidTransaction, 1, void"
    })
    void flagsTakeATransactionOut(String flag, String value, String reason) {
        String rest = line("A-1107", "1", "100.00", "C") + "<" + flag + ">" + value + "</" + flag + ">";

        assertThat(Reading.single(norway, norwegian(day(rest))))
                .isInstanceOfSatisfying(Transaction.NonSale.class, nonSale -> assertThat(nonSale.reason())
                        .isEqualTo(reason));
    }

    @Test
    void falseFlagsTakeNothingOut() {
        String rest = line("A-1107", "1", "100.00", "C") + payment("KORT", "100.00")
                + "<voidTransaction>false</voidTransaction><trainingID>0</trainingID>";

        assertThat(Reading.receipt(norway, norwegian(day(rest))).total()).isEqualByComparingTo("100");
    }

    @Test
    void typesThatAreNoSalesAreCountedByTheirReason() {
        String paidIn = transaction("1", "INNSKUDD", "500.00", "C", "08:00:00", "");

        assertThat(Reading.single(norway, norwegian(paidIn)))
                .isInstanceOfSatisfying(Transaction.NonSale.class, nonSale -> assertThat(nonSale.reason())
                        .isEqualTo("paid-in"));
    }

    @ParameterizedTest
    @CsvSource({"RARITET", "11009", "11999"})
    void aTypeThatNobodyExplainedIsNeverDroppedInSilence(String type) {
        String odd = transaction("1", type, "50.00", "C", "08:00:00", line("A-1107", "1", "50.00", "C"));

        assertThat(Reading.codes(norway, norwegian(odd))).containsExactly("transaction-type-unknown");
    }

    @Test
    void aTypeThatNobodyExplainedIsNothingWhenItIsEmpty() {
        assertThat(Reading.single(norway, norwegian(transaction("1", "RARITET", "0.00", "C", "08:00:00", ""))))
                .isInstanceOf(Transaction.NonSale.class);
    }

    @Test
    void predefinedCodesMayStandInPlaceOfOwnOnes() {
        String rest = line("A-1107", "1", "80.00", "C") + payment("12001", "80.00");

        Receipt receipt = Reading.receipt(norway, norwegian(transaction("1", "11001", "80.00", "C", "08:00:00", rest)));

        assertThat(receipt.tenders()).extracting(Tender::type).containsExactly("cash");
    }

    @Test
    void creditWithoutPaymentIsPaidByCredit() {
        String credit = transaction("1", "KREDITT", "80.00", "C", "08:00:00", line("A-1107", "1", "80.00", "C"));

        assertThat(Reading.receipt(norway, norwegian(credit)).tenders())
                .containsExactly(new Tender("credit", null, new BigDecimal("80.00"), false, null));
    }

    @Test
    void unknownNamespacesAreRefused() {
        AuditFile swedish = AuditFile.norwegian().namespace("urn:StandardAuditFile-Taxation-CashRegister:SE");

        assertThatThrownBy(() -> Reading.open(norway, swedish.bytes()))
                .isInstanceOfSatisfying(BrokenDocument.class, broken -> {
                    assertThat(broken.fault().code()).isEqualTo("wrong-namespace");
                    assertThat(broken.fault().rule()).contains(AuditFile.NO, "saft/dk");
                });
        assertThatThrownBy(() -> Reading.open(norway, AuditFile.danish().bytes()))
                .isInstanceOf(BrokenDocument.class);
        assertThatThrownBy(() -> Reading.open(norway, "<receipts/>".getBytes())).isInstanceOf(BrokenDocument.class);
    }

    @Test
    void elementsMayHaveAPrefix() {
        AuditFile file = AuditFile.danish().prefixed("d1").with(sale("1", "80.00", "08:00:00"));

        assertThat(Reading.receipt(denmark, file).total()).isEqualByComparingTo("80");
    }

    @Test
    void theDanishDayOfTheBooksWins() {
        String late =
                sale("1", "80.00", "00:40:00").replace("</transTime>", "</transTime><bookDate>2026-11-02</bookDate>");

        Receipt danish = Reading.receipt(denmark, AuditFile.danish().with(late));
        assertThat(danish.businessDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(danish.occurredAt().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 3));
        assertThat(Reading.receipt(norway, norwegian(late)).businessDate()).isEqualTo(LocalDate.of(2026, 11, 3));
    }

    @Test
    void returnsWithoutMinusAreToldByTheirSide() {
        String back = transaction(
                "1",
                "RETUR",
                "80.00",
                "D",
                "08:00:00",
                line("RET", "A-1107", "1", "80.00", "D", "25.00", "")
                        + "<vat><vatPerc>25.00</vatPerc><vatAmnt>16.00</vatAmnt></vat>" + payment("KORT", "80.00"));

        Receipt receipt = Reading.receipt(norway, norwegian(back));

        assertThat(receipt.total()).isEqualByComparingTo("-80");
        assertThat(receipt.taxTotal()).isEqualByComparingTo("-16");
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("-80");
        assertThat(receipt.lines().get(0).type()).isEqualTo(LineType.RETURN);
    }

    @Test
    void anExchangeSellsAndTakesBack() {
        String exchange = day(line("B-22", "1", "180.00", "C")
                + line("RET", "A-1107", "-1", "-80.00", "D", "25.00", "")
                + payment("KORT", "100.00"));

        assertThat(Reading.receipt(norway, norwegian(exchange)).lines())
                .extracting(line -> line.type() + " " + line.gross().toPlainString())
                .containsExactly("SALE 180.00", "RETURN 80.00");
    }

    @Test
    void aNegativeLineOfASaleIsADiscountOnItsVatRate() {
        String rest = line("B-22", "1", "70.00", "C")
                + line("SAL", "A-1107", "1", "40.00", "C", "15.00", "")
                + line("SAL", "RABATT", "1", "-10.00", "D", "25.00", "")
                + payment("KORT", "100.00");

        Receipt receipt = Reading.receipt(norway, norwegian(day(rest)));

        assertThat(receipt.lines()).hasSize(2);
        assertThat(receipt.basketDiscounts())
                .containsExactly(new BasketDiscount("SAL", "RABATT", new BigDecimal("10.00"), List.of(1), null));
    }

    @Test
    void aLayoutMaySayThatNegativeLinesAreReturns() {
        String rest = line("B-22", "1", "110.00", "C") + line("A-1107", "1", "-10.00", "C") + payment("KORT", "100.00");

        Receipt receipt = Reading.receipt(Reading.with("lines: { negative: return }"), norwegian(day(rest)));

        assertThat(receipt.lines()).extracting(line -> line.type()).containsExactly(LineType.SALE, LineType.RETURN);
        assertThat(receipt.basketDiscounts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100.00, 100.00", "120.00, 100.00"})
    void theTotalTellsWhetherALineContainsItsDiscount(String written, String gross) {
        String discount = "<discount><dscTp>MED</dscTp><dscAmnt>20.00</dscAmnt></discount>";
        String rest = line("SAL", "A-1107", "1", written, "C", "25.00", discount) + payment("KORT", "100.00");

        Receipt receipt = Reading.receipt(denmark, AuditFile.danish().with(day(rest)));

        assertThat(receipt.lines().get(0).gross()).isEqualByComparingTo(gross);
        assertThat(receipt.lines().get(0).discounts()).singleElement().satisfies(own -> {
            assertThat(own.type()).isEqualTo("MED");
            assertThat(own.amount()).isEqualByComparingTo("20");
        });
    }

    @Test
    void aDiscountOnTheWholeTransactionIsABasketDiscount() {
        String rest = line("A-1107", "1", "120.00", "C")
                + "<discount><dscTp>MED</dscTp><dscAmnt>20.00</dscAmnt></discount>" + payment("KORT", "100.00");

        assertThat(Reading.receipt(denmark, AuditFile.danish().with(day(rest))).basketDiscounts())
                .containsExactly(new BasketDiscount("MED", null, new BigDecimal("20.00"), List.of(), null));
    }

    @Test
    void aTipBesideTheLinesIsALineThatAwardsNothing() {
        String rest = line("A-1107", "1", "100.00", "C")
                + "<raise><raiseType>TIPS</raiseType><raiseAmnt>15.00</raiseAmnt></raise>" + payment("KORT", "115.00");

        Receipt receipt = Reading.receipt(norway, norwegian(day(rest)));

        assertThat(receipt.total()).isEqualByComparingTo("115");
        assertThat(receipt.lines().get(1)).satisfies(tip -> {
            assertThat(tip.kind()).isEqualTo(LineKind.OTHER);
            assertThat(tip.awardsBonus()).isFalse();
            assertThat(tip.gross()).isEqualByComparingTo("15");
        });
    }

    @Test
    void aTipInsideTheLinesIsNotAddedAgain() {
        String rest = line("A-1107", "1", "100.00", "C")
                + "<raise><raiseType>TIPS</raiseType><raiseAmnt>15.00</raiseAmnt></raise>" + payment("KORT", "100.00");

        Receipt receipt = Reading.receipt(norway, norwegian(day(rest)));

        assertThat(receipt.total()).isEqualByComparingTo("100");
        assertThat(receipt.lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"99.60, 0.40, -0.40", "99.60, -0.40, -0.40", "100.40, 0.40, 0.40"})
    void whatWasPaidTellsTheSignOfTheRounding(String paid, String written, String rounding) {
        String rest = line("A-1107", "1", "100.00", "C") + "<rounding><roundingAmnt>" + written
                + "</roundingAmnt></rounding>" + payment("KONT", paid);

        assertThat(Reading.receipt(norway, norwegian(day(rest))).cashRounding()).isEqualByComparingTo(rounding);
    }

    @Test
    void aPaymentInAForeignCurrencyIsChangedByItsRateWhenThatFits() {
        String euros = payment("KONT", "10.00").replace("NOK", "EUR").replace("1.000000", "11.672500");
        String rest = line("A-1107", "1", "100.00", "C") + euros + payment("KONT", "-16.73");

        assertThat(Reading.receipt(norway, norwegian(day(rest))).tenders())
                .extracting(tender -> tender.amount().toPlainString())
                .containsExactly("116.73", "-16.73");
    }

    @Test
    void theTablesNameStoresAndRegisters() {
        SaftFormat own = Reading.with(
                "store: postalCode",
                "stores: { \"2317\": \"014\" }",
                "registers: { K-7781-2: \"2\" }",
                "uniqueId: \"till-{store}-{register}-{day}-{transaction}\"");

        Receipt receipt = Reading.receipt(own, norwegian(sale("7", "80.00", "08:00:00")));

        assertThat(receipt.uniqueId()).isEqualTo("till-014-2-20261103-7");
        assertThat(receipt.storeId()).isEqualTo("014");
        assertThat(receipt.registerId()).isEqualTo("2");
    }

    @Test
    void allFaultsOfATransactionAreSaid() {
        String bad = transaction(
                        "",
                        "SALG",
                        "80,00",
                        "C",
                        "8 o'clock",
                        line("A-1107", "1", "80.00", "C")
                                .replace("<artID>A-1107</artID>", "")
                                .replace("<artGroupID>G</artGroupID>", ""))
                .replace("2026-11-03", "03.11.2026");

        assertThat(Reading.codes(norway, norwegian(bad)))
                .contains("not-a-decimal", "article-missing", "not-a-date", "unique-id-incomplete");
    }

    @Test
    void theNextTransactionFollowsABadOne() {
        AuditFile file = norwegian(sale("1", "80.00", "08:00:00").replace("80.00", "eighty"))
                .with(sale("2", "80.00", "08:01:00"));

        assertThat(Reading.all(norway, file.bytes()))
                .extracting(transaction -> transaction.getClass().getSimpleName())
                .containsExactly("Rejected", "Sold");
    }

    @Test
    void aCutDocumentKeepsWhatCameBefore() {
        String text = norwegian(sale("1", "80.00", "08:00:00"))
                .with(sale("2", "80.00", "08:01:00"))
                .text();
        byte[] cut = text.substring(0, text.lastIndexOf("<signature>")).getBytes();

        try (SaftDocument document = Reading.open(norway, cut)) {
            assertThat(document.next()).isInstanceOf(Transaction.Sold.class);
            assertThatThrownBy(document::next).isInstanceOfSatisfying(BrokenDocument.class, broken -> assertThat(
                            broken.fault().code())
                    .isEqualTo("truncated"));
        }
    }

    @Test
    void moreArticlesThanMayBeRememberedCostOnlyTheirNames() {
        SaftFormat small = Reading.with("limits: { articles: 1 }");
        String both = line("A-1107", "1", "60.00", "C") + line("B-22", "1", "40.00", "C") + payment("KORT", "100.00");

        assertThat(Reading.receipt(small, norwegian(day(both))).lines())
                .extracting(line -> line.articleName())
                .containsExactly("Ullsokker", "B-22");
    }

    @Test
    void aWrongLayoutIsRefusedWithAllThatIsWrong() {
        assertThatThrownBy(() -> Reading.layout(
                        "store: planet",
                        "uniqueId: \"{source}-{moon}\"",
                        "lines: { kinds: { ROCKS: [X] }, returns: maybe }",
                        "vat: { codes: { \"3\": much } }",
                        "colour: red"))
                .isInstanceOfSatisfying(WrongProfile.class, wrong -> assertThat(wrong.faults())
                        .extracting(fault -> fault.value())
                        .contains("planet", "{moon}", "ROCKS", "maybe", "much", "colour"));
    }
}
