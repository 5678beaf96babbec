package io.engageroutes.order;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.ReceiptJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical order as JSON, the form it has on the queue: every field is called as the record's component; what is null or empty
 * is left out. Equal orders give equal bytes, so the bytes may be hashed. Reading what was written gives an equal order.
 */
public final class OrderJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();

    private OrderJson() {}

    /**
     * One order in UTF-8.
     *
     * @throws UncheckedIOException when an amount has an exponent beyond {@code ±100}
     */
    public static byte[] bytes(Order order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            write(order, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Order order, JsonGenerator json) throws IOException {
        json.writeStartObject();
        text(json, "orderId", order.orderId());
        text(json, "changedAt", order.changedAt());
        if (!order.contactKeys().isEmpty()) {
            json.writeArrayFieldStart("contactKeys");
            for (ContactKey key : order.contactKeys()) {
                json.writeStartObject();
                text(json, "type", key.type());
                text(json, "value", key.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (order.basket() != null) {
            json.writeFieldName("basket");
            ReceiptJson.write(order.basket(), json);
        }
        text(json, "status", order.status());
        text(json, "externalStatus", order.externalStatus());
        text(json, "paymentStatus", order.paymentStatus());
        text(json, "channel", order.channel());
        if (!order.references().isEmpty()) {
            json.writeArrayFieldStart("references");
            for (String reference : order.references()) {
                json.writeString(reference);
            }
            json.writeEndArray();
        }
        text(json, "language", order.language());
        delivery(json, order.delivery());
        articles(json, order.articles());
        action(json, order.action());
        json.writeEndObject();
    }

    private static void delivery(JsonGenerator json, Delivery delivery) throws IOException {
        if (delivery != null) {
            json.writeObjectFieldStart("delivery");
            text(json, "method", delivery.method());
            text(json, "trackingNumber", delivery.trackingNumber());
            text(json, "trackingUri", delivery.trackingUri());
            text(json, "deliveryDate", delivery.deliveryDate());
            json.writeEndObject();
        }
    }

    private static void articles(JsonGenerator json, Map<String, Article> articles) throws IOException {
        if (!articles.isEmpty()) {
            json.writeObjectFieldStart("articles");
            for (Map.Entry<String, Article> article : new TreeMap<>(articles).entrySet()) {
                json.writeObjectFieldStart(article.getKey());
                text(json, "imageUrl", article.getValue().imageUrl());
                text(json, "link", article.getValue().link());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static void action(JsonGenerator json, Action action) throws IOException {
        if (action != null) {
            json.writeObjectFieldStart("action");
            text(json, "name", action.name());
            text(json, "id", action.id());
            if (!action.data().isEmpty()) {
                json.writeObjectFieldStart("data");
                for (Map.Entry<String, String> text : new TreeMap<>(action.data()).entrySet()) {
                    json.writeStringField(text.getKey(), text.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static void text(JsonGenerator json, String field, Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException when it is something else
     */
    public static Order read(byte[] bytes) throws IOException {
        return read(TREES.readTree(bytes));
    }

    /** Reads one order where the parser stands, in what {@link #bytes} wrote. */
    public static Order read(JsonParser json) throws IOException {
        return read(TREES.<JsonNode>readTree(json));
    }

    private static Order read(JsonNode node) throws IOException {
        try {
            return new Order(
                    text(node, "orderId"),
                    text(node, "changedAt") == null ? null : OffsetDateTime.parse(text(node, "changedAt")),
                    contactKeys(node.path("contactKeys")),
                    node.has("basket") ? ReceiptJson.read(TREES.writeValueAsBytes(node.get("basket"))) : null,
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
