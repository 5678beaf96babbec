package io.engageroutes.receipt;

import static io.engageroutes.receipt.Prices.faults;
import static io.engageroutes.receipt.Prices.price;
import static io.engageroutes.receipt.Prices.taxes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTaxTest {

    @Test
    void vatIsInWhatWasPaidAfterAllDiscountsRoundedHalfUp() {
        assertThat(taxes(price(
                        Sample.receipt().lines("100").basketDiscount("A", "10").tender("card", "90"))))
                .containsExactly("18.00");
        assertThat(taxes(price(Sample.receipt()
                        .line(Sample.line(1).gross("0.14").taxPercent("12"))
                        .tender("card", "0.14"))))
                .containsExactly("0.02");
        assertThat(taxes(price(Sample.receipt().currency("JPY").lines("105").tender("card", "105"))))
                .containsExactly("21");
    }

    @ParameterizedTest
    @CsvSource({
        "3004,100.00,20.00,25",
        "3004,100.00,20.01,25",
        "3004,112,12,12",
        "3004,53.00,3.0009,6",
        "3004,100,0,0",
        "301,125.5,25.50,25.5",
    })
    void aMissingRateIsFoundFromTheVatOfTheLine(String store, String gross, String tax, String percent) {
        PricedReceipt priced = price(Sample.receipt()
                .storeId(store)
                .line(Sample.line(1).gross(gross).taxPercent(null).taxAmount(tax))
                .tender("card", gross));
        assertThat(priced.lines().get(0).taxPercent()).isEqualTo(new BigDecimal(percent));
    }

    @Test
    void theRateIsFoundFromTheGrossBeforeBasketDiscounts() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("100").taxPercent(null).taxAmount("20"))
                .basketDiscount("A", "10")
                .tender("card", "90"));
        assertThat(taxes(priced)).containsExactly("18.00");
    }

    @Test
    void vatThatNoRateExplainsIsAFaultThatNamesTheCountry() {
        Sample receipt = Sample.receipt()
                .line(Sample.line(1).taxPercent(null).taxAmount("13.37"))
                .tender("card", "100");
        assertThat(faults(receipt)).containsExactly("tax-missing lines[0].taxPercent");
        assertThat(Prices.allFaults(receipt).get(0).rule()).contains("13.37", "100.00", "SE", "2026-03-01");
        assertThat(Prices.allFaults(receipt.storeId("nowhere")).get(0).rule()).contains("nowhere");
    }

    @Test
    void whatIsReturnedMayHaveBeenSoldUnderTheRateOfLastYear() {
        SampleLine food = Sample.line(1).gross("114").taxPercent(null).taxAmount("14");
        assertThat(faults(Sample.receipt()
                        .storeId("301")
                        .currency("EUR")
                        .line(food)
                        .tender("card", "114")))
                .containsExactly("tax-missing lines[0].taxPercent");
        assertThat(price(Sample.receipt()
                                .storeId("301")
                                .currency("EUR")
                                .line(food.returned())
                                .tender("card", "-114"))
                        .lines())
                .extracting(PricedLine::taxPercent)
                .containsExactly(new BigDecimal("14"));
    }

    @Test
    void oneRateForAllLinesIsFoundFromTheVatOfTheReceipt() {
        PricedReceipt priced = price(Sample.receipt()
                .line(Sample.line(1).gross("33.33").taxPercent(null))
                .line(Sample.line(2).gross("66.67").taxPercent(null))
                .basketDiscount("A", "10")
                .tender("card", "90")
                .total("90")
                .taxTotal("9.64"));
        assertThat(priced.lines()).extracting(PricedLine::taxPercent).containsOnly(new BigDecimal("12"));
        assertThat(taxes(priced)).containsExactly("3.21", "6.43");
    }

    @Test
    void noRateIsGuessedForAReceiptThatMixesRatesOrDirections() {
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).taxPercent(null))
                        .line(Sample.line(2).taxPercent(null))
                        .tender("card", "200")
                        .total("200")
                        .taxTotal("30.71")))
                .containsExactly("tax-missing lines[0].taxPercent", "tax-missing lines[1].taxPercent");
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).taxPercent(null))
                        .line(Sample.line(2).taxPercent(null).returned())
                        .total("0")
                        .taxTotal("0")))
                .containsExactly("tax-missing lines[0].taxPercent", "tax-missing lines[1].taxPercent");
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).taxPercent(null))
                        .line(Sample.line(2))
                        .tender("card", "200")
                        .total("200")
                        .taxTotal("40")))
                .containsExactly("tax-missing lines[0].taxPercent");
    }

    @Test
    void oneRateOfAnExchangeIsFoundWhereNoOtherIsNear() {
        Sample exchange = Sample.receipt()
                .line(Sample.line(1).gross("80").taxPercent(null))
                .line(Sample.line(2).gross("50").taxPercent(null).returned())
                .tender("card", "30")
                .total("30");
        assertThat(taxes(price(exchange.taxTotal("6")))).containsExactly("16.00", "10.00");
        assertThat(faults(exchange.taxTotal("4.46")))
                .containsExactly("tax-missing lines[0].taxPercent", "tax-missing lines[1].taxPercent");
    }

    @Test
    void nearlyEvenExchangeIsExplainedByEveryRateSoByNone() {
        assertThat(faults(Sample.receipt()
                        .line(Sample.line(1).gross("80.05").taxPercent(null))
                        .line(Sample.line(2).gross("80").taxPercent(null).returned())
                        .tender("card", "0.05")
                        .total("0.05")
                        .taxTotal("0.01")))
                .containsExactly("tax-missing lines[0].taxPercent", "tax-missing lines[1].taxPercent");
    }

    @Test
    void countryWithoutRatesSaysWhereToAddThem() {
        Pricing pricing = new Pricing(
                new MinorUnits(Map.of()),
                new VatRates(List.of()),
                new StoreRegister(List.of(new Store("9", "Salem", ZoneId.of("America/Los_Angeles"), "US", null))),
                Pricing.Settings.usual());
        Sample receipt = Sample.receipt().storeId("9").currency("USD");

        assertThat(pricing.price(receipt.line(Sample.line(1).gross("10.82").taxPercent("8.2"))
                                .tender("card", "10.82")
                                .build())
                        .lines()
                        .get(0)
                        .tax())
                .isEqualByComparingTo("0.82");
        RejectedReceipt rejected = catchThrowableOfType(
                RejectedReceipt.class,
                () -> pricing.price(Sample.receipt()
                        .storeId("9")
                        .currency("USD")
                        .line(Sample.line(1).gross("10.82").taxPercent(null))
                        .tender("card", "10.82")
                        .build()));
        assertThat(rejected.faults().get(0).rule()).contains("US", "routes/data/vat-rates.csv");
    }

    @Test
    void aLineOfNothingNeedsNoRate() {
        PricedReceipt priced = price(Sample.receipt()
                .lines("100")
                .line(Sample.line(2).gross("0").taxPercent(null))
                .tender("card", "100"));
        assertThat(taxes(priced)).containsExactly("20.00", "0.00");
    }

    @ParameterizedTest
    @CsvSource({"19.99", "20.01", "20", "20.0049", "19.9951"})
    void vatOfALineMayDifferByOneUnit(String tax) {
        assertThat(taxes(price(
                        Sample.receipt().line(Sample.line(1).taxAmount(tax)).tender("card", "100"))))
                .containsExactly("20.00");
    }

    @ParameterizedTest
    @CsvSource({"19.98", "20.02", "12", "0"})
    void vatOfALineThatDiffersByMoreIsAFault(String tax) {
        assertThat(faults(Sample.receipt().line(Sample.line(1).taxAmount(tax)).tender("card", "100")))
                .containsExactly("tax-mismatch lines[0].taxAmount");
    }

    @Test
    void theVatTotalMayDifferByOneUnitForEachLine() {
        assertThat(price(Sample.receipt()
                                .lines("100", "100")
                                .tender("card", "200")
                                .taxTotal("40.02"))
                        .lines())
                .hasSize(2);
        assertThat(faults(Sample.receipt()
                        .lines("100", "100")
                        .tender("card", "200")
                        .taxTotal("40.03")))
                .containsExactly("tax-mismatch taxTotal");
        assertThat(faults(Sample.receipt()
                        .lines("100", "100")
                        .tender("card", "200")
                        .taxTotal("21.43")))
                .containsExactly("tax-mismatch taxTotal");
    }

    @ParameterizedTest
    @CsvSource({"40", "36", "32"})
    void theVatTotalMayBeThatBeforeOrAfterDiscountsOrVouchers(String taxTotal) {
        assertThat(taxes(price(Sample.receipt()
                        .lines("200")
                        .basketDiscount("A", "20")
                        .voucher("20", "V1")
                        .tender("card", "160")
                        .total("180")
                        .taxTotal(taxTotal))))
                .containsExactly("32.00");
    }

    @Test
    void vatOfReturnsCountsAgainstTheVatTotal() {
        assertThat(taxes(price(Sample.receipt()
                        .line(Sample.line(1).gross("100"))
                        .line(Sample.line(2).gross("56").taxPercent("12").returned())
                        .tender("card", "44")
                        .total("44")
                        .taxTotal("14"))))
                .containsExactly("20.00", "6.00");
    }

    @Test
    void zettleRoundsVatByLine() {
        PricedReceipt priced = price(
                Sample.receipt().lines("40.70", "40.70").tender("card", "81.40").taxTotal("16.28"));
        assertThat(taxes(priced)).containsExactly("8.14", "8.14");
    }
}
