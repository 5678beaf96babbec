package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import io.engageroutes.receipt.RejectedReceipt;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class RoqqioTest {

    private static final PosLogProfile ROQQIO = Read.shipped("roqqio");
    private static final String REAL = "poslog-v6-roqqio-de/";

    private static Receipt read(String total, String tax, String... lineItems) {
        return Read.receipt(ROQQIO, RoqqioTill.receipt(total, tax, lineItems));
    }

    @Test
    void theRealSaleIsSixtySevenAndTwelve() {
        Receipt receipt = Read.receipt(ROQQIO, Read.real(REAL + "sale_floatprice.xml"));
        JsonNode body = Sent.of(receipt);

        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2024-07-31T11:46:13+02:00"));
        assertThat(receipt.contactKeys()).extracting(ContactKey::value).containsExactly("T220001293", "22000129");
        assertThat(body.get("currency").asText()).isEqualTo("EUR");
        assertThat(body.get("totalGrossPrice").asText()).isEqualTo("79.99");
        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("79.99");
        assertThat(Sent.each(body, "taxAmount")).containsExactly("12.77");
        assertThat(Sent.each(body, "taxPercent")).containsExactly("19");
        assertThat(Sent.each(body, "articleGroup")).containsExactly("1122702");
        assertThat(body.get("items").get(0).get("discounts")).isEmpty();
        assertThat(body.get("paymentMethods").get(0).get("description").asText())
                .isEqualTo("Bar");
    }

    @Test
    void theRealReturnIsOnePieceForTwoNinetyNine() {
        JsonNode body = Sent.of(Read.receipt(ROQQIO, Read.real(REAL + "retoure.xml")));

        assertThat(body.get("totalGrossPrice").asText()).isEqualTo("-2.99");
        assertThat(Sent.each(body, "type")).containsExactly("RETURN");
        assertThat(body.get("items").get(0).get("quantity").decimalValue()).isEqualByComparingTo("-1");
        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("2.99");
        assertThat(Sent.each(body, "taxAmount")).containsExactly("0.48");
        assertThat(body.get("paymentMethods").findValuesAsText("value")).containsExactly("-2.99");
    }

    @Test
    void theRealFilesOfOneKeyDifferInContent() {
        Receipt one = Read.receipt(ROQQIO, Read.real(REAL + "sale_floatprice.xml"));
        Receipt other = Read.receipt(ROQQIO, Read.real(REAL + "sale_with_customer.xml"));

        assertThat(other.uniqueId()).isEqualTo(one.uniqueId());
        assertThat(ReceiptJson.bytes(other)).isNotEqualTo(ReceiptJson.bytes(one));
        assertThat(Sent.of(other).get("totalGrossPrice").asText()).isEqualTo("26.99");
    }

    @Test
    void ordinaryExchangeIsASaleAndAReturn() {
        JsonNode body = Sent.of(read(
                "30.000",
                "4.790",
                RoqqioTill.item(1, "A", "80.000", "1.0000"),
                RoqqioTill.item(2, "B", "50.000", "-1.0000"),
                RoqqioTill.tender(3, "CreditDebit", "Sale", "30.000", null)));

        assertThat(Sent.each(body, "type")).containsExactly("PURCHASE", "RETURN");
        assertThat(Sent.each(body, "taxPercent")).containsExactly("19", "19");
        assertThat(Sent.sum(body)).isEqualByComparingTo("30.00");
    }

    @Test
    void evenExchangeSaysNothingAboutItsRateSoItIsRejected() {
        Receipt even = read(
                "0.000",
                "0.000",
                RoqqioTill.item(1, "A", "80.000", "1.0000"),
                RoqqioTill.item(2, "A", "80.000", "-1.0000"));

        assertThat(catchThrowableOfType(RejectedReceipt.class, () -> Sent.of(even))
                        .faults())
                .extracting(Fault::code)
                .containsOnly("tax-missing");
    }

    @Test
    void rowsOfSeveralRatesAddUpAndNoRateIsGuessed() {
        Receipt receipt = Read.receipt(
                ROQQIO,
                RoqqioTill.transaction(
                        RoqqioTill.item(1, "A", "119.000", "1.0000")
                                + RoqqioTill.item(2, "B", "107.000", "1.0000")
                                + RoqqioTill.tender(3, "Cash", "Sale", "226.000", null),
                        RoqqioTill.totals("226.000", "19.000", "7.000")));

        assertThat(receipt.taxTotal()).isEqualByComparingTo("26.00");
        assertThat(catchThrowableOfType(RejectedReceipt.class, () -> Sent.of(receipt))
                        .faults())
                .extracting(Fault::code)
                .containsExactly("tax-missing", "tax-missing");
    }

    @Test
    void discountIsInTheAmountOrNotAsTheTotalSays() {
        for (String amount : new String[] {"79.000", "99.000"}) {
            for (String discount : new String[] {"20.000", "-20.000"}) {
                JsonNode body = Sent.of(read(
                        "79.000",
                        "12.610",
                        RoqqioTill.line(1, "A", amount, "1.0000", discount, "MODE_NORMAL", "ITEM_SALE"),
                        RoqqioTill.tender(2, "Cash", "Sale", "79.000", null)));
                assertThat(Sent.each(body, "grossPaidPrice")).as(amount).containsExactly("79.00");
                assertThat(body.get("items").get(0).get("discounts").findValuesAsText("value"))
                        .containsExactly("-20.00");
            }
        }
    }

    @Test
    void changeIsInThePaymentOrNotAsTheTotalSays() {
        String item = RoqqioTill.item(1, "A", "79.990", "1.0000");

        assertThat(Sent.of(read("79.990", "12.770", item, RoqqioTill.tender(2, "Cash", "Sale", "100.000", "20.010")))
                        .get("paymentMethods")
                        .findValuesAsText("value"))
                .containsExactly("100.00", "-20.01");
        assertThat(Sent.of(read("79.990", "12.770", item, RoqqioTill.tender(2, "Cash", "Sale", "79.990", "20.010")))
                        .get("paymentMethods")
                        .findValuesAsText("value"))
                .containsExactly("79.99");
    }

    @Test
    void giftVoucherPaidWithIsMoney() {
        JsonNode body = Sent.of(read(
                "79.990",
                "12.770",
                RoqqioTill.item(1, "A", "79.990", "1.0000"),
                RoqqioTill.tender(2, "Voucher", "Sale", "50.000", null),
                RoqqioTill.tender(3, "Cash", "Sale", "29.990", null)));

        assertThat(body.get("totalGrossPrice").asText()).isEqualTo("79.99");
        assertThat(body.get("paymentMethods").findValuesAsText("type")).containsExactly("Voucher", "Cash");
        assertThat(body.has("usedBonusChecks")).isFalse();
    }

    @Test
    void lineTypeThatNobodyKnowsIsAnAlarm() {
        Transaction.Rejected rejected = Read.rejected(
                ROQQIO,
                RoqqioTill.receipt(
                        "50.000",
                        "0.000",
                        RoqqioTill.line(1, "V", "50.000", "1.0000", "0", "MODE_NORMAL", "VOUCHER_SALE"),
                        RoqqioTill.tender(2, "Cash", "Sale", "50.000", null)));

        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("unknown-line-kind");
            assertThat(fault.value()).isEqualTo("VOUCHER_SALE");
            assertThat(fault.rule()).contains("item.kinds", "profile roqqio");
        });
    }

    @Test
    void utcTimeProvesTheOffsetWhereTheStoreIsUnknown() {
        byte[] document = RoqqioTill.receipt("79.990", "12.770", RoqqioTill.item(1, "A", "79.990", "1.0000"));
        Source nowhere = new Source("till", null, null);

        assertThat(Read.sold(Read.all(ROQQIO, nowhere, document).get(0)).occurredAt())
                .isEqualTo(OffsetDateTime.parse("2024-07-31T11:46:13+02:00"));
        byte[] other =
                new String(document).replace("09:46:13.327Z", "09:47:00Z").getBytes();
        assertThat(Read.all(ROQQIO, nowhere, other).get(0))
                .isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(rejected.faults())
                        .extracting(Fault::code)
                        .containsExactly("store-zone-unknown"));
    }

    @Test
    void utcTimeTellsWhichOfTheTwoHoursItWas() {
        String document = new String(RoqqioTill.receipt("1.190", "0.190", RoqqioTill.item(1, "A", "1.190", "1.0000")))
                .replace("2024-07-31T11:46:13.327<", "2024-10-27T02:30:00.000<");

        assertThat(Read.receipt(
                                ROQQIO,
                                document.replace("2024-07-31T09:46:13.327Z", "2024-10-27T01:30:00Z")
                                        .getBytes())
                        .occurredAt())
                .isEqualTo(OffsetDateTime.parse("2024-10-27T02:30:00+01:00"));
        assertThat(Read.receipt(
                                ROQQIO,
                                document.replace("2024-07-31T09:46:13.327Z", "2024-10-27T00:30:00Z")
                                        .getBytes())
                        .occurredAt())
                .isEqualTo(OffsetDateTime.parse("2024-10-27T02:30:00+02:00"));
    }
}
