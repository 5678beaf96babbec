package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.receipt.ContactKeyType;
import org.junit.jupiter.api.Test;

/** The standard's forms that no sample of these tills shows; whichever a till writes, the totals of the VAT rates decide. */
class ExtendaTest {

    private static final PosLogProfile EXTENDA = Read.shipped("extenda");
    private static final String OFF = "<RetailPriceModifier><Amount Action='Subtract'>25.00000</Amount>"
            + "<PreviousPrice>125.00000</PreviousPrice></RetailPriceModifier>";
    private static final String OFF_IN_ALL = "<ExtendedDiscountAmount>25.00000</ExtendedDiscountAmount>";

    @Test
    void aLineIsWhatWasPaidWhetherItsAmountIsBeforeOrAfterItsDiscount() {
        for (String discount : new String[] {OFF, OFF_IN_ALL}) {
            for (String amount : new String[] {"125.00000", "100.00000"}) {
                JsonNode body = sent(
                        item("Sale", amount, "20.00000", discount) + tender("CreditDebit", "Sale", "100.00000"),
                        "80.00",
                        "20.00",
                        "");

                assertThat(Sent.each(body, "grossPaidPrice"))
                        .as(discount + amount)
                        .containsExactly("100.00");
                assertThat(Sent.sum(body)).isEqualByComparingTo("100.00");
                assertThat(body.at("/items/0/discounts/0/value").decimalValue()).isEqualByComparingTo("-25.00");
            }
        }
    }

    @Test
    void roundingToCoinsGoesBothWaysInSalesAndReturns() {
        assertThat(rounded("Sale", "125.40", "125.00", "Down", "100.32", "25.08"))
                .isEqualTo("125.40");
        assertThat(rounded("Sale", "125.60", "126.00", "Up", "100.48", "25.12")).isEqualTo("125.60");
        assertThat(rounded("Return", "125.40", "125.00", "Down", "-100.32", "-25.08"))
                .isEqualTo("-125.40");
        assertThat(rounded("Return", "125.60", "126.00", "Up", "-100.48", "-25.12"))
                .isEqualTo("-125.60");
    }

    @Test
    void vatRowsOfAReturnMayLackTheirSign() {
        JsonNode body = sent(
                item("Return", "125.00000", "25.00000", "") + tender("Cash", "Refund", "125.00000"),
                "100.00",
                "25.00",
                "");

        assertThat(body.get("totalGrossPrice").decimalValue()).isEqualByComparingTo("-125.00");
    }

    @Test
    void theStandardsPlacesOfMembersAreLookedAt() {
        String member = "<LoyaltyAccount><CustomerID>C1</CustomerID><LoyaltyCard><PrimaryAccountNumber>P1"
                + "</PrimaryAccountNumber></LoyaltyCard></LoyaltyAccount>";
        byte[] document = document(
                item("Sale", "125.00", "25.00", "") + tender("Cash", "Sale", "125.00"), "100.00", "25.00", member);

        assertThat(Read.receipt(EXTENDA, document).contactKeys())
                .extracting(key -> key.type() + " " + key.value())
                .containsExactly(ContactKeyType.memberNumber + " P1", ContactKeyType.externalId + " C1");
    }

    private static String rounded(String element, String amount, String paid, String way, String net, String vat) {
        JsonNode body = sent(
                item(element, amount, vat.replace("-", ""), "")
                        + tender("Cash", element.equals("Sale") ? "Sale" : "Refund", paid)
                        + Till.lineItem(
                                "", "<Tender><Rounding RoundingDirection='" + way + "'>0.40000</Rounding></Tender>"),
                net,
                vat,
                "");
        assertThat(Sent.sum(body))
                .isEqualByComparingTo(body.get("totalGrossPrice").decimalValue());
        return body.get("totalGrossPrice").asText();
    }

    private static JsonNode sent(String rows, String net, String vat, String more) {
        return Sent.of(Read.receipt(EXTENDA, document(rows, net, vat, more)));
    }

    private static byte[] document(String rows, String net, String vat, String more) {
        return Till.document("<Transaction><BusinessUnit><UnitID>3004</UnitID></BusinessUnit>"
                + "<WorkstationID>1</WorkstationID><SequenceNumber>7</SequenceNumber><CurrencyCode>SEK</CurrencyCode>"
                + "<RetailTransaction TransactionStatus='Finished'>" + rows
                + "<Total TotalType='VRExt:TransactionVatRateAmount' x:VATExclAmount='" + net + "' x:VATAmount='" + vat
                + "'>0</Total>" + more
                + "</RetailTransaction><EndDateTime>2026-03-01T12:00:00</EndDateTime></Transaction>");
    }

    private static String item(String element, String amount, String vat, String more) {
        return Till.lineItem(
                "",
                "<" + element + "><POSIdentity POSIDType='GTIN'><POSItemID>1</POSItemID></POSIdentity>"
                        + "<Description>Article</Description><ExtendedAmount>" + amount + "</ExtendedAmount>" + more
                        + "<Quantity>1.00000</Quantity><Tax><Amount>" + vat
                        + "</Amount><Percent>25.00</Percent></Tax></" + element + ">");
    }

    private static String tender(String type, String code, String amount) {
        return Till.lineItem(
                "",
                "<Tender TenderType='" + type + "' TypeCode='" + code + "'><Amount>" + amount + "</Amount></Tender>");
    }
}
