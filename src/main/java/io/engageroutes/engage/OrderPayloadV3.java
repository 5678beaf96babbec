package io.engageroutes.engage;

import static io.engageroutes.engage.OrderItems.JSON;
import static io.engageroutes.engage.OrderItems.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.order.Action;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bodies of Engage's {@code /orders}, version 3. The names inside items, payments and fees are inferred from version 2: the
 * documentation does not show them.
 */
public final class OrderPayloadV3 {

    private final String contactType;
    private final String usualStatus;
    private final boolean freightIsFee;

    /**
     * @param contactType sent with the contact key, or blank for Engage's default
     * @param usualStatus of an order whose source says none; Engage demands one
     * @param freightIsFee whether freight is a fee, or an item like others
     */
    public OrderPayloadV3(String contactType, String usualStatus, boolean freightIsFee) {
        this.contactType = contactType;
        this.usualStatus = usualStatus;
        this.freightIsFee = freightIsFee;
    }

    /** Of {@code POST} and {@code PUT}: the whole order. */
    public byte[] order(Order order, PricedReceipt priced) {
        return bytes(json -> {
            Receipt basket = priced.receipt();
            OrderItems items = OrderItems.of(priced, freightIsFee);
            json.writeStringField("orderId", order.orderId());
            if (!order.contacts().isEmpty()) {
                OrderItems.contact(json, order.contacts().get(0), contactType);
            }
            json.writeStringField("type", items.allReturns() ? "return" : "purchase");
            json.writeStringField("externalStoreId", basket.storeId());
            json.writeStringField("status", order.status() == null ? usualStatus : order.status());
            text(json, "externalStatus", order.externalStatus());
            json.writeArrayFieldStart("references");
            json.writeString(order.number());
            for (String reference : order.references()) {
                if (!reference.equals(order.number())) {
                    json.writeString(reference);
                }
            }
            json.writeEndArray();
            json.writeStringField("currencyCode", basket.currency());
            text(json, "channel", order.channel());
            json.writeStringField("createdAt", time(basket.occurredAt()));
            json.writeStringField("lastChangedAt", time(order.changedAt()));
            json.writeObjectFieldStart("lineItems");
            items.items(json, order.articles());
            json.writeNumberField("subTotal", items.total());
            json.writeEndObject();
            payments(json, priced);
            json.writeObjectFieldStart("fees");
            items.freightFee(json);
            json.writeEndObject();
            if (order.delivery() != null) {
                json.writeObjectFieldStart("delivery");
                delivery(json, order.delivery());
                json.writeEndObject();
            }
        });
    }

    private static void payments(JsonGenerator json, PricedReceipt priced) throws IOException {
        json.writeObjectFieldStart("payments");
        OrderItems.payments(json, "items", priced.payments());
        json.writeNumberField(
                "total", priced.payments().stream().map(Tender::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        json.writeEndObject();
    }

    /** Of {@code POST .../change-status}. */
    public byte[] status(Order order) {
        return bytes(json -> {
            text(json, "status", order.status());
            text(json, "externalStatus", order.externalStatus());
        });
    }

    /** Of {@code POST .../change-delivery}. */
    public byte[] delivery(Order order) {
        return bytes(json -> delivery(json, order.delivery()));
    }

    private static void delivery(JsonGenerator json, Delivery delivery) throws IOException {
        text(json, "method", delivery.method());
        text(json, "trackingNumber", delivery.trackingNumber());
        text(json, "trackingUri", delivery.trackingUri());
        if (delivery.deliveryDate() != null) {
            json.writeStringField("deliveryDate", delivery.deliveryDate().toString());
        }
    }

    /**
     * Of {@code POST .../action}.
     *
     * @param name what Engage calls it
     * @param versionTag of the order as Engage has it; empty when Engage does not say
     * @param language a culture such as {@code sv-SE}; null when it is not known
     */
    public byte[] action(Action action, String name, String versionTag, String language) {
        return bytes(json -> {
            json.writeStringField("action", name);
            text(json, "versionTag", versionTag);
            text(json, "language", language);
            json.writeObjectFieldStart("data");
            for (Map.Entry<String, String> each : new TreeMap<>(action.data()).entrySet()) {
                text(json, each.getKey(), each.getValue());
            }
            json.writeEndObject();
        });
    }

    private static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    @FunctionalInterface
    private interface Writing {

        void to(JsonGenerator json) throws IOException;
    }

    private static byte[] bytes(Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            content.to(json);
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
