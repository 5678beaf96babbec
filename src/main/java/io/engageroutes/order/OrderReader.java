package io.engageroutes.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads canonical orders as {@link OrderJson} wrote them. */
final class OrderReader {

    private OrderReader() {}

    static Order read(JsonNode node) throws IOException {
        try {
            return new Order(
                    text(node, "orderId"),
                    text(node, "changedAt") == null ? null : OffsetDateTime.parse(text(node, "changedAt")),
                    contactKeys(node.path("contactKeys")),
                    node.has("basket")
                            ? ReceiptJson.read(node.get("basket").toString().getBytes(StandardCharsets.UTF_8))
                            : null,
                    text(node, "status"),
                    text(node, "externalStatus"),
                    text(node, "paymentStatus"),
                    text(node, "channel"),
                    texts(node.path("references")),
                    text(node, "language"),
                    delivery(node.get("delivery")),
                    articles(node.path("articles")),
                    action(node.get("action")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("order: a date or a key's type is not as it was written", e);
        }
    }

    private static List<ContactKey> contactKeys(JsonNode list) {
        List<ContactKey> keys = new ArrayList<>();
        list.forEach(key -> keys.add(new ContactKey(
                key.has("type") ? ContactKeyType.valueOf(text(key, "type")) : null, text(key, "value"))));
        return keys;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Delivery delivery(JsonNode node) {
        return node == null
                ? null
                : new Delivery(
                        text(node, "method"),
                        text(node, "trackingNumber"),
                        text(node, "trackingUri"),
                        text(node, "deliveryDate") == null ? null : LocalDate.parse(text(node, "deliveryDate")));
    }

    private static Map<String, Article> articles(JsonNode node) {
        Map<String, Article> articles = new TreeMap<>();
        node.fields()
                .forEachRemaining(article -> articles.put(
                        article.getKey(),
                        new Article(text(article.getValue(), "imageUrl"), text(article.getValue(), "link"))));
        return articles;
    }

    private static Action action(JsonNode node) {
        if (node == null) {
            return null;
        }
        Map<String, String> data = new TreeMap<>();
        node.path("data")
                .fields()
                .forEachRemaining(
                        text -> data.put(text.getKey(), text.getValue().asText()));
        return new Action(text(node, "name"), text(node, "id"), data);
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
