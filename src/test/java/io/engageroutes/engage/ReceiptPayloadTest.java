package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptPayloadTest {

    private static final String SHOPPED = "2026-03-01T14:22:05+01:00";
    private static final String HEAD = "{\"contact\":{\"matchKey\":\"anna@example.org\",\"matchKeyType\":\"email\"},"
            + "\"uniqueReceiptId\":\"SE-014-2-20260301-000871\",\"receiptNumber\":\"000871\","
            + "\"createdDate\":\"2026-03-01T14:22:05+01:00\",\"storeExternalId\":\"014\",\"currency\":\"SEK\",";
    private static final String ARTICLE =
            "\"sku\":\"A-1-M\",\"articleNumber\":\"A-1\",\"articleName\":\"Tröja \\\"L\\\"\",";

    private static BigDecimal amount(String value) {
        return new BigDecimal(value);
    }

    private static Line line(LineType type, String quantity, Boolean awards, LineKind kind, String group) {
        return new Line(
                1,
                type,
                kind,
                "A-1-M",
                "A-1",
                "Tröja \"L\"",
                group,
                amount(quantity),
                null,
                amount("400.00"),
                amount("25"),
                null,
                null,
                awards,
                null);
    }

    private static PricedLine priced(Line line, String paid, String tax, String percent, LineDiscount... discounts) {
        return new PricedLine(line, amount(paid), amount(tax), amount(percent), List.of(discounts));
    }

    private static PricedLine sold(String paid, String tax, LineDiscount... discounts) {
        return priced(line(LineType.SALE, "2", null, LineKind.GOODS, "Tops"), paid, tax, "25.00", discounts);
    }

    private static PricedLine returned(String paid, String tax) {
        return priced(line(LineType.RETURN, "1.500", false, LineKind.GOODS, ""), paid, tax, "25");
    }

    private static Tender paid(String type, String description, String value) {
        return new Tender(type, description, amount(value), false, null);
    }

    private static Receipt receipt(String occurredAt, List<PromotionUse> promotions) {
        return new Receipt(
                "SE-014-2-20260301-000871",
                "000871",
                "014",
                null,
                null,
                null,
                OffsetDateTime.parse(occurredAt),
                "SEK",
                List.of(
                        new ContactKey(ContactKeyType.email, "anna@example.org"),
                        new ContactKey(ContactKeyType.memberNumber, "7")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                promotions);
    }

    private static String json(PricedReceipt priced, ExchangeRate rate, String contactType) {
        return new String(new ReceiptPayload(contactType).json(priced, rate), StandardCharsets.UTF_8);
    }

    private static String json(List<PricedLine> lines, String total, Tender... payments) {
        Receipt receipt = receipt(SHOPPED, null);
        return json(new PricedReceipt(receipt, lines, amount(total), List.of(payments), List.of()), null, "");
    }

    @Test
    void aPurchaseIsPositiveAndItsDiscountsNegative() {
        assertThat(json(
                        List.of(sold("400.00", "80.00", new LineDiscount("MEMBER", "20%", amount("100.00")))),
                        "400.00",
                        paid("card", "Visa", "400.00")))
                .isEqualTo(HEAD + "\"totalGrossPrice\":400.00,"
                        + "\"paymentMethods\":[{\"type\":\"card\",\"description\":\"Visa\",\"value\":400.00}],"
                        + "\"items\":[{\"type\":\"PURCHASE\"," + ARTICLE + "\"articleGroup\":\"Tops\",\"quantity\":2,"
                        + "\"grossPaidPrice\":400.00,\"taxAmount\":80.00,\"taxPercent\":25.00,"
                        + "\"discounts\":[{\"type\":\"MEMBER\",\"description\":\"20%\",\"value\":-100.00}]}]}");
    }

    @Test
    void aReturnHasANegativeTotalAndQuantityAndAPositivePrice() {
        assertThat(json(List.of(returned("250.00", "50.00")), "-250.00", paid("card", null, "-250.00")))
                .isEqualTo(HEAD + "\"totalGrossPrice\":-250.00,"
                        + "\"paymentMethods\":[{\"type\":\"card\",\"value\":-250.00}],"
                        + "\"items\":[{\"type\":\"RETURN\"," + ARTICLE + "\"quantity\":-1.500,"
                        + "\"grossPaidPrice\":250.00,\"taxAmount\":50.00,\"taxPercent\":25,\"awardsBonus\":false,"
                        + "\"discounts\":[]}]}");
    }

    @Test
    void aMixedReceiptHasBothKindsOfLinesAndTheDifference() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(json(
                        List.of(sold("400.00", "80.00"), returned("250.00", "50.00")),
                        "150.00",
                        paid("cash", null, "200.00"),
                        paid("cash", null, "-50.00")));
        assertThat(json.path("totalGrossPrice").decimalValue()).isEqualByComparingTo("150");
        assertThat(json.findValuesAsText("type")).containsExactly("cash", "cash", "PURCHASE", "RETURN");
        assertThat(json.path("items").get(0).path("quantity").asInt()).isEqualTo(2);
        assertThat(json.path("items").get(1).path("quantity").decimalValue()).isEqualByComparingTo("-1.5");
        assertThat(json.path("items").get(1).path("grossPaidPrice").decimalValue())
                .isPositive();
    }

    @Test
    void anEvenExchangeWasPaidWithNothing() {
        assertThat(json(List.of(sold("250.00", "50.00"), returned("250.00", "50.00")), "0.00"))
                .contains("\"totalGrossPrice\":0.00", "\"paymentMethods\":[{\"type\":\"none\",\"value\":0}]");
    }

    @Test
    void vouchersPromotionsRateAndContactTypeAreSentWhereThereAreSome() {
        List<PromotionUse> promotions = List.of(new PromotionUse("P-1", "C-1"), new PromotionUse("P-2", ""));
        PricedReceipt priced = new PricedReceipt(
                receipt(SHOPPED, promotions),
                List.of(sold("400.00", "80.00")),
                amount("400.00"),
                List.of(paid("card", "", "400.00")),
                List.of("V-1", "V-2"));
        ExchangeRate rate = new ExchangeRate(amount("0.000000088"), LocalDate.parse("2026-02-27"), "ecb");
        assertThat(json(priced, rate, "Member"))
                .contains(
                        "\"contactType\":\"Member\"",
                        "\"exchangeRateToGroupCurrency\":0.000000088",
                        "\"usedBonusChecks\":[{\"checkNumber\":\"V-1\"},{\"checkNumber\":\"V-2\"}]",
                        "\"usedPromotions\":[{\"promotionId\":\"P-1\",\"couponId\":\"C-1\"},{\"promotionId\":\"P-2\"}]");
    }

    @Test
    void nothingEmptyAndNothingNullIsEverSent() {
        PricedLine bare = priced(
                line(LineType.SALE, "1", null, LineKind.GOODS, "  "),
                "1",
                "0",
                "0",
                new LineDiscount("", "", amount("1")),
                new LineDiscount(null, null, amount("1")));
        PricedReceipt priced = new PricedReceipt(
                receipt(SHOPPED, List.of(new PromotionUse("P-1", null))),
                List.of(bare),
                amount("1"),
                List.of(paid("card", " ", "1")),
                List.of());
        assertThat(json(priced, null, null)).doesNotContain(":\"\"", ":null", ":\" \"", ":\"  \"");
    }

    @Test
    void timesHaveSecondsAndTheOffsetOfTheStore() {
        for (String[] time : new String[][] {
            {"2026-03-01T14:22+01:00", "2026-03-01T14:22:00+01:00"},
            {"2026-03-01T00:00+00:00", "2026-03-01T00:00:00Z"},
            {"2026-07-01T23:59:59.5+05:30", "2026-07-01T23:59:59.5+05:30"}
        }) {
            PricedReceipt priced = new PricedReceipt(
                    receipt(time[0], null), List.of(sold("1", "0")), amount("1"), List.of(), List.of());
            assertThat(json(priced, null, "")).contains("\"createdDate\":\"" + time[1] + "\"");
        }
    }

    @Test
    void numbersAreWrittenPlainly() {
        PricedLine big = priced(
                line(LineType.SALE, "1E+3", null, LineKind.GOODS, null),
                "1E+6",
                "1E-7",
                "2.5E+1",
                new LineDiscount("X", null, amount("1E+2")));
        assertThat(json(List.of(big), "1E+6", paid("card", null, "1E+6")))
                .contains(
                        "\"quantity\":1000", "\"grossPaidPrice\":1000000", "\"taxAmount\":0.0000001", "\"value\":-100")
                .doesNotContainPattern("[0-9]E[+-]?[0-9]");
    }

    @Test
    void onlyGoodsAndServicesEarnPointsUnlessTheSourceSaysSo() {
        for (LineKind kind : LineKind.values()) {
            String json = json(List.of(priced(line(LineType.SALE, "1", null, kind, null), "1", "0", "0")), "1");
            if (kind == LineKind.GOODS || kind == LineKind.SERVICE) {
                assertThat(json).doesNotContain("awardsBonus");
            } else {
                assertThat(json).contains("\"awardsBonus\":false");
            }
        }
        PricedLine told = priced(line(LineType.SALE, "1", true, LineKind.FREIGHT, null), "1", "0", "0");
        assertThat(json(List.of(told), "1")).contains("\"awardsBonus\":true");
    }
}
