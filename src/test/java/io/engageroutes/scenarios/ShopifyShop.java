package io.engageroutes.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shop on Shopify: calls back, signed with its app's secret. */
final class ShopifyShop {

    /** The sandbox's secret. */
    static final String SECRET = "sandbox-secret-of-shopify";

    private static final String ORDER = """
            {"id": %1$s, "name": "#%2$s", "order_number": %2$s, "test": false, "cancelled_at": %3$s,
             "email": "%4$s", "contact_email": "%4$s", "customer_locale": "sv-SE", "source_name": "web",
             "created_at": "2026-11-20T10:15:00+01:00", "processed_at": "2026-11-20T10:15:00+01:00", "updated_at": "%5$s",
             "currency": "SEK", "presentment_currency": "SEK", "taxes_included": true, "financial_status": "paid",
             "fulfillment_status": %6$s, "payment_gateway_names": ["klarna"], "discount_codes": [{"code": "WELCOME", "amount": "60.00"}],
             "discount_applications": [{"type": "discount_code", "code": "WELCOME", "target_type": "line_item"}],
             "total_line_items_price": "897.00", "total_discounts": "60.00", "subtotal_price": "837.00", "total_tax": "177.20",
             "total_price": "886.00", "current_total_price": "886.00", "current_subtotal_price": "837.00", "current_total_tax": "177.20",
             "line_items": [
              {"id": 71, "sku": "SHIRT-M", "title": "Shirt", "name": "Shirt - M", "quantity": 2, "current_quantity": 2, "price": "299.00",
               "gift_card": false, "discount_allocations": [{"amount": "40.00", "discount_application_index": 0}],
               "tax_lines": [{"title": "Moms", "rate": 0.25, "price": "111.60"}]},
              {"id": 72, "sku": "CAP", "title": "Cap", "name": "Cap", "quantity": 1, "current_quantity": 1, "price": "299.00",
               "gift_card": false, "discount_allocations": [{"amount": "20.00", "discount_application_index": 0}],
               "tax_lines": [{"title": "Moms", "rate": 0.25, "price": "55.80"}]}],
             "shipping_lines": [{"id": 73, "title": "Parcel", "price": "49.00", "discounted_price": "49.00",
               "discount_allocations": [], "tax_lines": [{"title": "Moms", "rate": 0.25, "price": "9.80"}]}],
             "fulfillments": [%7$s], "refunds": []}""";

    private static final String FULFILMENT = """
            {"id": 555, "order_id": %s, "status": "success", "created_at": "2026-11-21T08:00:00+01:00",
             "updated_at": "2026-11-21T08:00:00+01:00", "tracking_company": "PostNord", "tracking_number": "TRACK-1",
             "tracking_url": "https://tracking.example.org/TRACK-1"}""";

    private static final String REFUND = """
            {"id": 99001, "order_id": %s, "created_at": "2026-11-24T09:30:00+01:00", "processed_at": "2026-11-24T09:30:00+01:00",
             "note": null, "order_adjustments": [], "refund_line_items": [
              {"id": 1, "line_item_id": 71, "quantity": 1, "restock_type": "return", "subtotal": 279.00, "total_tax": 55.80,
               "line_item": {"id": 71, "sku": "SHIRT-M", "title": "Shirt", "name": "Shirt - M", "quantity": 2, "price": "299.00",
                "gift_card": false, "discount_allocations": [{"amount": "40.00"}],
                "tax_lines": [{"title": "Moms", "rate": 0.25, "price": "111.60"}]}}],
             "transactions": [{"id": 1, "kind": "refund", "status": "success", "gateway": "klarna", "amount": "279.00", "currency": "SEK"}]}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    ShopifyShop(RunningApplication application) {
        this.address = URI.create("http://localhost:" + application.port() + "/callbacks/shopify");
    }

    /** A paid order of 886.00 SEK: two shirts and a cap, 60.00 off, 49.00 for the parcel. */
    static String paid(long id, int number, String email) {
        return order(id, number, "null", email, "2026-11-20T10:16:00+01:00", "null", "");
    }

    /** The same order when it was sent. */
    static String fulfilled(long id, int number, String email) {
        return order(id, number, "null", email, "2026-11-21T08:00:00+01:00", "\"fulfilled\"", FULFILMENT.formatted(id));
    }

    private static String order(
            long id, int number, String cancelledAt, String email, String changedAt, String status, String sent) {
        return ORDER.formatted(id, number, cancelledAt, email, changedAt, status, sent);
    }

    /** One of the two shirts comes back: 279.00 SEK. */
    static String refund(long id) {
        return REFUND.formatted(id);
    }

    HttpResponse<String> callBack(String topic, String delivery, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", topic)
                .header("X-Shopify-Shop-Domain", "sandbox.myshopify.com")
                .header("X-Shopify-Webhook-Id", delivery)
                .header("X-Shopify-Hmac-SHA256", signature(bytes))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
