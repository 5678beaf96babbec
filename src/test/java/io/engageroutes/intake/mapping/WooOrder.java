package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** An order as WooCommerce works it out: VAT rounded for each row, or unrounded and only the sum of a rate rounded. */
final class WooOrder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int EXACT = 10;

    private final boolean inclusive;
    private final boolean atSubtotal;
    private final int decimals;
    private final Map<Integer, BigDecimal> taxes = new TreeMap<>();
    private BigDecimal goods = BigDecimal.ZERO;
    final ObjectNode json = JSON.createObjectNode();

    /**
     * @param inclusive whether prices are entered with VAT
     * @param atSubtotal whether VAT is rounded for the whole order
     * @param decimals of the shop, which may be fewer than the currency's
     */
    WooOrder(boolean inclusive, boolean atSubtotal, int decimals) {
        this.inclusive = inclusive;
        this.atSubtotal = atSubtotal;
        this.decimals = decimals;
        json.put("id", 4711);
        json.put("number", "1005");
        json.put("status", "processing");
        json.put("currency", "SEK");
        json.put("prices_include_tax", inclusive);
        json.put("date_created", "2026-11-05T20:14:09");
        json.put("date_created_gmt", "2026-11-05T19:14:09");
        json.put("date_modified", "2026-11-05T20:16:00");
        json.put("date_modified_gmt", "2026-11-05T19:16:00");
        json.put("date_paid", "2026-11-05T20:14:59");
        json.put("date_paid_gmt", "2026-11-05T19:14:59");
        json.put("customer_id", 0);
        json.putObject("billing").put("email", "alma.ek@example.org").put("country", "SE");
        json.put("payment_method", "klarna_payments");
        json.put("payment_method_title", "Klarna");
        for (String rows : new String[] {"line_items", "shipping_lines", "fee_lines", "coupon_lines", "refunds"}) {
            json.putArray(rows);
        }
        ArrayNode rates = json.putArray("tax_lines");
        for (int percent : new int[] {25, 12, 6}) {
            rates.addObject()
                    .put("rate_id", percent)
                    .put("rate_percent", percent)
                    .put("compound", false);
        }
    }

    WooOrder goods(long price, int pieces, int percent, long off) {
        BigDecimal before = BigDecimal.valueOf(price * pieces, decimals);
        Amounts subtotal = amounts(before, percent, false);
        Amounts total = amounts(before.subtract(BigDecimal.valueOf(off, decimals)), percent, true);
        ObjectNode row = row("line_items", total, percent);
        row.put("name", "Shirt &amp; tie")
                .put("product_id", 93)
                .put("variation_id", 0)
                .put("sku", "A-1");
        row.put("quantity", pieces);
        row.put("subtotal", text(subtotal.net)).put("subtotal_tax", text(subtotal.tax));
        row.put("price", total.net.divide(BigDecimal.valueOf(pieces), 13, RoundingMode.HALF_UP));
        return this;
    }

    WooOrder coupon(String code) {
        ((ArrayNode) json.get("coupon_lines")).addObject().put("code", code);
        return this;
    }

    WooOrder shipping(long amount, int percent) {
        row("shipping_lines", amounts(BigDecimal.valueOf(amount, decimals), percent, true), percent)
                .put("method_title", "PostNord");
        return this;
    }

    WooOrder fee(String name, long amount, int percent) {
        row("fee_lines", amounts(BigDecimal.valueOf(amount, decimals), percent, true), percent)
                .put("name", name);
        return this;
    }

    private record Amounts(BigDecimal net, BigDecimal tax) {}

    /** As WC_Cart_Totals: with VAT in the prices the net keeps what rounding took from the VAT. */
    private Amounts amounts(BigDecimal amount, int percent, boolean counts) {
        BigDecimal rate = BigDecimal.valueOf(percent);
        BigDecimal exact = inclusive
                ? amount.multiply(rate).divide(HUNDRED.add(rate), EXACT, RoundingMode.HALF_UP)
                : amount.multiply(rate).divide(HUNDRED, EXACT, RoundingMode.HALF_UP);
        BigDecimal tax = atSubtotal
                ? exact
                : exact.setScale(decimals, inclusive ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
        BigDecimal net = inclusive ? amount.subtract(exact) : amount;
        if (counts) {
            goods = goods.add(atSubtotal ? net : net.setScale(decimals, RoundingMode.HALF_UP));
            taxes.merge(percent, tax, BigDecimal::add);
        }
        return new Amounts(net, tax);
    }

    private ObjectNode row(String rows, Amounts amounts, int percent) {
        ObjectNode row = ((ArrayNode) json.get(rows)).addObject();
        row.put("total", text(amounts.net)).put("total_tax", text(amounts.tax));
        ArrayNode rates = row.putArray("taxes");
        for (int each : new int[] {25, 12, 6}) {
            rates.addObject()
                    .put("id", each)
                    .put(
                            "total",
                            each == percent ? amounts.tax.stripTrailingZeros().toPlainString() : "");
        }
        return row;
    }

    private String text(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    BigDecimal total() {
        return goods.add(tax()).setScale(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal tax() {
        return taxes.values().stream()
                .map(tax -> tax.setScale(decimals, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    WooOrder status(String status) {
        json.put("status", status);
        return this;
    }

    WooOrder with(String field, String value) {
        try {
            json.set(field, JSON.readTree(value));
            return this;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        json.put("total", total().toPlainString());
        json.put("total_tax", tax().setScale(decimals, RoundingMode.HALF_UP).toPlainString());
        return json.toString();
    }
}
