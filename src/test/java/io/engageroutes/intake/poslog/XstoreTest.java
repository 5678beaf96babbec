package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No real file of Xstore was at hand: these documents are synthetic, made from what is documented. */
class XstoreTest {

    private static final PosLogProfile XSTORE = Read.shipped("xstore");
    private static final String DOCUMENT = new String(Read.resource("xstore.xml"), StandardCharsets.UTF_8);

    private static List<Transaction> read(String document) {
        return Read.all(XSTORE, Read.utf8(document));
    }

    @Test
    void saleOfAnOfflineTillIsASale() {
        Receipt receipt = Read.sold(read(DOCUMENT).get(0));

        assertThat(receipt.uniqueId()).isEqualTo("till-5-2-20260301-135");
        assertThat(receipt.contactKeys()).extracting(ContactKey::value).containsExactly("L-99", "4711");
        assertThat(receipt.lines().get(0).articleName()).isEqualTo("Skor & snören");
        assertThat(receipt.lines().get(0).discounts()).singleElement().satisfies(discount -> {
            assertThat(discount.type()).isEqualTo("SPRING");
            assertThat(discount.amount()).isEqualByComparingTo("50.3333");
        });
    }

    @Test
    void fourDecimalsBecomeWholeAmountsThatComeToTheTotal() {
        JsonNode body = Sent.of(Read.sold(read(DOCUMENT).get(0)));

        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("449.67", "199.33");
        assertThat(Sent.sum(body)).isEqualByComparingTo("649.00");
        assertThat(Sent.each(body, "taxPercent")).containsExactly("25", "25");
    }

    @Test
    void amountsBeforeTheirDiscountsAreToldByTheTotal() {
        JsonNode body =
                Sent.of(Read.sold(read(DOCUMENT.replace("449.6667", "500.0000").replace("89.9333", "89.93"))
                        .get(0)));

        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("449.67", "199.33");
    }

    @Test
    void postVoidNamesTheReceiptThatItTakesBack() {
        assertThat(read(DOCUMENT).get(1)).isInstanceOfSatisfying(Transaction.NonSale.class, none -> {
            assertThat(none.reason()).isEqualTo("post-void");
            assertThat(none.voids()).isEqualTo(Read.sold(read(DOCUMENT).get(0)).uniqueId());
        });
    }

    @Test
    void postVoidWithoutStoreMeansItsOwn() {
        String document = DOCUMENT.replace(
                "<TransactionLink ReasonCode=\"Void\">\n        <RetailStoreID><![CDATA[5]]></RetailStoreID>",
                "<TransactionLink ReasonCode=\"Void\">");

        assertThat(document).isNotEqualTo(DOCUMENT);
        assertThat(((Transaction.NonSale) read(document).get(1)).voids()).isEqualTo("till-5-2-20260301-135");
    }

    @Test
    void postVoidOfNobodyKnowsWhatIsRejected() {
        String document = DOCUMENT.replaceAll("(?s)<TransactionLink.*?</TransactionLink>", "");

        assertThat(read(document).get(1))
                .isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(rejected.faults())
                        .extracting(Fault::code)
                        .containsExactly("voided-receipt-unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SALE,no-sale",
        "TRAINING,training",
        "SUSPENDED,suspended",
        "TENDER_CONTROL,tender-control",
        "SESSION_CONTROL,session-control",
        "TILL_CONTROL,session-control",
        "WORKSTATION_CLOSE,open-close",
        "TIMECLOCK,time-clock",
        "INVENTORY_CONTROL,inventory-control",
        "SOMETHING_NEW,not-a-retail-sale"
    })
    void everyOtherTypeIsNoSaleForItsOwnReason(String type, String reason) {
        assertThat(read(DOCUMENT.replace("RETAIL_SALE", type)).get(0))
                .isInstanceOfSatisfying(Transaction.NonSale.class, none -> {
                    assertThat(none.reason()).isEqualTo(reason);
                    assertThat(none.voids()).isNull();
                });
    }

    @Test
    void saleWithoutItsTypeIsRejectedNotLost() {
        assertThat(read(DOCUMENT.replace(" dtv:TransactionType=\"RETAIL_SALE\"", ""))
                        .get(0))
                .isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> assertThat(rejected.faults())
                        .extracting(Fault::code)
                        .containsExactly("transaction-type-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled-orphaned", "CANCEL_ORPHANED", "CanceledOrphaned", "Cancelled"})
    void orphanedSaleIsCancelled(String status) {
        assertThat(read(DOCUMENT.replace("\"Delivered\"", "\"" + status + "\"")).get(0))
                .isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                        .isEqualTo("cancelled"));
    }

    @Test
    void trainingIsTrainingWhateverItsType() {
        assertThat(read(DOCUMENT.replace("TrainingModeFlag=\"false\"", "TrainingModeFlag=\"true\"")))
                .extracting(transaction -> ((Transaction.NonSale) transaction).reason())
                .containsExactly("training", "training");
    }

    @Test
    void taxOnTopOfTheLinesIsTakenAsTheLinesSayIt() {
        PosLogProfile american = Read.profile("extends: xstore\ntaxIncluded: false");
        String document = DOCUMENT.replace(
                        "<Total TotalType=\"TransactionGrandAmount\">649.0000",
                        "<Total TotalType=\"TransactionGrandAmount\">778.8000")
                .replace("<Amount Currency=\"SEK\">649.0000", "<Amount Currency=\"SEK\">778.8000");

        JsonNode body =
                Sent.of(Read.sold(Read.all(american, Read.utf8(document)).get(0)));
        assertThat(Sent.sum(body)).isEqualByComparingTo("778.80");
        assertThat(Sent.each(body, "taxAmount")).containsExactly("89.93", "39.87");
        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("539.60", "239.20");
    }
}
