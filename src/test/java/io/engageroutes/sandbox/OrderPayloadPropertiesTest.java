package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.engageroutes.engage.OrderPayloadV2;
import io.engageroutes.engage.OrderPayloadV3;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.Tender;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is sent of an order comes to its total exactly, in both versions, and Engage's strictest checks let it in. */
class OrderPayloadPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    private static final OrderTriggerSettings STRICT = new OrderTriggerSettings(Set.of(), Set.of(), true, true, true);
    private static final Pricing PRICING = new Pricing(
            new MinorUnits(Map.of()), new VatRates(List.of()), new StoreRegister(List.of()), Pricing.Settings.usual());

    @Property
    void version2ComesToTheTotalAndPassesTheStrictestChecks(
            @ForAll("baskets") Receipt basket, @ForAll boolean freightIsFee) throws IOException {
        PricedReceipt priced = PRICING.price(basket);
        JsonNode sent = version2(basket, priced, freightIsFee);
        if (decimals(basket.currency())
                > 0) { // the simulator allows a line's tax one cent, and a yen is a hundred of them
            assertThat(OrderTriggerCheck.errors(sent, STRICT)).isEmpty();
        }
        BigDecimal total = priced.total().add(basket.cashRounding());
        assertThat(sent.path("totalGrossPrice").decimalValue()).isEqualByComparingTo(total);
        assertThat(sum(sent.path("items"), "grossPaidPrice")
                        .add(sent.path("freightFee").path("value").decimalValue())
                        .add(sent.path("totalRoundOff").path("value").decimalValue()))
                .isEqualByComparingTo(total);
        assertThat(sum(sent.path("items"), "taxAmount"))
                .isEqualByComparingTo(sent.path("totalTax").decimalValue());
        assertThat(sent.path("anyReturnItems").booleanValue())
                .isEqualTo(sent.path("items").findValuesAsText("type").contains("RETURN"));
        itemsAreAsEngageWantsThem(sent.path("items"), basket);
    }

    @Property
    void version3ComesToTheTotalAndPassesTheChecks(@ForAll("baskets") Receipt basket, @ForAll boolean freightIsFee)
            throws IOException {
        PricedReceipt priced = PRICING.price(basket);
        JsonNode sent = version3(basket, priced, freightIsFee);
        assertThat(OrderCheck.created(sent, Set.of())).isEmpty();
        JsonNode items = sent.path("lineItems").path("items");
        BigDecimal subTotal = sent.path("lineItems").path("subTotal").decimalValue();
        BigDecimal fees = sent.path("fees").path("freightFee").path("value").decimalValue();
        assertThat(sum(items, "grossPaidPrice")).isEqualByComparingTo(subTotal);
        assertThat(subTotal.add(fees)).isEqualByComparingTo(priced.total());
        BigDecimal paid = sent.path("payments").path("total").decimalValue();
        assertThat(paid.subtract(basket.cashRounding())).isEqualByComparingTo(priced.total());
        BigDecimal payments = BigDecimal.ZERO;
        for (JsonNode payment : sent.path("payments").path("items")) {
            payments = payments.add(payment.path("value").decimalValue());
        }
        assertThat(payments).isEqualByComparingTo(paid);
        itemsAreAsEngageWantsThem(items, basket);
    }

    @Property
    void bothVersionsSayTheSameOfEachItemAndOfTheFreight(
            @ForAll("baskets") Receipt basket, @ForAll boolean freightIsFee) throws IOException {
        PricedReceipt priced = PRICING.price(basket);
        JsonNode two = version2(basket, priced, freightIsFee);
        JsonNode three = version3(basket, priced, freightIsFee);
        assertThat(three.path("lineItems").path("items")).isEqualTo(two.path("items"));
        assertThat(three.path("fees").path("freightFee")).isEqualTo(two.path("freightFee"));
        if (!freightIsFee) {
            assertThat(two.path("items")).hasSize(basket.lines().size());
            assertThat(two.has("freightFee")).isFalse();
        }
    }

    @Example
    void freightAloneIsAnItemSinceAnOrderMustHaveOne() throws IOException {
        Receipt basket = receipt("SEK", List.of(new Piece(4900, false, 25, LineKind.FREIGHT, 1)), List.of(), 0, 0);
        JsonNode sent = version2(basket, PRICING.price(basket), true);
        assertThat(sent.path("items")).hasSize(1);
        assertThat(sent.path("items").path(0).path("taxAmount").decimalValue()).isEqualByComparingTo("9.80");
        assertThat(sent.has("freightFee")).isFalse();
    }

    @Example
    void aDiscountIsSpreadToTheCentAndFreightIsLeftAlone() throws IOException {
        List<Piece> pieces = List.of(
                new Piece(3333, false, 25, LineKind.GOODS, 1),
                new Piece(6667, false, 12, LineKind.GOODS, 3),
                new Piece(4900, false, 25, LineKind.FREIGHT, 1));
        Receipt basket = receipt("SEK", pieces, List.of(10), 0, 0);
        JsonNode sent = version2(basket, PRICING.price(basket), true);
        assertThat(sent.path("items").findValuesAsText("grossPaidPrice")).containsExactly("30.00", "60.00");
        assertThat(sent.path("items").findValuesAsText("value")).containsExactly("-3.33", "-6.67");
        assertThat(sent.path("freightFee").toString()).isEqualTo("{\"value\":49.00,\"tax\":9.80,\"taxPercent\":25}");
        assertThat(sent.path("totalGrossPrice").decimalValue()).isEqualByComparingTo("139.00");
    }

    private static void itemsAreAsEngageWantsThem(JsonNode items, Receipt basket) {
        int decimals = decimals(basket.currency());
        assertThat(items).isNotEmpty();
        for (JsonNode item : items) {
            boolean sold = item.path("type").asText().equals("PURCHASE");
            assertThat(item.path("quantity").decimalValue().signum()).isEqualTo(sold ? 1 : -1);
            BigDecimal gross = item.path("grossPaidPrice").decimalValue();
            BigDecimal percent = item.path("taxPercent").decimalValue();
            assertThat(gross.signum()).isNotNegative();
            assertThat(gross.scale()).isLessThanOrEqualTo(decimals);
            assertThat(item.path("taxAmount").decimalValue())
                    .isEqualByComparingTo(gross.multiply(percent)
                            .divide(percent.add(new BigDecimal(100)), decimals, RoundingMode.HALF_UP));
            for (JsonNode discount : item.path("discounts")) {
                assertThat(discount.path("value").decimalValue().signum()).isNegative();
            }
        }
    }

    /** Of all items, those that were taken back taken off. */
    private static BigDecimal sum(JsonNode items, String field) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            BigDecimal amount = item.path(field).decimalValue();
            sum = item.path("type").asText().equals("RETURN") ? sum.subtract(amount) : sum.add(amount);
        }
        return sum;
    }

    private static JsonNode version2(Receipt basket, PricedReceipt priced, boolean freightIsFee) throws IOException {
        return JSON.readTree(new OrderPayloadV2("", freightIsFee)
                .json(order(basket), priced, null, "Confirmed", "paid", "sv-SE", null));
    }

    private static JsonNode version3(Receipt basket, PricedReceipt priced, boolean freightIsFee) throws IOException {
        return JSON.readTree(new OrderPayloadV3("", "InProgress", freightIsFee).order(order(basket), priced));
    }

    private static Order order(Receipt basket) {
        return new Order(
                basket.uniqueId(),
                basket.occurredAt(),
                List.of(new ContactKey(ContactKeyType.email, "anna@example.org")),
                basket,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static int decimals(String currency) {
        return switch (currency) {
            case "JPY" -> 0;
            case "KWD" -> 3;
            default -> 2;
        };
    }

    /** One line; its price is in minor units. */
    record Piece(long price, boolean returned, int percent, LineKind kind, int quantity) {}

    @Provide
    Arbitrary<Receipt> baskets() {
        Arbitrary<Piece> pieces = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.longs().between(0, 1_000_000)),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.of(25, 12, 6, 0),
                        Arbitraries.of(LineKind.GOODS, LineKind.GOODS, LineKind.SERVICE, LineKind.FREIGHT),
                        Arbitraries.integers().between(1, 5))
                .as(Piece::new);
        return Combinators.combine(
                        Arbitraries.of("JPY", "SEK", "EUR", "KWD"),
                        pieces.list().ofMinSize(1).ofMaxSize(10),
                        Arbitraries.integers().between(0, 100).list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(-49, 50))
                .as(OrderPayloadPropertiesTest::receipt);
    }

    private static Receipt receipt(
            String currency, List<Piece> pieces, List<Integer> percents, int voucherPercent, int rounding) {
        int decimals = decimals(currency);
        boolean refund = pieces.stream().allMatch(piece -> piece.returned() || piece.price() == 0)
                && pieces.stream().anyMatch(piece -> piece.returned() && piece.price() > 0);
        List<Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal room = BigDecimal.ZERO;
        for (Piece piece : pieces) {
            BigDecimal gross = BigDecimal.valueOf(piece.price(), decimals);
            lines.add(line(lines.size() + 1, piece, gross));
            total = piece.returned() ? total.subtract(gross) : total.add(gross);
            if (piece.returned() == refund && piece.kind() != LineKind.FREIGHT) {
                room = room.add(gross);
            }
        }
        List<BasketDiscount> discounts = new ArrayList<>();
        for (int percent : percents) {
            BigDecimal discount = part(room, percent, decimals);
            if (discount.signum() > 0) {
                discounts.add(new BasketDiscount("D" + percent, null, discount, List.of(), null));
                room = room.subtract(discount);
                total = refund ? total.add(discount) : total.subtract(discount);
            }
        }
        BigDecimal rounded = BigDecimal.valueOf(rounding, decimals);
        List<Tender> tenders = new ArrayList<>();
        BigDecimal voucher = refund ? BigDecimal.ZERO : part(room.min(total), voucherPercent, decimals);
        if (voucher.signum() > 0) {
            tenders.add(new Tender("voucher", "Bonuscheck", voucher, true, "V1"));
        }
        tenders.add(new Tender(
                "card", null, total.subtract(voucher.max(BigDecimal.ZERO)).add(rounded), false, null));
        return new Receipt(
                "A-1",
                "1001",
                "WEB",
                null,
                null,
                null,
                OffsetDateTime.parse("2026-03-01T14:22:00+01:00"),
                currency,
                List.of(),
                lines,
                discounts,
                tenders,
                total,
                null,
                rounded,
                null,
                null,
                null);
    }

    private static BigDecimal part(BigDecimal amount, int percent, int decimals) {
        return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2).setScale(decimals, RoundingMode.DOWN);
    }

    private static Line line(int number, Piece piece, BigDecimal gross) {
        return new Line(
                number,
                piece.returned() ? LineType.RETURN : LineType.SALE,
                piece.kind(),
                "A-" + number,
                "A",
                "Tröja",
                null,
                BigDecimal.valueOf(piece.quantity()),
                null,
                gross,
                BigDecimal.valueOf(piece.percent()),
                null,
                null,
                null,
                null);
    }
}
