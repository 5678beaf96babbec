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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PricingTest {

    @Test
    void withoutDiscountsTheLineIsPaidAsItStands() {
        PricedReceipt priced = price(
                Sample.receipt().lines("400", "99.50").tender("card", "499.5").total("499.5"));
        assertThat(paid(priced)).containsExactly("400.00", "99.50");
        assertThat(taxes(priced)).containsExactly("80.00", "19.90");
        assertThat(priced.total()).isEqualTo(new BigDecimal("499.50"));
        assertThat(priced.payments()).containsExactly(new Tender("card", null, new BigDecimal("499.50"), false, null));
        assertThat(priced.lines().get(0).taxPercent()).isEqualTo(new BigDecimal("25"));
        assertThat(priced.lines())
                .allSatisfy(line -> assertThat(line.discounts()).isEmpty());
    }

    @Test
    void aBasketDiscountIsSpreadAndListedOnEveryLineItTouches() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("0", "22", "14", "43.50", "7.50")
                .basketDiscount("COUPON", "15")
                .tender("card", "72")
                .total("72"));
        assertThat(paid(priced)).containsExactly("0.00", "18.21", "11.58", "36.00", "6.21");
        assertThat(discounts(priced)).containsExactly("", "COUPON 3.79", "COUPON 2.42", "COUPON 7.50", "COUPON 1.29");
    }

    @Test
    void publishedTroubleOfOtherShopsIsNoneHere() {
        assertThat(paid(price(Sample.receipt()
                        .lines("5", "5", "5")
                        .basketDiscount("A", "2")
                        .tender("card", "13"))))
                .containsExactly("4.33", "4.33", "4.34");
        assertThat(discounts(price(Sample.receipt()
                        .lines("46", "46", "50", "50", "50")
                        .basketDiscount("A", "24.20")
                        .tender("card", "217.80"))))
                .containsExactly("A 4.60", "A 4.60", "A 5.00", "A 5.00", "A 5.00");
    }

    @Test
    void aSourceThatSpreadTheDiscountItselfIsNotChargedTwice() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("90").discount("COUPON", "10"))
                .line(Sample.line(2).gross("45").discount("COUPON", "5"))
                .basketDiscount("COUPON", "15")
                .tender("card", "135")
                .total("135"));
        assertThat(paid(priced)).containsExactly("90.00", "45.00");
        assertThat(discounts(priced)).containsExactly("COUPON 10.00", "COUPON 5.00");
    }

    @Test
    void severalDiscountsAreSpreadInOrderEachOnWhatIsLeftOfItsLines() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("100", "100")
                .basketDiscount("FIRST", "50", 1)
                .basketDiscount("SECOND", "30")
                .tender("card", "120")
                .total("120"));
        assertThat(paid(priced)).containsExactly("40.00", "80.00");
        assertThat(discounts(priced)).containsExactly("FIRST 50.00, SECOND 10.00", "SECOND 20.00");
    }

    @Test
    void theLinesOwnDiscountsComeFirstAndInTheDecimalsOfTheCurrency() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100").discount("OWN", "9.9951").discount("DUST", "0.0049"))
                .basketDiscount("ALL", "10")
                .tender("card", "90"));
        assertThat(discounts(priced)).containsExactly("OWN 10.00, ALL 10.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = LineKind.class,
            names = {"DEPOSIT", "GIFT_CARD", "FREIGHT", "OTHER"})
    void whatIsNeitherGoodsNorServiceTakesNoPart(LineKind kind) {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("50").kind(kind))
                .line(Sample.line(3).gross("100").kind(LineKind.SERVICE))
                .basketDiscount("A", "20")
                .tender("card", "230"));
        assertThat(paid(priced)).containsExactly("90.00", "50.00", "90.00");
    }

    @Test
    void freightTakesPartWhenTheRetailerSaysSo() {
        Receipt receipt = Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("100").kind(LineKind.FREIGHT))
                .basketDiscount("A", "20")
                .tender("card", "180")
                .build();
        assertThat(paid(Prices.pricing(new Pricing.Settings(true, 1)).price(receipt)))
                .containsExactly("90.00", "90.00");
    }

    @Test
    void freeFreightIsForTheFreightItNames() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("49").kind(LineKind.FREIGHT))
                .basketDiscount("FREEFREIGHT", "49", 2)
                .tender("card", "100"));
        assertThat(paid(priced)).containsExactly("100.00", "0.00");
    }

    @Test
    void whatIsNotDiscountableTakesNoPart() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("100").notDiscountable())
                .basketDiscount("A", "20")
                .tender("card", "180"));
        assertThat(paid(priced)).containsExactly("80.00", "100.00");
    }

    @Test
    void returnsCountAgainstTheTotalAndStayPositive() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("400"))
                .line(Sample.line(2).gross("250").returned())
                .tender("card", "150")
                .total("150"));
        assertThat(paid(priced)).containsExactly("400.00", "250.00");
        assertThat(taxes(priced)).containsExactly("80.00", "50.00");
        assertThat(priced.total()).isEqualTo(new BigDecimal("150.00"));
    }

    @Test
    void anExchangeMayEndWithMoneyBackOrWithNothingToPay() {
        assertThat(price(Sample.receipt()
                                .line(Sample.line(1).gross("100"))
                                .line(Sample.line(2).gross("250").returned())
                                .tender("card", "-150")
                                .total("-150"))
                        .total())
                .isEqualTo(new BigDecimal("-150.00"));
        assertThat(price(Sample.receipt()
                                .line(Sample.line(1).gross("100"))
                                .line(Sample.line(2).gross("100").returned())
                                .total("0"))
                        .payments())
                .isEmpty();
    }

    @Test
    void aDiscountIsForWhatIsSoldAndNotForWhatComesBack() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100"))
                .line(Sample.line(2).gross("300").returned())
                .basketDiscount("A", "20")
                .tender("card", "-220")
                .total("-220"));
        assertThat(paid(priced)).containsExactly("80.00", "300.00");
    }

    @Test
    void aRefundOfADiscountedSaleGivesBackLess() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100").returned())
                .line(Sample.line(2).gross("50").returned())
                .basketDiscount("A", "15")
                .tender("card", "-135")
                .total("-135")
                .taxTotal("-27"));
        assertThat(paid(priced)).containsExactly("90.00", "45.00");
        assertThat(discounts(priced)).containsExactly("A 10.00", "A 5.00");
        assertThat(priced.total()).isEqualTo(new BigDecimal("-135.00"));
    }

    @Test
    void withoutATotalTheTendersTellIt() {
        assertThat(price(Sample.receipt().lines("100").basketDiscount("A", "10").tender("card", "90"))
                        .total())
                .isEqualTo(new BigDecimal("90.00"));
        assertThat(price(Sample.receipt().lines("100").basketDiscount("A", "10").tender("card", "100"))
                        .total())
                .isEqualTo(new BigDecimal("100.00"));
        assertThat(faults(Sample.receipt().lines("100").tender("card", "99"))).containsExactly("total-mismatch total");
    }

    @Test
    void cashRoundingIsNoDiscount() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("99.60")
                .tender("cash", "200")
                .tender("cash", "-100")
                .total("99.60")
                .cashRounding("0.40"));
        assertThat(paid(priced)).containsExactly("99.60");
        assertThat(priced.total()).isEqualTo(new BigDecimal("99.60"));
        assertThat(priced.payments())
                .extracting(Tender::amount)
                .extracting(BigDecimal::toPlainString)
                .containsExactly("200.00", "-100.00");
        assertThat(faults(Sample.receipt().lines("99.60").tender("cash", "100").total("99.60")))
                .containsExactly("tender-mismatch tenders");
        assertThat(price(Sample.receipt().lines("99.60").tender("cash", "100").cashRounding("0.40"))
                        .total())
                .isEqualTo(new BigDecimal("99.60"));
    }

    @Test
    void subCentLinesAreRoundedToTheDeclaredTotal() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("10.3333", "10.3333", "10.3334", "5")
                .tender("card", "36")
                .total("36"));
        assertThat(paid(priced)).containsExactly("10.33", "10.33", "10.34", "5.00");
    }

    @Test
    void roundingTakesNoLineBelowNothingAndMakesNothingCost() {
        assertThat(paid(price(Sample.receipt()
                        .lines("10.009", "0", "10.009", "10.009")
                        .tender("card", "30.04"))))
                .containsExactly("10.02", "0.00", "10.01", "10.01");
        assertThat(paid(price(Sample.receipt()
                        .lines("0.001", "0.001", "0.001", "0.001", "0.001", "10.002")
                        .tender("card", "9.99"))))
                .containsExactly("0.00", "0.00", "0.00", "0.00", "0.00", "9.99");
    }

    @Test
    void roundingNeverTurnsAPurchaseIntoARefund() {
        Sample sale = Sample.receipt();
        Sample refund = Sample.receipt();
        for (int number = 1; number <= 10; number++) {
            sale.line(Sample.line(number).gross("0.001"));
            refund.line(Sample.line(number).gross("0.001").returned());
        }
        assertThat(faults(sale.tender("card", "-0.04"))).containsExactly("total-mismatch total");
        assertThat(faults(refund.tender("card", "0.04"))).containsExactly("total-mismatch total");
    }

    @Test
    void subCentDiscountsAreRoundedSoThatWholeLinesStayWhole() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("10", "20")
                .basketDiscount("A", "1.4975")
                .basketDiscount("B", "1.4975")
                .tender("card", "27.01")
                .total("27.01"));
        assertThat(priced.lines()).allSatisfy(line -> assertThat(
                        line.discounts().stream().map(LineDiscount::amount).reduce(line.paid(), BigDecimal::add))
                .isEqualByComparingTo(line.line().gross()));
    }

    @ParameterizedTest
    @CsvSource({"100.01", "99.99", "80", "110", "0", "-100"})
    void aTotalThatRoundingDoesNotExplainIsAFault(String total) {
        assertThat(faults(Sample.receipt().lines("100").tender("card", total).total(total)))
                .containsExactly("total-mismatch total");
    }

    @Test
    void aFaultyTotalNamesEverySumAndTheDifference() {
        List<Fault> faults = Prices.allFaults(Sample.receipt()
                .lines("100", "50")
                .basketDiscount("A", "15")
                .tender("card", "120")
                .total("120"));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.value()).isEqualTo("120");
            assertThat(fault.rule()).contains("150.00", "135.00", "15.00");
        });
    }

    @Test
    void halfACentIsToleratedOnlyForLinesWithAPrice() {
        assertThat(paid(price(Sample.receipt()
                        .lines("10", "10")
                        .tender("card", "20.01")
                        .total("20.01"))))
                .containsExactly("10.01", "10.00");
        assertThat(faults(Sample.receipt()
                        .lines("10", "0", "0", "0")
                        .tender("card", "10.01")
                        .total("10.01")))
                .containsExactly("total-mismatch total");
    }

    @Test
    void aTotalHasToBePaidSomehow() {
        assertThat(faults(Sample.receipt().lines("100").total("100"))).containsExactly("tender-missing tenders");
        assertThat(faults(Sample.receipt().lines("100"))).containsExactly("tender-missing tenders");
        assertThat(price(Sample.receipt().lines("0").total("0")).total()).isEqualTo(new BigDecimal("0.00"));
        assertThat(paid(price(Sample.receipt().lines("80", "20").basketDiscount("GIFT", "100"))))
                .containsExactly("0.00", "0.00");
    }

    @Test
    void aDiscountLargerThanItsLinesIsAFault() {
        assertThat(faults(Sample.receipt()
                        .lines("10", "100")
                        .basketDiscount("A", "11", 1)
                        .tender("card", "99")))
                .containsExactly("discount-too-large basketDiscounts[0]");
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).gross("10").kind(LineKind.GIFT_CARD))
                        .basketDiscount("A", "1")
                        .tender("card", "9")))
                .containsExactly("discount-without-lines basketDiscounts[0]");
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).taxPercent(null))
                        .line(Sample.line(2).taxAmount("12"))
                        .line(Sample.line(3).taxPercent(null).taxAmount("13.37"))
                        .tender("card", "10")
                        .total("20")))
                .containsExactly(
                        "total-mismatch total",
                        "tender-mismatch tenders",
                        "tax-missing lines[0].taxPercent",
                        "tax-mismatch lines[1].taxAmount",
                        "tax-missing lines[2].taxPercent");
    }

    @ParameterizedTest
    @CsvSource({"JPY,1000,100,901,'', total-mismatch", "JPY,1000,100,900,900,''", "KWD,10.005,1.001,9.004,9.004,''"})
    void otherCurrenciesHaveOtherDecimals(
            String currency, String gross, String off, String total, String paid, String fault) {
        Sample receipt = Sample.receipt()
                .currency(currency)
                .lines(gross)
                .basketDiscount("A", off)
                .tender("card", total)
                .total(total);
        if (fault.isEmpty()) {
            assertThat(paid(price(receipt))).containsExactly(paid);
        } else {
            assertThat(faults(receipt)).containsExactly(fault.strip() + " total");
        }
    }

    @Test
    void sumsBeyondReasonAreRejectedAndNotComputedWrongly() {
        Sample receipt = Sample.receipt().currency("KWD");
        for (int number = 1; number <= 200; number++) {
            receipt.line(Sample.line(number).gross("999999999999.999"));
        }
        assertThat(faults(receipt)).containsExactly("number-too-large lines");
    }
}
