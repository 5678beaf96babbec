package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Engage checks of an order of version 3 and of the calls about one: all errors, not only the first. Objects whose
 * inside the documentation does not show are taken as they come.
 */
final class OrderCheck {

    /** The fields of a delivery that may be changed. */
    static final List<String> DELIVERY = List.of("method", "trackingNumber", "trackingUri", "deliveryDate");

    private final Set<String> statuses;
    private final Fields body;

    private OrderCheck(JsonNode body, Set<String> statuses) {
        if (!body.isObject()) {
            throw new Nonsense("the body must be an object");
        }
        this.body = new Fields(body, "", new ArrayList<>());
        this.statuses = statuses;
    }

    /** The rules that a new order breaks; it may bring an action. */
    static List<String> created(JsonNode order, Set<String> statuses) {
        OrderCheck check = new OrderCheck(order, statuses);
        check.body.text("orderId");
        check.order();
        if (order.hasNonNull("action")) {
            Fields action = check.body.object("action");
            if (action != null) {
                action(action);
            }
        }
        return check.body.errors();
    }

    /** The rules that an order breaks that shall take the place of the one with the id. */
    static List<String> replaced(JsonNode order, String orderId, Set<String> statuses) {
        OrderCheck check = new OrderCheck(order, statuses);
        String own = check.body.textIfAny("orderId");
        if (own != null && !own.equals(orderId)) {
            check.body.error("orderId", "must be that of the address");
        }
        check.order();
        if (order.hasNonNull("action")) {
            check.body.error("action", "may be embedded in a new order only");
        }
        return check.body.errors();
    }

    static List<String> action(JsonNode action) {
        Fields body = new OrderCheck(action, Set.of()).body;
        action(body);
        body.text("versionTag");
        return body.errors();
    }

    static List<String> statusChange(JsonNode change, Set<String> statuses) {
        OrderCheck check = new OrderCheck(change, statuses);
        check.status(check.body.textIfAny("status"));
        check.body.textIfAny("externalStatus");
        if (!change.hasNonNull("status") && !change.hasNonNull("externalStatus")) {
            check.body.error("status", "or externalStatus is required");
        }
        return check.body.errors();
    }

    static List<String> deliveryChange(JsonNode change) {
        Fields body = new OrderCheck(change, Set.of()).body;
        if (DELIVERY.stream().noneMatch(change::hasNonNull)) {
            body.error("method", "or another one of " + DELIVERY + " is required");
        }
        delivery(body);
        return body.errors();
    }

    private void order() {
        if (body.object().hasNonNull("contact")) {
            SharedRules.contact(body.object("contact"));
        }
        body.text("externalStoreId");
        status(body.text("status"));
        body.textIfAny("externalStatus");
        SharedRules.currency(body, "currencyCode");
        body.textIfAny("channel");
        SharedRules.time(body, "createdAt", body.text("createdAt"));
        SharedRules.time(body, "lastChangedAt", body.textIfAny("lastChangedAt"));
        String type = body.textIfAny("type");
        if (type != null && !type.equalsIgnoreCase("purchase") && !type.equalsIgnoreCase("return")) {
            body.error("type", "must be purchase or return");
        }
        references();
        Fields lineItems = body.object("lineItems");
        if (lineItems != null) {
            List<Fields> items = lineItems.rows("items");
            if (items != null) {
                items.forEach(OrderCheck::item);
            }
            lineItems.numberIfAny("subTotal");
        }
        inner();
    }

    private void status(String status) {
        if (status != null && !statuses.isEmpty() && !statuses.contains(status)) {
            body.error("status", "is none of the configured values");
        }
    }

    private void references() {
        JsonNode references = body.object().path("references");
        boolean texts = references.isArray();
        for (JsonNode reference : references) {
            texts &= reference.isTextual();
        }
        if (body.object().hasNonNull("references") && !texts) {
            body.error("references", "must be an array of strings");
        }
    }

    private void inner() {
        for (String name : List.of("payments", "fees", "discounts", "delivery", "billingAddress")) {
            if (body.object().hasNonNull(name)) {
                Fields inner = body.object(name);
                if (inner != null && name.equals("payments")) {
                    inner.rowsIfAny("items");
                    inner.numberIfAny("total");
                } else if (inner != null && name.equals("delivery")) {
                    delivery(inner);
                }
            }
        }
    }

    private static void item(Fields item) {
        String type = item.text("type");
        item.text("sku");
        BigDecimal quantity = item.number("quantity");
        SharedRules.quantitySign(item, type, quantity);
        SharedRules.atLeastZero(item, "grossPaidPrice", item.number("grossPaidPrice"));
        SharedRules.atLeastZero(item, "taxAmount", item.numberIfAny("taxAmount"));
        SharedRules.atLeastZero(item, "taxPercent", item.numberIfAny("taxPercent"));
        for (String name : List.of("description", "articleName", "imageUrl", "targetUrl")) {
            item.textIfAny(name);
        }
        SharedRules.discounts(item);
    }

    private static void delivery(Fields delivery) {
        for (String name : List.of("method", "trackingNumber", "trackingUri")) {
            delivery.textIfAny(name);
        }
        String date = delivery.textIfAny("deliveryDate");
        try {
            if (date != null && date.length() == 10) {
                LocalDate.parse(date);
                return;
            }
        } catch (DateTimeException e) {
            delivery.error("deliveryDate", "must be a date or an ISO 8601 time with offset");
            return;
        }
        SharedRules.time(delivery, "deliveryDate", date);
    }

    private static void action(Fields action) {
        action.text("action");
        action.textIfAny("language");
        if (action.object().hasNonNull("data")) {
            action.object("data");
        }
    }
}
