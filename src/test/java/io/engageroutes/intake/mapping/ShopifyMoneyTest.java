package io.engageroutes.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Orders as Shopify computes them, of any lines, discounts, taxes, currencies and refunds. */
class ShopifyMoneyTest {

    private static final MinorUnits UNITS = new MinorUnits(Map.of());
    private static final ReceiptRules RULES = new ReceiptRules(
            UNITS,
            Mapped.STORES,
            new ReceiptRules.Settings(Duration.ofDays(1), true, 100),
            Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));

    @Property(tries = 300)
    void saleLessReturnsIsWhatTheOrderHasLeft(@ForAll long seed) {
        Shop shop = new Shop(new Random(seed));
        ObjectNode order = shop.order();
        Receipt sale = Shopify.receipt(Shopify.read("orders/paid", order.toString()));

        assertThat(RULES.faults(sale)).isEmpty();
        PricedReceipt sold = Mapped.priced(sale);
        assertThat(sold.total()).isEqualByComparingTo(order.get("total_price").asText());

        ObjectNode refund = shop.refund(order);
        Receipt taken = Shopify.receipt(Shopify.read("refunds/create", refund.toString()));
        assertThat(RULES.faults(taken)).isEmpty();
        BigDecimal back = Mapped.priced(taken).total();
        assertThat(back.negate())
                .isEqualByComparingTo(refund.at("/transactions/0/amount").asText());

        BigDecimal left = sold.total().add(back);
        order.withArray("refunds").add(refund);
        order.put("current_total_price", left.toPlainString());
        Receipt still = Shopify.receipt(Shopify.read("orders/paid", order.toString()));
        assertThat(still).isEqualTo(sale);
        Receipt basket =
                Shopify.order(Shopify.read("orders/updated", order.toString())).basket();
        if (basket == null) {
            assertThat(left).isEqualByComparingTo("0");
        } else {
            assertThat(RULES.faults(basket)).isEmpty();
            assertThat(Mapped.priced(basket).total()).isEqualByComparingTo(left);
        }
    }

    /** Makes orders and refunds by Shopify's rules. */
    private record Shop(Random random) {

        private BigDecimal amount(int decimals) {
            return BigDecimal.valueOf(1 + random.nextInt(100_000), decimals);
        }

        ObjectNode order() {
            String currency = new String[] {"SEK", "JPY", "KWD"}[random.nextInt(3)];
            int decimals = UNITS.of(currency);
            boolean included = random.nextBoolean();
            ObjectNode order = Shopify.resource("order_paid.json");
            ArrayNode lines = order.putArray("line_items");
            BigDecimal total = BigDecimal.ZERO;
            BigDecimal taxes = BigDecimal.ZERO;
            int count = 1 + random.nextInt(5);
            for (int at = 0; at < count; at++) {
                int quantity = 1 + random.nextInt(4);
                BigDecimal price = amount(decimals);
                BigDecimal before = price.multiply(BigDecimal.valueOf(quantity));
                BigDecimal off = share(before, random.nextInt(60), decimals);
                BigDecimal net = before.subtract(off);
                BigDecimal rate = new BigDecimal(new String[] {"0.25", "0.12", "0.06", "0"}[random.nextInt(4)]);
                BigDecimal tax = tax(net, rate, included, decimals);
                ObjectNode line = lines.addObject();
                line.put("id", 100 + at).put("sku", "S" + at).put("name", "Article " + at);
                line.put("quantity", quantity).put("price", price.toPlainString());
                if (off.signum() > 0) {
                    line.putArray("discount_allocations")
                            .addObject()
                            .put("amount", off.toPlainString())
                            .put("discount_application_index", 0);
                } else {
                    line.putArray("discount_allocations");
                }
                line.putArray("tax_lines").addObject().put("rate", rate).put("price", tax.toPlainString());
                taxes = taxes.add(tax);
                total = total.add(net).add(included ? BigDecimal.ZERO : tax);
            }
            order.remove("total_price_set");
            order.put("taxes_included", included).put("currency", currency);
            order.putArray("shipping_lines");
            order.put("total_tax", taxes.toPlainString());
            order.put("total_price", total.toPlainString()).put("current_total_price", total.toPlainString());
            return order;
        }

        /** Some pieces of one line, by Shopify's share of what was paid for it. */
        ObjectNode refund(ObjectNode order) {
            int decimals = UNITS.of(order.get("currency").asText());
            boolean included = order.get("taxes_included").asBoolean();
            ObjectNode line = (ObjectNode) order.get("line_items")
                    .get(random.nextInt(order.get("line_items").size()));
            int all = line.get("quantity").asInt();
            int quantity = 1 + random.nextInt(all);
            BigDecimal net = new BigDecimal(line.get("price").asText()).multiply(BigDecimal.valueOf(all));
            if (!line.get("discount_allocations").isEmpty()) {
                net = net.subtract(
                        new BigDecimal(line.at("/discount_allocations/0/amount").asText()));
            }
            BigDecimal subtotal = part(net, quantity, all, decimals);
            BigDecimal tax = part(new BigDecimal(line.at("/tax_lines/0/price").asText()), quantity, all, decimals);
            BigDecimal amount = included ? subtotal : subtotal.add(tax);
            ObjectNode refund = Shopify.JSON.createObjectNode();
            refund.put("id", 7).set("order_id", order.get("id"));
            refund.put("created_at", "2026-11-22T10:00:00+01:00");
            ObjectNode row = refund.putArray("refund_line_items").addObject();
            row.set("line_item_id", line.get("id"));
            row.put("quantity", quantity).put("subtotal", subtotal).put("total_tax", tax.toPlainString());
            row.set("line_item", line.deepCopy());
            refund.putArray("transactions")
                    .addObject()
                    .put("kind", "refund")
                    .put("status", "success")
                    .put("gateway", "card")
                    .put("amount", amount.toPlainString())
                    .set("currency", order.get("currency"));
            return refund;
        }

        private static BigDecimal part(BigDecimal whole, int some, int all, int decimals) {
            return whole.multiply(BigDecimal.valueOf(some))
                    .divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
        }

        private static BigDecimal share(BigDecimal of, int percent, int decimals) {
            return of.multiply(BigDecimal.valueOf(percent, 2)).setScale(decimals, RoundingMode.HALF_UP);
        }

        private static BigDecimal tax(BigDecimal of, BigDecimal rate, boolean included, int decimals) {
            return included
                    ? of.multiply(rate).divide(rate.add(BigDecimal.ONE), decimals, RoundingMode.HALF_UP)
                    : of.multiply(rate).setScale(decimals, RoundingMode.HALF_UP);
        }
    }
}
