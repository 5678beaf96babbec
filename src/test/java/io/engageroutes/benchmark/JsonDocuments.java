package io.engageroutes.benchmark;

import io.engageroutes.benchmark.Purchases.Purchase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Systems that write JSON: canonical receipts, one a line, and purchases of Zettle in one page. */
final class JsonDocuments {

    private JsonDocuments() {}

    static byte[] canonical(List<Purchase> purchases) {
        return purchases.stream()
                .map(JsonDocuments::canonical)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(Purchase bought) {
        String lines = bought.items().stream()
                .map(item -> """
                        {"number":%d,"type":"SALE","sku":"%d","articleName":"Jacka nr %2$d","articleGroup":"Jackor","quantity":%d,\
                        "unitPrice":"%s","gross":"%s","taxPercent":"25"}""".formatted(
                                item.number(),
                                item.article(),
                                item.quantity(),
                                Purchases.money(item.price()),
                                Purchases.money(item.gross())))
                .collect(Collectors.joining(","));
        return """
                {"uniqueId":"shop-%d","receiptNumber":"%1$d","storeId":"%d","registerId":"%d","occurredAt":"%s+01:00",\
                "currency":"SEK","contactKeys":[{"type":"memberNumber","value":"%d"}],"lines":[%s],\
                "basketDiscounts":[{"type":"COUPON","description":"Kupong","amount":"%s"}],\
                "tenders":[{"type":"card","amount":"%s"}],"total":"%8$s"}""".formatted(
                        bought.number(),
                        bought.store(),
                        bought.till(),
                        bought.at(),
                        bought.member(),
                        lines,
                        Purchases.money(bought.discount()),
                        Purchases.money(bought.paid()));
    }

    static byte[] zettle(List<Purchase> purchases) {
        return purchases.stream()
                .map(JsonDocuments::zettle)
                .collect(Collectors.joining(",\n", "{\"purchases\":[\n", "\n]}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String zettle(Purchase bought) {
        String products = bought.items().stream()
                .map(item -> """
                        {"quantity":"%d","unitPrice":%d,"vatPercentage":25.0,"name":"Jacka nr %d","variantName":"","sku":"%3$d",\
                        "type":"PRODUCT","libraryProduct":true}""".formatted(item.quantity(), item.price(), item.article()))
                .collect(Collectors.joining(","));
        return """
                {"purchaseUUID1":"11111111-0000-11eb-9e70-%012d","amount":%d,"vatAmount":%d,"country":"SE","currency":"SEK",\
                "timestamp":"%s.000+0000","gpsCoordinates":{"longitude":19.8,"latitude":66.6},"globalPurchaseNumber":%1$d,\
                "userDisplayName":"Ek","organizationId":%d,"references":{"memberNumber":"%d"},"products":[%s],\
                "discounts":[{"name":"Kupong","value":%d,"quantity":"1"}],\
                "payments":[{"type":"IZETTLE_CARD","amount":%2$d}]}""".formatted(
                        bought.number(),
                        bought.paid(),
                        Purchases.vatIn(bought.paid()),
                        bought.at(),
                        bought.store(),
                        bought.member(),
                        products,
                        bought.discount());
    }
}
