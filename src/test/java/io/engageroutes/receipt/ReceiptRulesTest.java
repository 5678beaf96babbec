package io.engageroutes.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptRulesTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final ReceiptRules rules = rules(ReceiptRules.Settings.usual());

    @Test
    void aGoodReceiptHasNoFaults() {
        Receipt receipt = good().contact(ContactKeyType.email, "anna@example.org")
                .contact(ContactKeyType.mobilePhone, "+46701234567")
                .contact(ContactKeyType.contactId, "9b0c8a3e-5d1f-4c55-9f2b-6a7d1e2f3a4b")
                .contact(ContactKeyType.memberNumber, "007")
                .basketDiscount("COUPON", "10.123456", 1)
                .tender("card", "90.00")
                .total("89.88")
                .taxTotal("17.9751")
                .cashRounding("0.12")
                .exchangeRate("0.0879541238761")
                .voucherUsed("V1")
                .promotionUsed("P1", null)
                .build();
        assertThat(rules.faults(receipt)).isEmpty();
        assertThat(rules.check(receipt)).isSameAs(receipt);
    }

    @Test
    void aReceiptOfNobodyIsNoFault() {
        assertThat(rules.faults(good().build())).isEmpty();
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        Receipt empty = new Receipt(
                null, " ", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
        assertThat(rules.faults(empty))
                .extracting(Fault::place)
                .containsExactly("uniqueId", "receiptNumber", "storeId", "occurredAt", "currency", "lines");
        assertThat(rules.faults(empty)).extracting(Fault::code).containsOnly("field-missing");
        assertThatThrownBy(() -> rules.check(empty))
                .asInstanceOf(type(RejectedReceipt.class))
                .extracting(RejectedReceipt::faults)
                .isEqualTo(rules.faults(empty));
    }

    @Test
    void aUniqueIdHasAtMostHundredCharacters() {
        assertThat(rules.faults(good().uniqueId("7".repeat(100)).build())).isEmpty();
        assertFault(good().uniqueId("7".repeat(101)), "id-too-long", "uniqueId");
        assertThat(rules(new ReceiptRules.Settings(Duration.ofDays(1), false, 5))
                        .faults(good().uniqueId("123456").build()))
                .extracting(Fault::code)
                .containsExactly("id-too-long");
    }

    @Test
    void idsHaveNoControlCharacters() {
        assertFault(good().uniqueId("A\nB"), "text-invalid", "uniqueId");
        assertFault(good().receiptNumber("1\u0000"), "text-invalid", "receiptNumber");
        assertFault(new Sample().line(Sample.line(1).sku("A\tB")), "text-invalid", "lines[0].sku");
        assertFault(good().voucherUsed("\u001b[2J"), "text-invalid", "vouchersUsed[0]");
        assertThat(rules.faults(good().uniqueId("A\nB").build()).get(0).value()).isEqualTo("A?B");
    }

    @Test
    void textsAreWholeCharacters() {
        assertFault(new Sample().line(Sample.line(1).articleName("a\ud83d")), "text-invalid", "lines[0].articleName");
        assertThat(rules.faults(new Sample()
                        .line(Sample.line(1).articleName("\ud83d\ude00"))
                        .build()))
                .isEmpty();
    }

    @Test
    void aSaleIsNotMoreThanADayAhead() {
        assertThat(rules.faults(good().occurredAt("2026-03-03T13:00:00+01:00").build()))
                .isEmpty();
        assertFault(good().occurredAt("2026-03-03T13:00:01+01:00"), "occurred-in-future", "occurredAt");
        assertFault(good().occurredAt("2099-01-01T00:00:00Z"), "occurred-in-future", "occurredAt");
    }

    @Test
    void aSaleIsNotOlderThan1990() {
        assertThat(rules.faults(good().occurredAt("1990-01-01T00:00:00+01:00").build()))
                .isEmpty();
        assertFault(good().occurredAt("1989-12-31T23:59:59+01:00"), "occurred-too-early", "occurredAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sek", "KR", "XXX", "XAU", "SEK "})
    void theCurrencyIsKnown(String currency) {
        assertFault(good().currency(currency), "currency-unknown", "currency");
    }

    @Test
    void theStoreIsKnownUnlessUnknownStoresAreAccepted() {
        assertFault(good().storeId("14"), "store-unknown", "storeId");
        assertThat(rules(new ReceiptRules.Settings(Duration.ofDays(1), true, 100))
                        .faults(good().storeId("14").build()))
                .isEmpty();
    }

    @Test
    void lineNumbersDiffer() {
        assertFault(good().line(Sample.line(1)), "line-number-duplicate", "lines[1].number");
    }

    @Test
    void aLineSaysWhatWasSold() {
        Receipt receipt = new Sample()
                .line(Sample.line(1)
                        .type(null)
                        .sku(null)
                        .articleNumber("")
                        .articleName(" ")
                        .quantity(null)
                        .gross(null))
                .build();
        assertThat(rules.faults(receipt))
                .extracting(Fault::place)
                .containsExactly(
                        "lines[0].type",
                        "lines[0].sku",
                        "lines[0].articleNumber",
                        "lines[0].articleName",
                        "lines[0].quantity",
                        "lines[0].gross");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.000", "-1"})
    void aQuantityIsAboveZero(String quantity) {
        assertFault(new Sample().line(Sample.line(1).quantity(quantity)), "quantity-not-positive", "lines[0].quantity");
    }

    @Test
    void amountsOfALineAreNotNegative() {
        assertFault(new Sample().line(Sample.line(1).gross("-0.01")), "amount-negative", "lines[0].gross");
        assertFault(new Sample().line(Sample.line(1).unitPrice("-1")), "amount-negative", "lines[0].unitPrice");
        assertFault(new Sample().line(Sample.line(1).taxAmount("-1")), "amount-negative", "lines[0].taxAmount");
        assertThat(rules.faults(new Sample()
                        .line(Sample.line(1).gross("0").unitPrice("0"))
                        .build()))
                .isEmpty();
    }

    @Test
    void aTaxPercentIsFrom0To100OrLeftOut() {
        assertFault(new Sample().line(Sample.line(1).taxPercent("-1")), "tax-percent-invalid", "lines[0].taxPercent");
        assertFault(
                new Sample().line(Sample.line(1).taxPercent("100.1")), "tax-percent-invalid", "lines[0].taxPercent");
        assertThat(rules.faults(
                        new Sample().line(Sample.line(1).taxPercent(null)).build()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void discountsAreAboveZero(String amount) {
        assertFault(
                new Sample().line(Sample.line(1).discount("A", amount)),
                "discount-not-positive",
                "lines[0].discounts[0].amount");
        assertFault(good().basketDiscount("A", amount), "discount-not-positive", "basketDiscounts[0].amount");
    }

    @Test
    void discountsHaveAnAmount() {
        assertFault(
                new Sample().line(Sample.line(1).discount("A", null)), "field-missing", "lines[0].discounts[0].amount");
        assertFault(good().basketDiscount("A", null), "field-missing", "basketDiscounts[0].amount");
    }

    @Test
    void aBasketDiscountIsForLinesThatExist() {
        assertFault(good().basketDiscount("A", "5", 1, 2), "discount-line-unknown", "basketDiscounts[0].lines[1]");
    }

    @Test
    void numbersAreSane() {
        assertThat(rules.faults(new Sample()
                        .line(Sample.line(1).gross("999999999999.999999"))
                        .build()))
                .isEmpty();
        assertFault(new Sample().line(Sample.line(1).gross("1000000000000")), "number-too-large", "lines[0].gross");
        assertFault(new Sample().line(Sample.line(1).gross("1E+2000000000")), "number-too-large", "lines[0].gross");
        assertFault(new Sample().line(Sample.line(1).gross("0.0000001")), "number-too-fine", "lines[0].gross");
        assertFault(new Sample().line(Sample.line(1).gross("1E-2000000000")), "number-too-fine", "lines[0].gross");
        assertThat(rules.faults(
                        new Sample().line(Sample.line(1).gross("1.0000000000")).build()))
                .isEmpty();
        assertFault(good().total("1E+12"), "number-too-large", "total");
        assertFault(good().tender("card", "1E+12"), "number-too-large", "tenders[0].amount");
    }

    @ParameterizedTest
    @CsvSource({"SEK,0.001", "JPY,0.1", "KWD,0.0001"})
    void whatIsPaidHasTheDecimalsOfTheCurrency(String currency, String amount) {
        assertFault(good().currency(currency).tender("card", amount), "amount-too-fine", "tenders[0].amount");
        assertFault(good().currency(currency).total(amount), "amount-too-fine", "total");
        assertFault(good().currency(currency).cashRounding(amount), "amount-too-fine", "cashRounding");
        assertThat(rules.faults(good().currency(currency).total("5.0000").build()))
                .isEmpty();
    }

    @Test
    void whatIsSpreadMayHaveMoreDecimals() {
        assertThat(rules.faults(new Sample()
                        .line(Sample.line(1).gross("9.9951").discount("A", "0.0049"))
                        .basketDiscount("B", "0.3333")
                        .build()))
                .isEmpty();
    }

    @Test
    void aTenderSaysHowAndHowMuch() {
        assertFault(good().tender(" ", "5"), "field-missing", "tenders[0].type");
        assertFault(good().tender("card", null), "field-missing", "tenders[0].amount");
        assertThat(rules.faults(
                        good().tender("cash", "200").tender("cash", "-100").build()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "email,anna.example.org",
        "email,@",
        "email,anna andersson@example.org",
        "email,anna@home@example.org",
        "mobilePhone,070-1234567",
        "mobilePhone,+",
        "mobilePhone,00+46701234567",
        "mobilePhone,anna@example.org",
        "contactId,12345",
        "contactId,9b0c8a3e5d1f4c559f2b6a7d1e2f3a4b",
    })
    void aContactKeyIsPlausibleForItsTypeAndNeverShown(ContactKeyType type, String value) {
        Sample receipt = good().contact(type, value);
        assertFault(receipt, "contact-key-invalid", "contactKeys[0].value");
        assertThat(rules.faults(receipt.build()).toString())
                .doesNotContain("'" + value + "'")
                .doesNotContain("anna");
    }

    @Test
    void aContactKeyHasTypeAndValueOfBoundedLength() {
        assertFault(good().contact(null, "7"), "field-missing", "contactKeys[0].type");
        assertFault(good().contact(ContactKeyType.externalId, " "), "field-missing", "contactKeys[0].value");
        assertFault(good().contact(ContactKeyType.externalId, null), "field-missing", "contactKeys[0].value");
        assertFault(
                good().contact(ContactKeyType.externalId, "7".repeat(251)),
                "contact-key-invalid",
                "contactKeys[0].value");
        assertFault(good().contact(ContactKeyType.memberNumber, "7\n8"), "contact-key-invalid", "contactKeys[0].value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5"})
    void anExchangeRateIsAboveZero(String rate) {
        assertFault(good().exchangeRate(rate), "exchange-rate-invalid", "exchangeRate");
    }

    @Test
    void theTotalOfSalesIsNotNegativeNorThatOfReturnsPositive() {
        assertFault(good().total("-100"), "total-sign", "total");
        assertFault(good().taxTotal("-20"), "total-sign", "taxTotal");
        assertFault(new Sample().line(Sample.line(1).returned()).total("100"), "total-sign", "total");
        Sample mixed = good().line(Sample.line(2).returned());
        assertThat(rules.faults(mixed.total("100").build())).isEmpty();
        assertThat(rules.faults(mixed.total("-100").build())).isEmpty();
        assertThat(rules.faults(good().total("0").build())).isEmpty();
    }

    @Test
    void aPromotionUseNamesThePromotion() {
        assertFault(good().promotionUsed(null, "C"), "field-missing", "promotionsUsed[0].promotionId");
    }

    @Property(tries = 300)
    void anyReceiptGetsAnAnswerAndNoneThrows(@ForAll("receipts") Receipt receipt) {
        List<Fault> faults = rules.faults(receipt);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(fault.place()).isNotBlank();
            assertThat(fault.rule()).startsWith("must ");
        });
        assertThat(rules.faults(receipt)).isEqualTo(faults);
    }

    @Provide
    Arbitrary<Receipt> receipts() {
        return ReceiptArbitraries.receipts();
    }

    private static Sample good() {
        return Sample.receipt().lines("100.00");
    }

    private void assertFault(Sample receipt, String code, String place) {
        assertThat(rules.faults(receipt.build()))
                .extracting(fault -> fault.code() + " " + fault.place())
                .containsExactly(code + " " + place);
    }

    private static ReceiptRules rules(ReceiptRules.Settings settings) {
        try {
            return new ReceiptRules(new MinorUnits(Map.of()), StoreRegisterTest.shipped(), settings, NOON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
