package io.engageroutes.receipt;

import static io.engageroutes.receipt.Prices.discounts;
import static io.engageroutes.receipt.Prices.faults;
import static io.engageroutes.receipt.Prices.paid;
import static io.engageroutes.receipt.Prices.price;
import static io.engageroutes.receipt.Prices.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingVouchersTest {

    @Test
    void aVoucherThatPaidPartBecomesADiscountAndLeavesThePayments() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("300", "100")
                .voucher("100", "V1")
                .tender("card", "300")
                .total("400"));
        assertThat(paid(priced)).containsExactly("225.00", "75.00");
        assertThat(taxes(priced)).containsExactly("45.00", "15.00");
        assertThat(discounts(priced)).containsExactly("voucher 75.00", "voucher 25.00");
        assertThat(priced.lines().get(0).discounts().get(0).description()).isEqualTo("Bonuscheck");
        assertThat(priced.total()).isEqualTo(new BigDecimal("300.00"));
        assertThat(priced.payments()).extracting(Tender::type).containsExactly("card");
        assertThat(priced.vouchersUsed()).containsExactly("V1");
    }

    @Test
    void aVoucherThatTheSourceListsBothWaysIsTakenOnce() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("300", "100")
                .basketDiscount(new BasketDiscount("BONUS", null, new BigDecimal("100"), null, "V1"))
                .voucher("100", "V1")
                .tender("card", "300")
                .total("300"));
        assertThat(paid(priced)).containsExactly("225.00", "75.00");
        assertThat(discounts(priced)).containsExactly("BONUS 75.00", "BONUS 25.00");
        assertThat(priced.total()).isEqualTo(new BigDecimal("300.00"));
        assertThat(priced.payments()).extracting(Tender::type).containsExactly("card");
        assertThat(priced.vouchersUsed()).containsExactly("V1");
    }

    @Test
    void aVoucherListedBothWaysIsTakenOnceWithoutATotalToo() {
        Sample receipt = Sample.receipt()
                .lines("225", "75")
                .basketDiscount("BONUS", "100")
                .voucher("100", "V1")
                .tender("card", "300");
        assertThat(price(receipt).total()).isEqualTo(new BigDecimal("300.00"));
        assertThat(paid(price(receipt))).containsExactly("225.00", "75.00");
        Sample gross = Sample.receipt()
                .lines("300", "100")
                .basketDiscount("BONUS", "100")
                .voucher("100", "V1")
                .tender("card", "300");
        assertThat(price(gross).total()).isEqualTo(new BigDecimal("300.00"));
        assertThat(paid(price(gross))).containsExactly("225.00", "75.00");
    }

    @Test
    void aVoucherInTheLinesOnlyLeavesThePayments() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("80").discount("BONUS", "20"))
                .voucher("20", "V1")
                .tender("card", "80")
                .total("80"));
        assertThat(discounts(priced)).containsExactly("BONUS 20.00");
        assertThat(priced.vouchersUsed()).containsExactly("V1");
        assertThat(priced.payments()).hasSize(1);
    }

    @Test
    void aVoucherComesAfterTheBasketDiscounts() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("100")
                .basketDiscount("COUPON", "10")
                .voucher("50", null)
                .tender("card", "40")
                .total("90"));
        assertThat(discounts(priced)).containsExactly("COUPON 10.00, voucher 50.00");
        assertThat(priced.vouchersUsed()).isEmpty();
    }

    @Test
    void aVoucherMayPayForEverything() {
        PricedReceipt priced =
                price(Sample.receipt().lines("100").voucher("100", "V1").total("100"));
        assertThat(paid(priced)).containsExactly("0.00");
        assertThat(priced.total()).isEqualTo(new BigDecimal("0.00"));
        assertThat(priced.payments()).isEmpty();
    }

    @Test
    void aVoucherPaysForFreightAndDepositOnlyWhenTheGoodsArePaid() {
        Sample receipt = Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("49").kind(LineKind.FREIGHT))
                .line(Sample.line(3).gross("1").kind(LineKind.DEPOSIT));
        assertThat(paid(price(receipt.voucher("60", "V1").tender("card", "90").total("150"))))
                .containsExactly("40.00", "49.00", "1.00");
        Sample all = Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("49").kind(LineKind.FREIGHT))
                .line(Sample.line(3).gross("1").kind(LineKind.DEPOSIT));
        assertThat(paid(price(all.voucher("125", "V1").tender("card", "25").total("150"))))
                .containsExactly("0.00", "24.50", "0.50");
    }

    @Test
    void aVoucherLargerThanWhatIsSoldIsAFault() {
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).gross("100"))
                        .line(Sample.line(2).gross("50").returned())
                        .voucher("120", "V1")
                        .tender("card", "-70")
                        .total("50")))
                .containsExactly("discount-too-large tenders");
    }

    @Test
    void tendersThatComeToNeitherAreAFaultThatNamesTheSums() {
        List<Fault> faults = Prices.allFaults(Sample.receipt()
                .lines("100")
                .voucher("20", "V1")
                .tender("card", "70")
                .total("100"));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("tender-mismatch");
            assertThat(fault.value()).isEqualTo("90");
            assertThat(fault.rule()).contains("100.00", "20.00", "70.00");
        });
    }

    @Test
    void aVoucherGivenBackWithTheGoodsMakesTheRefundLess() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100").returned())
                .voucher("-20", "V1")
                .tender("card", "-80")
                .total("-100"));
        assertThat(paid(priced)).containsExactly("80.00");
        assertThat(priced.total()).isEqualTo(new BigDecimal("-80.00"));
        assertThat(priced.payments()).extracting(Tender::amount).containsExactly(new BigDecimal("-80.00"));
        assertThat(priced.vouchersUsed()).isEmpty();
    }

    @Test
    void aVoucherAgainstTheDirectionOfTheReceiptIsAFault() {
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).gross("100").returned())
                        .voucher("20", "V1")
                        .tender("card", "-120")
                        .total("-100")))
                .containsExactly("tender-mismatch tenders");
        assertThat(faults(Sample.receipt()
                        .lines("100")
                        .voucher("-20", "V1")
                        .tender("card", "120")
                        .total("100")))
                .containsExactly("tender-mismatch tenders");
    }

    @Test
    void everyVoucherIsUsedOnceWhereverItIsNamed() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("100")
                .basketDiscount(new BasketDiscount("BONUS", null, new BigDecimal("10"), null, "V1"))
                .voucher("10", "V1")
                .voucher("10", "V2")
                .voucher("5", "V3")
                .voucher("-5", "V3")
                .voucherUsed("V2")
                .voucherUsed("V4")
                .tender("card", "70")
                .total("90"));
        assertThat(priced.vouchersUsed()).containsExactly("V1", "V2", "V4");
        assertThat(paid(priced)).containsExactly("70.00");
    }

    @Test
    void aGiftCardIsAPaymentAndNoVoucher() {
        Receipt receipt = new Sample().lines("100").total("100").build();
        Receipt paidByGiftCard = new Receipt(
                receipt.uniqueId(),
                receipt.receiptNumber(),
                receipt.storeId(),
                null,
                null,
                null,
                receipt.occurredAt(),
                receipt.currency(),
                null,
                receipt.lines(),
                null,
                List.of(new Tender("giftcard", null, new BigDecimal("100"), false, "G1")),
                receipt.total(),
                null,
                null,
                null,
                null,
                null);
        PricedReceipt priced = price(paidByGiftCard);
        assertThat(priced.payments()).hasSize(1);
        assertThat(priced.vouchersUsed()).isEmpty();
    }
}
