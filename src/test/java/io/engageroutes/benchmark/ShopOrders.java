package io.engageroutes.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Generated callbacks of a shop on Shopify: a paid order each, as whole HTTP requests, signed. */
final class ShopOrders {

    static final String SECRET = "secret-of-the-benchmark";

    private static final String ORDER = """
            {"id":%1$d,"admin_graphql_api_id":"gid://shopify/Order/%1$d","name":"#%2$d","order_number":%2$d,"number":%2$d,
            "test":false,"cancelled_at":null,"email":"customer%3$d@example.org","contact_email":"customer%3$d@example.org",
            "created_at":"2026-11-20T10:15:%4$02d+01:00","updated_at":"2026-11-20T10:16:%4$02d+01:00",
            "processed_at":"2026-11-20T10:15:%4$02d+01:00","currency":"SEK","presentment_currency":"SEK","taxes_included":true,
            "financial_status":"paid","fulfillment_status":null,"source_name":"web","customer_locale":"sv-SE",
            "payment_gateway_names":["klarna"],"discount_codes":[],"discount_applications":[],"note_attributes":[],"tags":"",
            "total_line_items_price":"897.00","total_discounts":"0.00","subtotal_price":"897.00","total_tax":"189.20",
            "total_price":"946.00","current_total_price":"946.00","current_subtotal_price":"897.00","current_total_tax":"189.20",
            "line_items":[
            {"id":%1$d1,"sku":"SHIRT-%5$d","title":"Shirt","name":"Shirt - M","variant_title":"M","quantity":2,"current_quantity":2,
            "price":"299.00","gift_card":false,"product_exists":true,"taxable":true,"total_discount":"0.00","discount_allocations":[],
            "tax_lines":[{"title":"Moms","rate":0.25,"price":"119.60"}]},
            {"id":%1$d2,"sku":"CAP-%5$d","title":"Cap","name":"Cap","variant_title":null,"quantity":1,"current_quantity":1,
            "price":"299.00","gift_card":false,"product_exists":true,"taxable":true,"total_discount":"0.00","discount_allocations":[],
            "tax_lines":[{"title":"Moms","rate":0.25,"price":"59.80"}]}],
            "shipping_lines":[{"id":%1$d3,"title":"Parcel","price":"49.00","discounted_price":"49.00","discount_allocations":[],
            "tax_lines":[{"title":"Moms","rate":0.25,"price":"9.80"}]}],
            "fulfillments":[],"refunds":[]}""";

    private ShopOrders() {}

    /** The id of an order, beyond what a double holds exactly. */
    static long id(int number) {
        return 9_100_000_000_000_000L + number;
    }

    /** The whole request of one callback. */
    static byte[] request(int number) {
        byte[] body = ORDER.formatted(id(number), 1000 + number, number % 997, number % 60, number % 40)
                .getBytes(StandardCharsets.UTF_8);
        byte[] head = ("""
                POST /callbacks/shopify HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                X-Shopify-Topic: orders/paid\r
                X-Shopify-Shop-Domain: benchmark.myshopify.com\r
                X-Shopify-Webhook-Id: delivery-%d\r
                X-Shopify-Hmac-SHA256: %s\r
                Content-Length: %d\r
                \r
                """.formatted(number, signature(body), body.length)).getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }
}
