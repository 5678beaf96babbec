package io.engageroutes.engage;

import static io.engageroutes.engage.OrderItems.JSON;
import static io.engageroutes.engage.OrderItems.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.order.Action;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of Engage's {@code POST /orders}, version 2: the complete order, each time. Discounts and the quantity of what was taken
 * back are negative; items and fees sum to the total.
 */
public final class OrderPayloadV2 {

    private final String contactType;
    private final boolean freightIsFee;

    /**
     * @param contactType sent with the contact key, or blank for Engage's default
     * @param freightIsFee whether freight is {@code freightFee}, or an item like others
     */
    public OrderPayloadV2(String contactType, boolean freightIsFee) {
        this.contactType = contactType;
        this.freightIsFee = freightIsFee;
    }

    /**
     * @param order with at least one contact key
     * @param rate the factor from the order's currency to the group currency, or null for Engage's own table
     * @param orderStatus what triggers the message, as Engage's configuration calls it
     * @param paymentStatus the same for the payment
     * @param language a culture such as {@code sv-SE}; null when it is not known
     * @param action what its data are taken from, or null
     */
    public byte[] json(
            Order order,
            PricedReceipt priced,
            ExchangeRate rate,
            String orderStatus,
            String paymentStatus,
            String language,
            Action action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            Receipt basket = priced.receipt();
            OrderItems items = OrderItems.of(priced, freightIsFee);
            json.writeStartObject();
            OrderItems.contact(json, order.contacts().get(0), contactType);
            json.writeStringField("orderNumber", order.number());
            json.writeStringField("orderStatus", orderStatus);
            json.writeStringField("paymentStatus", paymentStatus);
            json.writeStringField("createdDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(basket.occurredAt()));
            json.writeStringField(
                    "statusChangedDate", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(order.changedAt()));
            json.writeStringField("storeId", basket.storeId());
            text(json, "language", language);
            json.writeStringField("currency", basket.currency());
            if (rate != null) {
                json.writeNumberField("exchangeRateToGroupCurrency", rate.rate());
            }
            BigDecimal rounding = basket.cashRounding() == null ? BigDecimal.ZERO : basket.cashRounding();
            json.writeNumberField("totalGrossPrice", priced.total().add(rounding));
            json.writeNumberField("totalTax", items.tax());
            items.freightFee(json);
            if (rounding.signum() != 0) {
                json.writeObjectFieldStart("totalRoundOff");
                json.writeNumberField("value", rounding);
                json.writeEndObject();
            }
            json.writeBooleanField("anyReturnItems", items.anyReturn());
            OrderItems.payments(json, "paymentMethods", priced.payments());
            items.items(json, order.articles());
            extra(json, order.delivery(), action);
            json.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    /** What version 2 has no fields for: the delivery, and the texts of the action. */
    private static void extra(JsonGenerator json, Delivery delivery, Action action) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (delivery != null) {
            texts.put("deliveryMethod", delivery.method());
            texts.put("trackingNumber", delivery.trackingNumber());
            texts.put("trackingUri", delivery.trackingUri());
            texts.put(
                    "deliveryDate",
                    delivery.deliveryDate() == null
                            ? null
                            : delivery.deliveryDate().toString());
        }
        if (action != null) {
            texts.putAll(action.data());
        }
        texts.values().removeIf(text -> text == null || text.isBlank());
        if (!texts.isEmpty()) {
            json.writeObjectFieldStart("extraData");
            for (Map.Entry<String, String> each : texts.entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        }
    }
}
