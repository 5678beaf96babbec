package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.sandbox.IntegrationLog.Level;
import io.engageroutes.sandbox.OrderJob.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The orders that Engage stores, and the actions that were done for them; what each job does when it is due. */
final class OrderBook {

    private static final String UNKNOWN = "There is no order with this orderId";

    private final ContactRegister contacts;
    private final Stores stores;
    private final IntegrationLog log;
    private final Map<String, StoredOrder> orders = new LinkedHashMap<>();
    private final List<OrderAction> actions = new ArrayList<>();

    OrderBook(ContactRegister contacts, Stores stores, IntegrationLog log) {
        this.contacts = contacts;
        this.stores = stores;
        this.log = log;
    }

    Optional<StoredOrder> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    List<StoredOrder> all() {
        return List.copyOf(orders.values());
    }

    List<OrderAction> actions() {
        return List.copyOf(actions);
    }

    Outcome create(String orderId, ObjectNode posted, Set<String> articles, Instant now) {
        if (orders.containsKey(orderId)) {
            return Outcome.failed("There is an order with this orderId already");
        }
        StoredOrder order = store(orderId, posted, articles, now);
        if (!posted.hasNonNull("action")) {
            return Outcome.COMPLETED;
        }
        if (order.contactId() == null) {
            return Outcome.completedWithErrors("The action was not done: the order has no contact");
        }
        actions.add(OrderAction.of(posted.get("action"), order, true, now));
        return Outcome.COMPLETED;
    }

    Outcome replace(String orderId, ObjectNode posted, Set<String> articles, Instant now) {
        if (!orders.containsKey(orderId)) {
            return Outcome.failed(UNKNOWN);
        }
        store(orderId, posted, articles, now);
        return Outcome.COMPLETED;
    }

    private StoredOrder store(String orderId, ObjectNode posted, Set<String> articles, Instant now) {
        StoredOrder order = StoredOrder.of(
                orderId,
                posted,
                contacts.matching(posted.path("contact")).map(Contact::id).orElse(null),
                now);
        if (order.contactId() == null) {
            warn("Contact is missing", orderId);
        }
        String store = posted.path("externalStoreId").asText();
        if (!stores.knows(store)) {
            warn("Store is missing: " + store, orderId);
        }
        for (JsonNode item : posted.path("lineItems").path("items")) {
            String sku = item.path("sku").asText();
            if (!articles.isEmpty() && !articles.contains(sku)) {
                warn("Article is missing: " + sku, orderId);
            }
        }
        orders.put(orderId, order);
        return order;
    }

    private void warn(String text, String orderId) {
        log.addForOrder(Level.WARNING, text, orderId);
    }

    Outcome delete(String orderId) {
        return orders.remove(orderId) == null ? Outcome.failed(UNKNOWN) : Outcome.COMPLETED;
    }

    /** Changes some fields of an order. */
    Outcome change(String orderId, ObjectNode changes, Instant now) {
        StoredOrder order = orders.get(orderId);
        if (order == null) {
            return Outcome.failed(UNKNOWN);
        }
        orders.put(orderId, order.with(changes, now));
        return Outcome.COMPLETED;
    }

    /** Changes some fields of an order's delivery. */
    Outcome changeDelivery(String orderId, ObjectNode changes, Instant now) {
        ObjectNode delivery = Json.MAPPER.createObjectNode();
        if (orders.containsKey(orderId) && orders.get(orderId).body().get("delivery") instanceof ObjectNode before) {
            delivery.setAll(before);
        }
        delivery.setAll(changes);
        ObjectNode change = Json.MAPPER.createObjectNode();
        change.set("delivery", delivery);
        return change(orderId, change, now);
    }

    Outcome act(String orderId, ObjectNode body, boolean changesVersion, Instant now) {
        StoredOrder order = orders.get(orderId);
        if (order == null) {
            return Outcome.failed(UNKNOWN);
        }
        if (!order.versionTag().equals(body.path("versionTag").textValue())) {
            return Outcome.failed("The order has another versionTag by now");
        }
        if (order.contactId() == null) {
            return Outcome.failed("The order has no contact");
        }
        actions.add(OrderAction.of(body, order, false, now));
        if (changesVersion) {
            orders.put(orderId, order.withNewTag());
        }
        return Outcome.COMPLETED;
    }

    void reset() {
        orders.clear();
        actions.clear();
    }
}
