package io.engageroutes.intake.poslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The facts that were computed from real files, see their README. */
class RealPosLogTest {

    private static final String VISMA = "poslog-v6-visma-se/";
    private static final String ROQQIO = "poslog-v6-roqqio-de/";
    private static final String WINCOR = "poslog-v2-ikea-wincor/poslog_PT_367_20150613_1.xml";

    @Test
    void extendaReceiptRoundsUpToCash() {
        Receipt receipt = Read.receipt(Read.shipped("extenda"), Read.real(VISMA + "arts1.xml"));

        assertThat(receipt.uniqueId()).isEqualTo("till-3004-1-20190722-3619");
        assertThat(receipt.storeId()).isEqualTo("3004");
        assertThat(receipt.registerId()).isEqualTo("1");
        assertThat(receipt.sequence()).isEqualTo("3619");
        assertThat(receipt.receiptNumber()).isEqualTo("3619");
        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2019-07-22T15:53:21+02:00"));
        assertThat(receipt.businessDate()).isEqualTo(LocalDate.of(2019, 7, 22));
        assertThat(receipt.currency()).isEqualTo("SEK");
        assertThat(receipt.total()).isEqualTo("22041.88");
        assertThat(receipt.taxTotal()).isEqualByComparingTo("0");
        assertThat(receipt.cashRounding()).isEqualTo("0.12");
        assertThat(receipt.tenders())
                .containsExactly(new Tender("Cash", null, new BigDecimal("22042.00"), false, null));
        assertThat(receipt.contactKeys()).as("a LoyaltyAccount without an id").isEmpty();
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo(LineType.SALE);
            assertThat(line.kind()).isEqualTo(LineKind.GOODS);
            assertThat(line.sku()).isEqualTo("100000");
            assertThat(line.articleNumber()).isEqualTo("100000");
            assertThat(line.articleName()).isEqualTo("RECEPTVAROR 0%");
            assertThat(line.articleGroup()).isEqualTo("610");
            assertThat(line.gross()).isEqualTo("22041.88");
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.taxPercent()).isEqualByComparingTo("0");
        });
    }

    @Test
    void extendaReceiptHasNoImageAndNoCashierInItsOriginal() {
        Transaction.Sold sold = (Transaction.Sold) Read.single(Read.shipped("extenda"), Read.real(VISMA + "arts1.xml"));

        assertThat(sold.original().get())
                .contains("<POSItemID>100000</POSItemID>")
                .doesNotContain("Receipt", "OperatorID", "cashierid", "GZIP");
    }

    @Test
    void extendaCanceledReceiptIsNoSale() {
        assertThat(Read.all(Read.shipped("extenda"), Read.real(VISMA + "arts4.xml")))
                .containsExactly(new Transaction.NonSale("cancelled", "line 3, column 2 (Transaction 1)"));
    }

    @Test
    void wincorTransactionWithoutLinesAndTotalsIsNoSale() {
        List<Transaction> all = Read.all(Read.shipped("wincor"), Read.real(WINCOR));

        assertThat(all).hasSize(2);
        assertThat(all.get(0)).isEqualTo(new Transaction.NonSale("empty", "line 3, column 4 (Transaction 1)"));
    }

    @Test
    void wincorReceiptHasFourLinesAndItsDiscountLineIsInformation() {
        Receipt receipt =
                Read.sold(Read.all(Read.shipped("wincor"), Read.real(WINCOR)).get(1));

        assertThat(receipt.uniqueId()).isEqualTo("till-367-10-20150613-26");
        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2015-06-13T12:34:41+01:00"));
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(receipt.basketDiscounts()).isEmpty();
        assertThat(receipt.lines()).extracting(Line::number).containsExactly(5, 7, 9, 11);
        assertThat(receipt.lines())
                .extracting(line -> line.gross().toPlainString())
                .containsExactly("27.99", "2.5", "1", "3.5");
        assertThat(receipt.lines())
                .extracting(Line::sku)
                .containsExactly("80271714", "80240505", "17228340", "50097995");
        assertThat(receipt.lines()).extracting(Line::articleGroup).containsExactly("1121", "1051", "1921", "1632");
        assertThat(receipt.lines().get(0).taxAmount()).isEqualTo("5.2339");
        assertThat(receipt.lines().get(2).discounts()).singleElement().satisfies(discount -> {
            assertThat(discount.type()).isEqualTo("Customer_Price");
            assertThat(discount.amount()).isEqualByComparingTo("0.2");
        });
        assertThat(receipt.total()).isEqualTo("34.99");
        assertThat(receipt.taxTotal()).isEqualTo("6.54");
        assertThat(receipt.cashRounding()).isNull();
        assertThat(receipt.tenders())
                .containsExactly(new Tender("CreditDebit", null, new BigDecimal("34.99"), false, null));
        assertThat(receipt.contactKeys())
                .containsExactly(new ContactKey(ContactKeyType.memberNumber, "6275980000000000017"));
    }

    @Test
    void wincorOriginalHasNoCardNoPrintBufferAndNoSurvey() {
        Transaction.Sold sold = (Transaction.Sold)
                Read.all(Read.shipped("wincor"), Read.real(WINCOR)).get(1);

        assertThat(sold.original().get())
                .contains("GRUSBLAD edred")
                .doesNotContain(
                        "PrimaryAccountNumber", "400000", "2099-12", "PrintBuffer", "Survey", "1000000", "Operator");
    }

    @Test
    void roqqioSaleIsReadByTheGenericProfile() {
        Receipt receipt = Read.receipt(Read.shipped("generic-6"), Read.real(ROQQIO + "sale_floatprice.xml"));

        assertThat(receipt.total()).isEqualTo("79.99");
        assertThat(receipt.taxTotal()).isEqualTo("12.77");
        assertThat(receipt.currency()).isEqualTo("EUR");
        assertThat(receipt.occurredAt()).isEqualTo(OffsetDateTime.parse("2024-07-31T11:46:13+02:00"));
        assertThat(receipt.uniqueId()).isEqualTo("till-100-10001-20240731-2");
        assertThat(receipt.cashRounding()).isNull();
        assertThat(receipt.contactKeys())
                .containsExactly(
                        new ContactKey(ContactKeyType.memberNumber, "T220001293"),
                        new ContactKey(ContactKeyType.externalId, "22000129"));
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("8718824914497");
            assertThat(line.articleName()).isEqualTo("PUMA WOMEN PADDED TOP 1P HANG, S,BLACK,200");
            assertThat(line.taxPercent()).isNull();
            assertThat(line.discounts()).isEqualTo(List.<LineDiscount>of());
        });
    }

    @Test
    void roqqioOriginalHasNoNameAndNoAddress() {
        Transaction.Sold sold =
                (Transaction.Sold) Read.single(Read.shipped("generic-6"), Read.real(ROQQIO + "sale_floatprice.xml"));

        assertThat(sold.original().get()).doesNotContain("Mustermann", "Heidestrasse", "1964", "NullPerson");
    }

    @Test
    void roqqioReturnIsASaleWithNegativeQuantity() {
        Receipt receipt = Read.receipt(Read.shipped("generic-6"), Read.real(ROQQIO + "retoure.xml"));

        assertThat(receipt.total()).isEqualTo("-2.99");
        assertThat(receipt.taxTotal()).isEqualTo("-0.48");
        assertThat(receipt.tenders()).extracting(Tender::amount).containsExactly(new BigDecimal("-2.99"));
        assertThat(receipt.lines()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo(LineType.RETURN);
            assertThat(line.quantity()).isEqualByComparingTo("1");
            assertThat(line.gross()).isEqualTo("2.99");
        });
    }

    @Test
    void roqqioFilesWithTheSameKeyHaveTheSameUniqueId() {
        Receipt one = Read.receipt(Read.shipped("generic-6"), Read.real(ROQQIO + "sale_floatprice.xml"));
        Receipt other = Read.receipt(Read.shipped("generic-6"), Read.real(ROQQIO + "sale_with_customer.xml"));

        assertThat(other.uniqueId()).isEqualTo(one.uniqueId());
        assertThat(other.total()).isEqualTo("26.99");
    }

    @Test
    void ncrSignOnIsAControlTransactionAndItsUndeclaredLinesAreAlarms() {
        List<Transaction> all = Read.all(Read.shipped("generic-2"), Read.real("poslog-v2-ncr-acs/SMALL.xml"));

        assertThat(all).hasSize(2);
        assertThat(all.get(0)).isInstanceOfSatisfying(Transaction.NonSale.class, control -> assertThat(control.reason())
                .isEqualTo("control-transaction"));
        assertThat(all.get(1)).isInstanceOfSatisfying(Transaction.Rejected.class, rejected -> {
            assertThat(rejected.receiptNumber()).isEqualTo("161");
            assertThat(rejected.faults())
                    .extracting(fault -> fault.value())
                    .contains("LoyaltyReward", "LoyaltyMembership", "CRMCustomVariable");
        });
    }
}
