package io.engageroutes.order;

import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes canonical orders as {@link OrderJson} says. */
final class OrderWriter {

    private OrderWriter() {}

    static void write(Order order, JsonGenerator json) throws IOException {
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
}
