package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An action that was done: what a customer was told.
 *
 * @param versionTag of the order that the action was for
 * @param embedded whether it came in the order itself
 */
record OrderAction(
        String time,
        String orderId,
        String action,
        String language,
        JsonNode data,
        String contactId,
        String versionTag,
        boolean embedded) {

    /** The action that a body asks for, done now. */
    static OrderAction of(JsonNode body, StoredOrder order, boolean embedded, Instant now) {
        return new OrderAction(
                now.toString(),
                order.orderId(),
                body.path("action").textValue(),
                body.path("language").textValue(),
                body.get("data"),
                order.contactId(),
                order.versionTag(),
                embedded);
    }
}
