package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Purchases as Zettle's other shops have them. */
class ZettleDialectsTest {

    private static final MappedJsonFormat ZETTLE = Mapped.json(Mapped.layout("zettle.jslt"));

    private static final String ID = "\"purchaseUUID1\": \"33333333-3ee4-11eb-9e70-a2ac075b17fd\"";

    /** A purchase in SEK. */
    private static String purchase(String id, int amount, String products, String payments, String more) {
        return """
                {%s, "amount": %d, "currency": "SEK", "timestamp": "2026-03-01T13:22:05.100+0000",
                 "globalPurchaseNumber": 8, "organizationId": 11111, "products": [%s], "payments": [%s] %s}
                """.formatted(id, amount, products, payments, more);
    }

    private static String row(String quantity, int price, String more) {
        return "{\"quantity\": \"%s\", \"unitPrice\": %d, \"name\": \"Rope\", \"sku\": \"R-1\", \"vatPercentage\": 25 %s}"
                .formatted(quantity, price, more);
    }

    private static String card(int amount, String more) {
        return "{\"type\": \"IZETTLE_CARD\", \"amount\": %d %s}".formatted(amount, more);
    }

    private static Receipt receipt(int amount, String products, String payments, String more) {
        Receipt receipt = Mapped.read(ZETTLE, purchase(ID, amount, products, payments, more))
                .only();
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo(receipt.total());
        return receipt;
    }

    @Test
    void aPurchaseBeforeTheSecondIdIsKnownByTheFirst() {
        String old =
                purchase("\"purchaseUUID\": \"WJwt5j7kEeuecKKsB1sX_Q\"", 700, row("1", 700, ""), card(700, ""), "");
        assertThat(Mapped.read(ZETTLE, old).only().uniqueId()).isEqualTo("till-WJwt5j7kEeuecKKsB1sX_Q");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": 700, \"currency\": \"SEK\"}",
                "{\"error\": \"no such purchase\"}",
                "{\"eventName\": \"PurchaseCreated\"}"
            })
    void whatHasNoIdIsNoPurchase(String json) {
        assertThat(Mapped.read(ZETTLE, json).faultsInShort()).containsExactly("not-a-purchase purchaseUUID1");
    }

    @Test
    void aPurchaseOfNothingIsNoSale() {
        assertThat(Mapped.read(ZETTLE, purchase(ID, 0, "", "", "")).transactions())
                .singleElement()
                .isInstanceOfSatisfying(Transaction.NonSale.class, nothing -> assertThat(nothing.reason())
                        .isEqualTo("nothing-sold"));
    }

    @Test
    void aPriceBelowNothingIsGivenBack() {
        Receipt receipt = receipt(500, row("1", 1000, "") + "," + row("1", -500, ""), card(500, ""), "");
        assertThat(receipt.lines()).extracting(line -> line.type()).containsExactly(LineType.SALE, LineType.RETURN);
    }

    @ParameterizedTest
    @CsvSource({"1000,1100", "1100,1100", "1000,1000"})
    void tipsAreNeitherBoughtNorPaidForGoods(int amount, int paid) {
        Receipt receipt = receipt(amount, row("1", 1000, ""), card(paid, ", \"gratuityAmount\": 100"), "");
        assertThat(receipt.total()).isEqualByComparingTo("10");
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo("10");
        assertThat(receipt.cashRounding()).isNull();
    }

    @Test
    void aServiceChargeIsALine() {
        String charge = ", \"serviceCharge\": {\"percentage\": 12.5, \"title\": \"Table\", \"vatPercentage\": 25";
        for (String amount : new String[] {"", ", \"amount\": 125"}) {
            Receipt receipt = receipt(1125, row("1", 1000, ""), card(1125, ""), charge + amount + "}");
            assertThat(receipt.lines().get(1).kind()).isEqualTo(LineKind.SERVICE);
            assertThat(receipt.lines().get(1).gross()).isEqualByComparingTo("1.25");
        }
    }

    @Test
    void ratesMayStandOneByOne() {
        String row = row("1", 1088, ", \"taxRates\": [{\"percentage\": 6.25}, {\"percentage\": 2.5}]")
                .replace("\"vatPercentage\": 25", "\"taxExempt\": false");
        Receipt receipt = receipt(1088, row, card(1088, ""), ", \"taxationMode\": \"INCLUSIVE\"");
        assertThat(receipt.lines().get(0).taxPercent()).isEqualByComparingTo("8.75");
        Receipt exempt = receipt(1088, row.replace("false", "true"), card(1088, ""), "");
        assertThat(exempt.lines().get(0).taxPercent()).isEqualByComparingTo("0");
    }

    @Test
    void taxOnTopIsRefusedUnlessThereIsNone() {
        String onTop = ", \"taxationType\": \"SALES_TAX\", \"taxationMode\": \"EXCLUSIVE\"";
        assertThat(Mapped.read(ZETTLE, purchase(ID, 1088, row("1", 1000, ""), card(1088, ""), onTop))
                        .faultsInShort())
                .containsExactly("tax-on-top taxationMode");
        assertThat(receipt(1000, row("1", 1000, ""), card(1000, ""), onTop)
                        .lines()
                        .get(0)
                        .taxPercent())
                .isEqualByComparingTo("0");
    }

    @Test
    void aTypedPriceCountsWhereItWasPaid() {
        String row = row("1", 1000, ", \"customUnitPrice\": 800");
        assertThat(receipt(800, row, card(800, ""), "").lines().get(0).gross()).isEqualByComparingTo("8");
        assertThat(receipt(1000, row, card(1000, ""), "").lines().get(0).gross())
                .isEqualByComparingTo("10");
    }

    @Test
    void anEventMayNameTheShopAroundThePurchase() {
        String inner = purchase(ID, 700, row("1", 700, ""), card(700, ""), "")
                .replace("\"organizationId\": 11111,", "")
                .strip();
        String event =
                "{\"eventName\": \"PurchaseCreated\", \"organizationUuid\": \"014\", \"payload\": " + inner + "}";
        assertThat(Mapped.read(ZETTLE, event).only().storeId()).isEqualTo("014");
    }

    /** In the currency's own units: 0, 2 and 3 decimals, sold and returned. */
    @Property(tries = 200)
    void totalsAreZettlesOwnInEveryCurrency(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 1, max = 99999) int price,
            @ForAll @IntRange(min = 1, max = 4000) int thousandths,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @IntRange(min = 1, max = 500) int other,
            @ForAll boolean refund) {
        String currency = new String[] {"JPY", "SEK", "KWD"}[which];
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        int sign = refund ? -1 : 1;
        BigDecimal quantity = BigDecimal.valueOf(thousandths, 3);
        long before = quantity.multiply(BigDecimal.valueOf(price))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long off = BigDecimal.valueOf(before * percent, 2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long basket = (before - off + other) / 7;
        long amount = sign * (before - off + other - basket);
        String discount = ", \"discount\": {\"percentage\": %d}".formatted(percent);
        String json = purchase(
                        ID,
                        (int) amount,
                        row(quantity.multiply(BigDecimal.valueOf(sign)).toPlainString(), price, discount) + ","
                                + row("" + sign, other, ""),
                        card((int) amount, ""),
                        ", \"discounts\": [{\"name\": \"x\", \"amount\": %d, \"quantity\": %d}]"
                                .formatted(sign * basket, sign))
                .replace("SEK", currency);
        Receipt receipt = Mapped.read(ZETTLE, json).only();
        assertThat(Mapped.priced(receipt).total()).isEqualByComparingTo(BigDecimal.valueOf(amount, decimals));
        assertThat(receipt.tenders().get(0).amount()).isEqualByComparingTo(receipt.total());
    }
}
