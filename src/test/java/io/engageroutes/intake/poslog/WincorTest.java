package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What TP.net tills write: vouchers listed both ways, returns, cancelled receipts. */
class WincorTest {

    private static final PosLogProfile WINCOR = Read.shipped("wincor");

    @Test
    void aVoucherThatIsADiscountAndATenderIsUsedOnceWhateverTheTenderIsCalled() {
        for (String type : new String[] {"Voucher", "ManufacturerCoupon", "CustomerAccount"}) {
            JsonNode body = Sent.of(Read.receipt(WINCOR, voucher(type, "20.00")));

            assertThat(Sent.each(body, "grossPaidPrice")).as(type).containsExactly("8.33", "11.67");
            assertThat(body.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("20.00");
            assertThat(body.get("paymentMethods").findValues("value"))
                    .extracting(JsonNode::decimalValue)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("50"), new BigDecimal("-30"));
            assertThat(body.at("/usedBonusChecks/0/checkNumber").asText()).isEqualTo("V-123");
        }
    }

    @Test
    void theTotalMayContainSuchAVoucher() {
        JsonNode body = Sent.of(Read.receipt(WINCOR, voucher("Voucher", "25.00")));

        assertThat(Sent.sum(body)).isEqualByComparingTo("20.00");
        assertThat(body.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("20.00");
    }

    @Test
    void aGiftCertificateThatPaysAPartIsAPaymentThoughADiscountIsOfTheSameAmount() {
        byte[] document = document(
                item("Sale", "20.00")
                        + discount("5")
                        + tender("GiftCertificate", "Sale", "5", "")
                        + tender("Cash", "Sale", "15", ""),
                total("20"));

        JsonNode body = Sent.of(Read.receipt(WINCOR, document));

        assertThat(body.get("paymentMethods")).hasSize(2);
        assertThat(Sent.sum(body)).isEqualByComparingTo("20");
    }

    @Test
    void totalsOfAReturnMayLackTheirSign() {
        for (String sign : new String[] {"", "-"}) {
            byte[] document =
                    document(item("Return", "7.95") + tender("Cash", "Refund", "7.95", ""), total(sign + "7.95"));

            JsonNode body = Sent.of(Read.receipt(WINCOR, document));

            assertThat(body.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("-7.95");
            assertThat(body.at("/paymentMethods/0/value").decimalValue()).isEqualByComparingTo("-7.95");
        }
    }

    @Test
    void linesWithoutTotalsWereCancelledUnlessSomethingWasTendered() {
        assertThat(Read.single(WINCOR, document(item("Sale", "7.95"), "")))
                .isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                        .isEqualTo("cancelled"));
        byte[] tendered = document(item("Sale", "7.95") + tender("Cash", "Sale", "7.95", ""), "");
        assertThat(Read.rejected(WINCOR, tendered).faults())
                .extracting(Fault::code)
                .containsExactly("total-missing");
    }

    @Test
    void linesOfNothingAreNoGoods() {
        byte[] document = document(
                item("Sale", "7.95") + item("Sale", "0", "0") + tender("Cash", "Sale", "7.95", ""), total("7.95"));

        assertThat(Read.receipt(WINCOR, document).lines()).hasSize(1);
    }

    /** 25 of goods, 5 of them spread over the lines with four decimals and tendered as well, 20 in cash. */
    private static byte[] voucher(String type, String total) {
        return document(
                item("Sale", "8.3333")
                        + item("Sale", "11.6667")
                        + discount("5")
                        + tender(type, "Sale", "5", "<Voucher><SerialNumber>V-123</SerialNumber></Voucher>")
                        + tender("Cash", "Sale", "50", "")
                        + tender("Cash", "Refund", "30", ""),
                total(total));
    }

    private static byte[] document(String rows, String totals) {
        return Till.document("<Transaction><RetailStoreID>367</RetailStoreID><WorkstationID>10</WorkstationID>"
                + "<SequenceNumber>20</SequenceNumber><BusinessDayDate>2026-03-01</BusinessDayDate>"
                + "<EndDateTime>2026-03-01T12:00:00</EndDateTime><CurrencyCode>EUR</CurrencyCode>"
                + "<RetailTransaction>" + rows + totals + "</RetailTransaction></Transaction>");
    }

    private static String total(String amount) {
        return "<Total TotalType='TransactionGrandAmount'>" + amount + "</Total>";
    }

    private static String discount(String amount) {
        return Till.lineItem("", "<Discount><Amount>" + amount + "</Amount></Discount>");
    }

    private static String tender(String type, String code, String amount, String more) {
        return Till.lineItem(
                "",
                "<Tender TenderType='" + type + "' TypeCode='" + code + "'><Amount>" + amount + "</Amount>" + more
                        + "</Tender>");
    }

    private static String item(String element, String amount) {
        return item(element, amount, "1");
    }

    private static String item(String element, String amount, String quantity) {
        return Till.lineItem(
                "",
                "<" + element + "><ItemID>A</ItemID><Description>Article</Description><ExtendedAmount>" + amount
                        + "</ExtendedAmount><Quantity>" + quantity
                        + "</Quantity><Tax TaxType='VAT'><Percent>23</Percent></Tax></" + element + ">");
    }
}
