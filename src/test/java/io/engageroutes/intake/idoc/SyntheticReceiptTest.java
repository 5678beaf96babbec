package io.engageroutes.intake.idoc;

import static io.engageroutes.intake.idoc.Wpubon.condition;
import static io.engageroutes.intake.idoc.Wpubon.field;
import static io.engageroutes.intake.idoc.Wpubon.header;
import static io.engageroutes.intake.idoc.Wpubon.item;
import static io.engageroutes.intake.idoc.Wpubon.one;
import static io.engageroutes.intake.idoc.Wpubon.price;
import static io.engageroutes.intake.idoc.Wpubon.tax;
import static io.engageroutes.intake.idoc.Wpubon.tender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a synthetic WPUBON01 receipt becomes. */
class SyntheticReceiptTest {

    private final IDocLayout shipped = Read.shipped();

    private static String plain(String... more) {
        return one(
                item("-", "000000000000123456", "2.000", price("798.00"), tax("A1", "159.60")),
                tender("PTCC", "+", "798.00"),
                String.join("", more));
    }

    @Test
    void aPlainSaleBecomesAReceipt() {
        Receipt receipt = Read.receipt(shipped, plain(field("MEMBER", "5210000025")));
        assertThat(receipt.uniqueId()).isEqualTo("erp-idocs-3004-02-20261120-000901");
        assertThat(receipt.receiptNumber()).isEqualTo("000901");
        assertThat(receipt.storeId()).isEqualTo("3004");
        assertThat(receipt.registerId()).isEqualTo("02");
        assertThat(receipt.occurredAt()).hasToString("2026-11-20T15:22:05+01:00");
        assertThat(receipt.currency()).isEqualTo("SEK");
        assertThat(receipt.contactKeys())
                .extracting(key -> key.type().name(), key -> key.value())
                .containsExactly(tuple("memberNumber", "5210000025"), tuple("externalId", "70066"));
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo(LineType.SALE);
            assertThat(line.sku()).as("SAP's zeros").isEqualTo("123456");
            assertThat(line.articleName()).as("the IDoc has no name").isEqualTo("123456");
            assertThat(line.quantity()).isEqualByComparingTo("2");
            assertThat(line.gross()).isEqualByComparingTo("798");
            assertThat(line.taxPercent()).isEqualByComparingTo("25");
        });
        assertThat(Read.priced(receipt).total()).isEqualByComparingTo("798");
    }

    @Test
    void plusMeansThatGoodsCameBack() {
        Receipt receipt = Read.receipt(
                shipped,
                one(item("+", "1", "1.000", price("399.00"), tax("A1", "79.80")), tender("PTCS", "", "399.00")));
        assertThat(receipt.lines().get(0).type()).isEqualTo(LineType.RETURN);
        assertThat(receipt.tenders().get(0).amount())
                .as("no sign, and goods only came back")
                .isEqualByComparingTo("-399");
        assertThat(Read.priced(receipt).total()).isEqualByComparingTo("-399");
    }

    @ParameterizedTest
    @CsvSource({"399.00-,-399.00", "-399.00,-399.00", "399.00,399.00", "399,399"})
    void aMinusMayStandBehindOrBefore(String written, String read) {
        assertThat(SapNumber.parse(written)).isEqualByComparingTo(read);
        assertThat(SapNumber.parse("-1.00-")).isNull();
        assertThat(SapNumber.parse("1,00")).isNull();
        assertThat(SapNumber.parse("-")).isNull();
    }

    @Test
    void discountsOfItemsAndOfTheReceiptAreTakenOffOnce() {
        Receipt receipt = Read.receipt(
                shipped,
                one(
                        item("-", "1", "1.000", price("500.00"), condition("RA01", "-", "100.00-"), tax("A1", "80.00")),
                        item("-", "2", "1.000", price("200.00"), condition("RB00", "-", "20.00"), tax("A2", "21.43")),
                        header("RABA", "-", "40.00"),
                        tender("PTCC", "+", "540.00")));
        assertThat(receipt.lines().get(0).gross()).isEqualByComparingTo("400");
        assertThat(receipt.lines().get(0).discounts())
                .singleElement()
                .satisfies(discount -> assertThat(discount.amount()).isEqualByComparingTo("100"));
        assertThat(receipt.basketDiscounts())
                .extracting(discount -> discount.type() + " " + discount.amount() + " " + discount.lines())
                .containsExactly("RB00 20.00 []", "RABA 40.00 []");
        PricedReceipt priced = Read.priced(receipt);
        assertThat(priced.total()).isEqualByComparingTo("540");
        assertThat(priced.lines())
                .extracting(line -> line.paid().toPlainString())
                .containsExactly("360.00", "180.00");
    }

    @Test
    void aConditionWithASignDoesTheOppositeWithTheOther() {
        IDocLayout layout = Read.with("""
                item:
                  conditions:
                    - { types: [VKP0], as: price, per: piece }
                    - { types: [ZDIF], as: lineDiscount, sign: "-" }
                """);
        Receipt receipt = Read.receipt(
                layout,
                one(
                        item("-", "1", "3.000", price("100.00"), condition("ZDIF", "+", "6.00"), tax("A1", "61.20")),
                        item("-", "2", "1.000", price("100.00"), condition("ZDIF", "-", "6.00"), tax("A1", "18.80")),
                        tender("PTCC", "+", "400.00")));
        assertThat(receipt.lines())
                .extracting(line -> line.gross().stripTrailingZeros().toPlainString())
                .containsExactly("306", "94");
        assertThat(receipt.lines().get(0).discounts())
                .as("nothing was taken off")
                .isEmpty();
        assertThat(receipt.lines().get(1).discounts()).hasSize(1);
    }

    @Test
    void changeRoundingAndVouchersAreWhatTheyAre() {
        Receipt receipt = Read.receipt(
                shipped,
                one(
                        item("-", "1", "1.000", price("528.80"), tax("A1", "105.76")),
                        header("DIFF", "+", "0.20"),
                        tender("PTVO", "+", "100.00", field("VOUCHER", "V-77")),
                        tender("PTCS", "+", "500.00"),
                        tender("PTCS", "-", "71.00")));
        assertThat(receipt.cashRounding()).isEqualByComparingTo("0.20");
        PricedReceipt priced = Read.priced(receipt);
        assertThat(priced.total()).isEqualByComparingTo("428.80");
        assertThat(priced.vouchersUsed()).containsExactly("V-77");
        assertThat(priced.payments())
                .extracting(tender -> tender.amount().toPlainString())
                .containsExactly("500.00", "-71.00");
    }

    @Test
    void aRoundingAmongThePaymentsIsNone() {
        Receipt receipt = Read.receipt(
                shipped,
                one(
                        item("-", "1", "1.000", price("528.80"), tax("A1", "105.76")),
                        tender("PTCS", "+", "529.00"),
                        tender("PTRD", "-", "0.20")));
        assertThat(receipt.tenders()).hasSize(1);
        assertThat(receipt.cashRounding()).isEqualByComparingTo("0.20");
        assertThat(Read.priced(receipt).total()).isEqualByComparingTo("528.80");
    }

    @Test
    void anUnknownCodeSaysWhatToAddToTheLayoutAndAllAreSaidAtOnce() {
        List<Fault> faults = Read.rejected(
                        shipped,
                        one(
                                item("-", "1", "1.000", price("10"), condition("ZZ99", "", "1"), tax("Q7", "2")),
                                header("ZZ98", "", "1"),
                                tender("ZZ97", "", "10")))
                .faults();
        assertThat(faults)
                .extracting(Fault::code)
                .containsExactly("condition-unknown", "tax-code-unknown", "condition-unknown", "tender-unknown");
        assertThat(faults).extracting(Fault::value).containsExactly("ZZ99", "Q7", "ZZ98", "ZZ97");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.rule()).contains("add it to", "in layout wpubon01"));
        assertThat(faults.get(0).place()).contains("E1WPB02 1/E1WPB03/KONDITION", "IDoc 0000000000000001", "line ");
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtOnce() {
        String receipt = Wpubon.document(Wpubon.idoc(
                "1",
                "<E1WPB01><POSKREIS>3004</POSKREIS><VORGDATUM>20261131</VORGDATUM><VORGZEIT>2500</VORGZEIT>"
                        + item("", "1", "1,5", price("1.2.3"), tax("A1", ""))
                        + item("-", "2", "1.000-", price("5"), tax("A1", "1"))
                        + tender("PTCS", "", "") + "</E1WPB01>"));
        assertThat(Read.rejected(shipped, receipt).faults())
                .extracting(Fault::code)
                .containsExactlyInAnyOrder(
                        "number-missing",
                        "not-a-date",
                        "not-a-time",
                        "currency-missing",
                        "item-sign",
                        "not-a-decimal",
                        "not-a-decimal",
                        "quantity-sign",
                        "amount-missing");
    }

    @Test
    void linesThatWereNotPaidAreFoundBecauseThereIsNoTotalInTheIdoc() {
        Receipt receipt = Read.receipt(
                shipped,
                one(item("-", "1", "1.000", price("100.00"), tax("A1", "20.00")), tender("PTCC", "+", "90.00")));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Read.priced(receipt))
                .hasMessageContaining("100.00");
    }

    @Test
    void aCardNumberIsKeptNowhereAndStaffNeither() {
        String pan = "4111111111111111";
        Transaction.Rejected rejected = Read.rejected(
                shipped,
                one(
                        item("-", "1", "1.000", price("10"), tax("A1", "2")),
                        tender("ZZ97", "", "10", "<KARTENNR>" + pan + "</KARTENNR><AUTORINR>998877</AUTORINR>")));
        assertThat(rejected.original())
                .contains("BONNUMMER")
                .doesNotContain(pan, "Karin", "KASSIERER", "998877", "1229", ">99<");
        assertThat(rejected.faults().toString()).doesNotContain(pan);
    }

    @Test
    void aCardOfTheRetailersOwnMayBeTheMembersNumber() {
        IDocLayout layout = Read.with("""
                contacts: [{ path: "E1WPB06[ZAHLART='PTLC']/KARTENNR", type: memberNumber }]
                tenders: [{ types: [PTLC], as: ignore }, { types: [PTCC], as: payment, tender: card }]
                """);
        Transaction.Sold sold = (Transaction.Sold) Read.single(
                layout,
                one(
                        item("-", "1", "1.000", price("10"), tax("A1", "2")),
                        tender("PTCC", "", "10", "<KARTENNR>4111111111111111</KARTENNR>"),
                        tender("PTLC", "", "0", "<KARTENNR>5210000025</KARTENNR>")));
        assertThat(sold.receipt().contactKeys()).extracting(key -> key.value()).containsExactly("5210000025");
        assertThat(sold.original().get()).doesNotContain("KARTENNR", "4111111111111111");
        assertThat(sold.receipt().toString()).doesNotContain("4111111111111111");
    }

    @Test
    void anEanKeepsItsZerosAndAStoreMayHaveAnyName() {
        IDocLayout layout = Read.with("store: { values: { \"3004\": \"014\" }, otherwise: reject }");
        String document = one(
                item("-", "07350000000017", "1.000", price("10"), tax("A1", "2"))
                        .replace("ARTN<", "EANN<"),
                tender("PTCS", "", "10"));
        Receipt receipt = Read.receipt(layout, document);
        assertThat(receipt.storeId()).isEqualTo("014");
        assertThat(receipt.lines().get(0).sku()).isEqualTo("07350000000017");
        assertThat(Read.rejected(layout, document.replace("03004", "03005")).faults())
                .extracting(Fault::code)
                .containsExactly("store-not-listed");
    }

    @Test
    void theSenderIsTheStoreWhereTheReceiptNamesNone() {
        Receipt receipt = Read.receipt(shipped, plain().replaceAll("<POSKREIS>.*</POSKREIS>", ""));
        assertThat(receipt.storeId()).isEqualTo("3004");
    }

    @Test
    void taxMayComeFromTheAmounts() {
        IDocLayout layout = Read.with("item: { taxFrom: amounts }");
        Receipt receipt = Read.receipt(
                layout,
                one(item("-", "1", "1.000", price("112.00"), tax("??", "12.00")), tender("PTCS", "", "112.00")));
        assertThat(Read.priced(receipt).lines().get(0).taxPercent()).isEqualByComparingTo("12");
    }

    @Test
    void aReceiptThatTakesAnotherBackNamesIt() {
        IDocLayout layout = Read.with("voided: { path: E1WPB02/VORGANGART, is: [STOR], number: E1WPB02/REFBONNR }");
        String stor = item("+", "1", "1.000", price("10"))
                .replace("<QUALARTNR>", "<VORGANGART>STOR</VORGANGART><REFBONNR>000850</REFBONNR><QUALARTNR>");
        assertThat(Read.single(layout, one(stor))).isInstanceOfSatisfying(Transaction.NonSale.class, voided -> {
            assertThat(voided.reason()).isEqualTo("post-void");
            assertThat(voided.voids()).isEqualTo("erp-idocs-3004-02-20261120-000850");
        });
        assertThat(Read.rejected(layout, one(stor.replaceAll("<REFBONNR>.*</REFBONNR>", "")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("void-reference-missing");
    }

    @Test
    void aSegmentThatNobodyKnowsMayHoldMoney() {
        String extension = "<Z1WPB08><BETRAG>5.00</BETRAG></Z1WPB08>";
        assertThat(Read.rejected(shipped, plain(extension)).faults())
                .extracting(Fault::code, Fault::value)
                .containsExactly(tuple("unknown-segment", "Z1WPB08"));
        assertThat(Read.receipt(Read.with("ignore: [Z1WPB08]"), plain(extension))
                        .lines())
                .hasSize(1);
    }

    @Test
    void aForeignTenderIsNoAmountOfThisReceipt() {
        assertThat(Read.rejected(shipped, plain().replace("<WAEHRUNG>SEK", "<WAEHRUNG>EUR"))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("tender-currency");
    }

    @Test
    void kindsAndNamesMayStandInTheIdoc() {
        IDocLayout layout = Read.with("""
                item:
                  name: "E1WXX01[FLDNAME='TEXT']/FLDVAL"
                  kinds: { DEPOSIT: [PANT] }
                """);
        Receipt receipt = Read.receipt(
                layout,
                one(
                        item("-", "1", "1.000", price("2.00"), tax("A1", "0.40"), field("TEXT", "Pant burk åäö"))
                                .replace("<QUALARTNR>", "<VORGANGART>PANT</VORGANGART><QUALARTNR>"),
                        tender("PTCS", "", "2.00")));
        assertThat(receipt.lines().get(0).kind()).isEqualTo(LineKind.DEPOSIT);
        assertThat(receipt.lines().get(0).articleName()).isEqualTo("Pant burk åäö");
    }
}
