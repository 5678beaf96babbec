package io.engageroutes.order;

import java.util.Map;

/**
 * Something the customer is to be told of about an order, once.
 *
 * @param name our name for it, such as {@code order-confirmed} or {@code shipped}; a setting says what Engage calls it
 * @param id what makes it one of its name: of the order, the shipment or the refund
 * @param data texts for the message that Engage sends; may be empty
 */
public record Action(String name, String id, Map<String, String> data) {

    public Action {
        data = data == null ? Map.of() : Map.copyOf(data);
    }
}
