package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NcrTest {

    private static final PosLogProfile NCR = Read.shipped("ncr");

    private static Receipt read(String total, String tax, String... rows) {
        return Read.receipt(NCR, NcrTill.day(NcrTill.receipt(7, total, tax, rows)));
    }

    private static List<String> faults(String total, String tax, String... rows) {
        return Read.rejected(NCR, NcrTill.day(NcrTill.receipt(7, total, tax, rows))).faults().stream()
                .map(Fault::code)
                .toList();
    }

    @Test
    void anOrdinaryDayIsReceiptsAndNonSales() {
        List<Transaction> day = Read.all(NCR, NcrTill.ordinaryDay());

        assertThat(day)
                .extracting(transaction -> transaction instanceof Transaction.NonSale none
                        ? none.reason()
                        : transaction.getClass().getSimpleName())
                .containsExactly(
                        "control-transaction",
                        "Sold",
                        "control-transaction",
                        "nothing-sold",
                        "control-transaction",
                        "control-transaction");
        JsonNode body = Sent.of(Read.sold(day.get(1)));
        assertThat(body.get("totalGrossPrice").asText()).isEqualTo("12.60");
        assertThat(Sent.sum(body)).isEqualTo("12.60");
        assertThat(Sent.each(body, "sku")).containsExactly("101", "102", "104", "900", "105");
        assertThat(Sent.each(body, "type")).containsExactly("PURCHASE", "PURCHASE", "PURCHASE", "RETURN", "PURCHASE");
        assertThat(Sent.each(body, "quantity")).containsExactly("1", "0.42", "1", "-5", "2");
        assertThat(body.get("items").get(3).get("awardsBonus").asBoolean()).isFalse();
        assertThat(body.get("paymentMethods").findValuesAsText("value")).containsExactly("20.00", "-7.40");
    }

    @Test
    void membersNumberKeepsItsZeros() {
        assertThat(Read.sold(Read.all(NCR, NcrTill.ordinaryDay()).get(1)).contactKeys())
                .containsExactly(new ContactKey(ContactKeyType.memberNumber, "0000000000000040000000001"));
    }

    @Test
    void zerosAreNobodyAndACardTakenBackIsNobodysToo() {
        String item = NcrTill.item(1, "101", "1.00", "1");
        String paid = NcrTill.tender(2, "Cash", "1.00");
        String nobody = NcrTill.member(3, "", "0000000000000000000000000");
        String wrong = NcrTill.member(4, "", "0000000000000040000000001");
        String back = NcrTill.member(5, "VoidFlag='true'", "0000000000000040000000001");
        String right = NcrTill.member(6, "", "0000000000000040000000002");

        assertThat(read("1.00", "0.00", item, paid, nobody).contactKeys()).isEmpty();
        assertThat(read("1.00", "0.00", item, paid, wrong, back).contactKeys()).isEmpty();
        assertThat(read("1.00", "0.00", item, paid, wrong, back, right).contactKeys())
                .extracting(ContactKey::value)
                .containsExactly("0000000000000040000000002");
    }

    @Test
    void rewardsInDetailAndInSummaryCountOnceAndOnTheirLines() {
        Receipt receipt = Read.sold(Read.all(NCR, NcrTill.ordinaryDay()).get(1));

        assertThat(receipt.basketDiscounts()).isEmpty();
        assertThat(receipt.lines().get(0).discounts()).singleElement().satisfies(discount -> {
            assertThat(discount.type()).isEqualTo("77");
            assertThat(discount.amount()).isEqualByComparingTo("1.00");
        });
        assertThat(receipt.lines().get(1).discounts())
                .extracting(discount -> discount.amount().toPlainString())
                .containsExactly("0.19");
        assertThat(receipt.lines().get(4).discounts()).isEmpty();
    }

    @Test
    void rewardThatIsOnlySummedUpCounts() {
        assertThat(read(
                                "8.00",
                                "0.00",
                                NcrTill.item(1, "101", "6.00", "1"),
                                NcrTill.item(2, "102", "4.00", "1"),
                                NcrTill.summary(3, "9", "-2.00"),
                                NcrTill.tender(4, "Cash", "8.00"))
                        .lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("4.80", "3.20");
    }

    @Test
    void summaryCountsWhereItsDetailsAreNotAll() {
        assertThat(read(
                                "8.00",
                                "0.00",
                                NcrTill.item(1, "101", "6.00", "1"),
                                NcrTill.item(2, "102", "4.00", "1"),
                                NcrTill.detail(3, "9", "-1.00", 1),
                                NcrTill.summary(4, "9", "-2.00"),
                                NcrTill.tender(5, "Cash", "8.00"))
                        .total())
                .isEqualByComparingTo("8.00");
    }

    @Test
    void rewardTakenBackIsNoReward() {
        assertThat(read(
                                "6.00",
                                "0.00",
                                NcrTill.item(1, "101", "6.00", "1"),
                                NcrTill.detail(2, "9", "-1.00", 1),
                                NcrTill.reward(
                                        3, "VoidFlag='true'", "acs:detailedData='true'", "9", "Monetary", "1.00", 1),
                                NcrTill.tender(4, "Cash", "6.00"))
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.discounts()).isEmpty());
    }

    @Test
    void rewardForMoreThanItsLineIsSpread() {
        Receipt receipt = read(
                "5.00",
                "0.00",
                NcrTill.item(1, "101", "1.00", "1"),
                NcrTill.item(2, "102", "9.00", "1"),
                NcrTill.detail(3, "9", "-5.00", 1),
                NcrTill.tender(4, "Cash", "5.00"));

        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("0.50", "4.50");
    }

    @Test
    void taxOfAllAuthoritiesIsInTheLinesToTheCent() {
        Receipt receipt = Read.sold(Read.all(NCR, NcrTill.ordinaryDay()).get(1));

        assertThat(receipt.taxTotal()).isEqualByComparingTo("0.80");
        assertThat(receipt.lines().stream().map(Line::taxAmount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.80");
        assertThat(receipt.lines()).element(3).satisfies(deposit -> {
            assertThat(deposit.type()).isEqualTo(LineType.RETURN);
            assertThat(deposit.kind()).isEqualTo(LineKind.DEPOSIT);
            assertThat(deposit.taxAmount()).isZero();
        });
        assertThat(receipt.lines().get(2).taxPercent()).as("nothing was paid").isZero();
    }

    @Test
    void theTillsOwnRateIsKeptWhereItIsRight() {
        Receipt receipt = read(
                "10.82",
                "0.82",
                NcrTill.item(1, "101", "10.00", "1"),
                NcrTill.tax(2, "1", "0.82", "8.20"),
                NcrTill.tender(3, "Cash", "10.82"));

        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("8.2");
    }

    @Test
    void taxRowsCountWhereTheTotalOfTaxesDoesNotFit() {
        assertThat(read(
                                "10.82",
                                "0.00",
                                NcrTill.item(1, "101", "10.00", "1"),
                                NcrTill.tax(2, "1", "0.82", "8.20"),
                                NcrTill.tender(3, "Cash", "10.82"))
                        .taxTotal())
                .isEqualByComparingTo("0.82");
    }

    @Test
    void totalBeforeTaxIsUnderstoodByWhatWasPaid() {
        assertThat(read("10.00", "0.82", NcrTill.item(1, "101", "10.00", "1"), NcrTill.tender(3, "Cash", "10.82"))
                        .total())
                .isEqualByComparingTo("10.82");
    }

    @Test
    void foodIsTaxFreeWhereTheProfileSaysSo() {
        PosLogProfile free = Read.profile("extends: ncr\ntax: {free: {path: Itemizers/@FoodStampable, is: 'true'}}");
        byte[] document = NcrTill.day(NcrTill.receipt(
                7,
                "20.80",
                "0.80",
                NcrTill.item(1, "101", "10.00", "1"),
                NcrTill.item(2, "102", "10.00", "1").replace("FoodStampable='true'", "FoodStampable='false'"),
                NcrTill.tender(3, "Cash", "20.80")));

        assertThat(Read.receipt(free, document).lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("10.00", "10.80");
        assertThat(Read.receipt(NCR, document).lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("10.40", "10.40");
    }

    @Test
    void refusedPaymentDoesNotCountAndAnOfflineOneDoes() {
        String item = NcrTill.item(1, "101", "10.00", "1");

        assertThat(read(
                                "10.00",
                                "0.00",
                                item,
                                NcrTill.refused(2, "CreditDebit", "10.00"),
                                NcrTill.tender(3, "Cash", "10.00"))
                        .tenders())
                .extracting(Tender::type)
                .containsExactly("Cash");
        assertThat(read("10.00", "0.00", item, NcrTill.refused(2, "CreditDebit", "10.00"))
                        .tenders())
                .extracting(Tender::type)
                .containsExactly("CreditDebit");
    }

    @Test
    void aRewardThatGoesWithItsLineMayNameTheLineThatVoids() {
        for (int named : new int[] {2, 3}) {
            JsonNode body = Sent.of(read(
                    "9.00",
                    "0.00",
                    NcrTill.item(1, "101", "10.00", "1"),
                    NcrTill.item(2, "102", "5.00", "1"),
                    NcrTill.voided(3, "102", "-5.00", "-1"),
                    NcrTill.detail(4, "77", "-1.00", 1),
                    NcrTill.detail(5, "77", "-0.50", 2),
                    NcrTill.reward(6, "VoidFlag='true'", "acs:detailedData='true'", "77", "Monetary", "0.50", named),
                    NcrTill.summary(7, "77", "-1.00"),
                    NcrTill.tender(8, "Cash", "9.00")));

            assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("9.00");
        }
    }

    @Test
    void noTaxIsPutOnGiftCards() {
        JsonNode body = Sent.of(read(
                "35.50",
                "0.50",
                NcrTill.item(1, "101", "10.00", "1"),
                NcrTill.item(2, "700", "25.00", "1").replace("'Stock'", "'acs:GiftCard'"),
                NcrTill.tax(3, "1", "0.50", "5.00"),
                NcrTill.tender(4, "Cash", "35.50")));

        assertThat(Sent.each(body, "grossPaidPrice")).containsExactly("10.50", "25.00");
    }

    @Test
    void voidedPaymentIsGone() {
        assertThat(read(
                                "10.00",
                                "0.00",
                                NcrTill.item(1, "101", "10.00", "1"),
                                NcrTill.tender(2, "CreditDebit", "10.00"),
                                NcrTill.voidedTender(3, "CreditDebit", "-10.00"),
                                NcrTill.tender(4, "ManufacturerCoupon", "1.00"),
                                NcrTill.tender(5, "Cash", "9.00"))
                        .tenders())
                .extracting(Tender::type)
                .containsExactly("ManufacturerCoupon", "Cash");
    }

    @Test
    void rowsThatNameNoMoneyPassAndOthersAreAlarms() {
        String item = NcrTill.item(1, "101", "10.00", "1");
        String paid = NcrTill.tender(2, "Cash", "10.00");

        assertThat(read(
                                "10.00",
                                "0.00",
                                item,
                                paid,
                                NcrTill.row("", 3, "<acs:AgeCheck><acs:Answer>yes</acs:Answer></acs:AgeCheck>"))
                        .lines())
                .hasSize(1);
        assertThat(faults(
                        "10.00",
                        "0.00",
                        item,
                        paid,
                        NcrTill.row("", 3, "<acs:Fee><acs:FeeAmount>2.00</acs:FeeAmount></acs:Fee>")))
                .containsExactly("unknown-line-kind");
    }

    @Test
    void whatIsNegativeAndUnknownIsRejected() {
        assertThat(faults("9.00", "0.00", NcrTill.item(1, "101", "10.00", "1"), NcrTill.item(2, "102", "-1.00", "1")))
                .containsExactly("amount-negative");
    }

    @Test
    void rewardOfNeitherDetailNorSummaryIsRejected() {
        assertThat(faults(
                        "10.00",
                        "0.00",
                        NcrTill.item(1, "101", "10.00", "1"),
                        NcrTill.reward(2, "", "", "9", "Monetary", "-1.00", 1)))
                .containsExactly("unknown-discount");
    }

    @Test
    void receiptThatDoesNotAddUpIsRejectedWithItsSums() {
        Transaction.Rejected rejected = Read.rejected(
                NCR,
                NcrTill.day(NcrTill.receipt(
                        7, "10.99", "0.82", NcrTill.item(1, "101", "10.00", "1"), NcrTill.tender(3, "Cash", "10.99"))));

        assertThat(rejected.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("total-mismatch");
            assertThat(fault.rule()).contains("10.82", "0.17");
        });
    }

    @Test
    void theRealReceiptIsOneOhSeven() {
        List<Transaction> all = Read.all(NCR, Read.real("poslog-v2-ncr-acs/SMALL.xml"));

        assertThat(all).hasSize(2);
        assertThat(all.get(0)).isInstanceOfSatisfying(Transaction.NonSale.class, none -> assertThat(none.reason())
                .isEqualTo("control-transaction"));
        Receipt receipt = Read.sold(all.get(1));
        assertThat(receipt.uniqueId()).isEqualTo("till-9-34-20170930-161");
        assertThat(receipt.contactKeys())
                .containsExactly(new ContactKey(ContactKeyType.memberNumber, "0000000000000040000000001"));
        JsonNode body = Sent.of(receipt);
        assertThat(body.get("currency").asText()).isEqualTo("USD");
        assertThat(body.get("totalGrossPrice").asText()).isEqualTo("1.07");
        assertThat(body.get("paymentMethods").findValuesAsText("value")).containsExactly("1.07");
        assertThat(body.get("items")).singleElement().satisfies(item -> {
            assertThat(item.get("sku").asText()).isEqualTo("00000000067591");
            assertThat(item.get("quantity").asText()).isEqualTo("0.42");
            assertThat(item.get("grossPaidPrice").asText()).isEqualTo("1.07");
            assertThat(item.get("taxAmount").asText()).isEqualTo("0.00");
            assertThat(item.get("discounts").findValuesAsText("value")).containsExactly("-0.19");
        });
    }

    /** Whatever the till voids, rewards and taxes: lines come to the total and their tax to the tax. */
    @Property(tries = 300)
    void everyReceiptComesToItsTotalAndItsTax(
            @ForAll("amounts") List<Integer> cents,
            @ForAll @IntRange(max = 1500) int basisPoints,
            @ForAll @IntRange(max = 6) int kind) {
        List<String> rows = new ArrayList<>();
        long net = 0;
        for (int at = 0; at < cents.size(); at++) {
            String article = "" + (100 + at % 3);
            rows.add(NcrTill.item(2 * at + 1, article, money(cents.get(at)), "1"));
            if (at % 3 == 1 && kind % 2 == 1) {
                rows.add(NcrTill.voided(2 * at + 2, article, "-" + money(cents.get(at)), "-1"));
            } else {
                net += cents.get(at);
            }
        }
        long reward = kind > 2 ? Math.min(cents.get(0), net / 2) : 0;
        rows.add(NcrTill.detail(900, "5", "-" + money(reward), 1));
        rows.add(NcrTill.summary(901, "5", "-" + money(reward)));
        long tax = (net - reward) * basisPoints / 10_000;
        String total = money(net - reward + tax);
        rows.add(NcrTill.tax(902, "1", money(tax), "8.2"));
        rows.add(NcrTill.tender(903, "Cash", total));

        PricedReceipt priced = Sent.pricing().price(read(total, money(tax), rows.toArray(String[]::new)));
        assertThat(priced.lines().stream().map(PricedLine::paid).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(total);
        assertThat(priced.lines().stream().map(PricedLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(money(tax));
    }

    @Provide
    Arbitrary<List<Integer>> amounts() {
        return Arbitraries.integers().between(1, 200_00).list().ofMinSize(1).ofMaxSize(20);
    }

    private static String money(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
