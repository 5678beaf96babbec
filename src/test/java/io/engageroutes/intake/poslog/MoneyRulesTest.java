package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discounts, payments, rounding and totals. */
class MoneyRulesTest {

    private static final PosLogProfile GENERIC = Read.shipped("generic-6");

    private static String discount(String type, String amount) {
        return Till.lineItem(
                "",
                "<Discount TypeCode='" + type + "'><Amount>" + amount + "</Amount><Description>Member</Description>"
                        + "<SerialNumber>V1</SerialNumber></Discount>");
    }

    @Test
    void discountLinesAreBasketDiscountsWhereTheProfileSaysSo() {
        PosLogProfile profile = Read.profile("""
                extends: generic-6
                discounts:
                  - when: {path: "@TypeCode", is: Info}
                    as: information
                  - when: {path: "@TypeCode", is: Basket}
                    as: basket
                    amount: Amount
                    type: "@TypeCode"
                    description: Description
                    voucherId: SerialNumber
                """);
        Receipt receipt = Read.receipt(
                profile,
                Till.sale(Till.LINE, discount("Info", "9"), discount("Basket", "2.00"), discount("Basket", "0")));

        assertThat(receipt.basketDiscounts())
                .containsExactly(new BasketDiscount("Basket", "Member", new BigDecimal("2.00"), List.of(), "V1"));
        assertThat(Read.rejected(profile, Till.sale(Till.LINE, discount("Other", "1")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("unknown-discount");
    }

    @Test
    void wincorDiscountLinesAreInformation() {
        assertThat(Read.receipt(Read.shipped("wincor"), Till.withTotal("10.00", Till.LINE, discount("Basket", "2")))
                        .basketDiscounts())
                .isEmpty();
    }

    @Test
    void discountThatWouldRaiseThePriceIsRejected() {
        PosLogProfile negative = Read.profile("""
                extends: generic-6
                discounts: {as: basket, sign: negative, amount: Amount}
                """);

        assertThat(Read.rejected(GENERIC, Till.sale(Till.LINE, discount("x", "-2")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("discount-sign");
        assertThat(Read.receipt(negative, Till.sale(Till.LINE, discount("x", "-2")))
                        .basketDiscounts())
                .extracting(BasketDiscount::amount)
                .containsExactly(new BigDecimal("2"));
        assertThat(Read.rejected(negative, Till.sale(Till.LINE, discount("x", "2")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("discount-sign");
    }

    @Test
    void discountWithoutAmountIsRejected() {
        assertThat(Read.rejected(GENERIC, Till.sale(Till.LINE, discount("x", "")))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("discount-amount-missing");
    }

    @Test
    void refundTenderInsideASaleIsChange() {
        Receipt receipt = Read.receipt(
                Read.shipped("wincor"),
                Till.withTotal(
                        "10.00",
                        Till.LINE,
                        Till.tender("TenderType='Cash' TypeCode='Sale'", "20"),
                        Till.tender("TenderType='Cash' TypeCode='Refund'", "10"),
                        Till.tender("TenderType='Cash' TypeCode='Refund'", "-1")));

        assertThat(receipt.tenders())
                .extracting(Tender::amount)
                .containsExactly(new BigDecimal("20"), new BigDecimal("-10"), new BigDecimal("-1"));
    }

    @Test
    void voucherTendersAreMarkedWithTheirNumber() {
        String voucher = Till.lineItem(
                "",
                "<Tender TenderType='Voucher'><Amount>4.9999</Amount><Voucher><SerialNumber>0099</SerialNumber></Voucher>"
                        + "</Tender>");

        assertThat(Read.receipt(Read.shipped("wincor"), Till.withTotal("10.00", Till.LINE, voucher, Till.PAID))
                        .tenders())
                .containsExactly(
                        new Tender("Voucher", null, new BigDecimal("4.9999"), true, "0099"),
                        new Tender("Card", null, new BigDecimal("10.00"), false, null));
    }

    @Test
    void lineAmountsKeepFourDecimals() {
        Receipt receipt = Read.receipt(
                Read.shipped("wincor"),
                Till.withTotal(
                        "10.00",
                        Till.item("<Sale>", "3.3333", "1", "</Sale>"),
                        Till.item("<Sale>", "6.6667", "1", "</Sale>")));

        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("3.3333", "6.6667");
    }

    @Test
    void roundingHasTheSignOfWhatTheTendersDiffer() {
        for (String[] example : new String[][] {
            // cash, total, rounding, direction, expected
            {"10.00", "9.88", "0.12", "Up", "0.12"},
            {"10.00", "10.12", "0.12", "Down", "-0.12"},
            {"10.00", "10.12", "", "Down", "-0.12"},
            {"10.00", "9.88", "", "Up", "0.12"},
            {"10.00", "9.88", "0.12", "", "0.12"},
            {"10.00", "10.12", "0.12", "", "-0.12"},
            {"10.00", "10.12", "-0.12", "", "-0.12"},
        }) {
            String rounding = Till.lineItem(
                    "",
                    "<Tender><Rounding RoundingDirection='" + example[3] + "'>" + example[2] + "</Rounding></Tender>");
            Receipt receipt = Read.receipt(
                    GENERIC,
                    Till.withTotal(example[1], Till.LINE, Till.tender("TenderType='Cash'", example[0]), rounding));
            assertThat(receipt.cashRounding()).as(String.join(" ", example)).isEqualTo(example[4]);
            assertThat(receipt.tenders()).hasSize(1);
        }
    }

    @Test
    void roundingThatDoesNotFitKeepsItsOwnAmountSoThatTheBalanceCheckSeesIt() {
        String rounding = Till.lineItem("", "<Tender><Rounding RoundingDirection='Down'>0.12</Rounding></Tender>");

        assertThat(Read.receipt(GENERIC, Till.withTotal("7.00", Till.LINE, Till.PAID, rounding))
                        .cashRounding())
                .isEqualTo("-0.12");
    }

    @Test
    void roundingOfNothingIsNoRounding() {
        String tender = Till.lineItem(
                "", "<Tender TenderType='Cash'><Amount>10.000</Amount><Rounding>0.000</Rounding></Tender>");

        assertThat(Read.receipt(GENERIC, Till.withTotal("10", Till.LINE, tender))
                        .cashRounding())
                .isNull();
    }

    @Test
    void roundingWithoutATotalIsAgainstTheLines() {
        String rounding = Till.lineItem("", "<Tender><Rounding RoundingDirection='Up'/></Tender>");

        assertThat(Read.receipt(GENERIC, Till.sale(Till.item("<Sale>", "9.60", "1", "</Sale>"), Till.PAID, rounding))
                        .cashRounding())
                .isEqualTo("0.40");
    }

    @Test
    void paymentWithoutAmountIsRejected() {
        assertThat(Read.rejected(GENERIC, Till.sale(Till.LINE, Till.tender("TenderType='Cash'", "")))
                        .faults())
                .extracting(Fault::code, fault -> fault.place().endsWith("LineItem 2/Tender/Amount"))
                .containsExactly(tuple("tender-amount-missing", true));
    }

    @Test
    void absentTotalIsNull() {
        assertThat(Read.receipt(GENERIC, Till.sale(Till.LINE)).total()).isNull();
    }

    @Test
    void totalOfAReturnIsNegativeWhetherTheTillWritesTheSignOrNot() {
        PosLogProfile unsigned = Read.profile("extends: generic-6\ntotals: {unsigned: true}");
        String returned = Till.item("<Return>", "5.00", "1", "</Return>");

        assertThat(Read.receipt(GENERIC, Till.withTotal("-5.00", returned)).total())
                .isEqualTo("-5.00");
        assertThat(Read.receipt(unsigned, Till.withTotal("5.00", returned)).total())
                .isEqualTo("-5.00");
        assertThat(Read.receipt(unsigned, Till.withTotal("-5.00", returned)).total())
                .isEqualTo("-5.00");
        assertThat(Read.receipt(unsigned, Till.withTotal("5.00", Till.LINE, returned))
                        .total())
                .isEqualTo("5.00");
    }

    @Test
    void extendaTotalsAreTheVatRowsTogether() {
        byte[] document = Till.sale(
                "",
                new String[] {Till.LINE},
                "<Total TotalType='VRExt:TransactionVatRateAmount' x:VATRate='25' x:VATExclAmount='80.00000'"
                        + " x:VATAmount='20.00000'>?</Total><Total TotalType='VRExt:TransactionVatRateAmount'"
                        + " x:VATRate='12' x:VATExclAmount='100.00000' x:VATAmount='12.00000'>?</Total>");
        Receipt receipt = Read.receipt(Read.shipped("extenda"), document);

        assertThat(receipt.total()).isEqualTo("212.00");
        assertThat(receipt.taxTotal()).isEqualTo("32.00");
    }
}
