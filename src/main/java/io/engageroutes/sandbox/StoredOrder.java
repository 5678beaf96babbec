package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An order as Engage stores it; its body is never changed once it is made.
 *
 * @param contactId the contact that was found when the order was written, or null
 * @param versionTag another one after each write
 */
record StoredOrder(String orderId, ObjectNode body, String contactId, String versionTag) {

    /** What is posted becomes what is stored: as it came, with what Engage adds. */
    static StoredOrder of(String orderId, ObjectNode posted, String contactId, Instant now) {
        ObjectNode body = posted.deepCopy();
        body.remove("action");
        body.remove("versionTag");
        body.put("orderId", orderId);
        if (!body.hasNonNull("type")) {
            body.put("type", isReturn(body) ? "return" : "purchase");
        }
        if (!body.hasNonNull("lastChangedAt")) {
            body.put("lastChangedAt", now.toString());
        }
        return new StoredOrder(orderId, body, contactId, newTag());
    }

    private static boolean isReturn(ObjectNode body) {
        JsonNode items = body.path("lineItems").path("items");
        for (JsonNode item : items) {
            if (!"RETURN".equals(item.path("type").textValue())) {
                return false;
            }
        }
        return !items.isEmpty();
    }

    /** The order with some fields changed now. */
    StoredOrder with(ObjectNode changes, Instant now) {
        ObjectNode changed = body.deepCopy();
        changed.setAll(changes);
        changed.put("lastChangedAt", now.toString());
        return new StoredOrder(orderId, changed, contactId, newTag());
    }

    StoredOrder withNewTag() {
        return new StoredOrder(orderId, body, contactId, newTag());
    }

    private static String newTag() {
        return UUID.randomUUID().toString();
    }

    /** As a client gets it. */
    ObjectNode shown() {
        return body.deepCopy().put("versionTag", versionTag);
    }
}
