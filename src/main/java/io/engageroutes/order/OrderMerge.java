package io.engageroutes.order;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of an order after another message about it: what it does not say stays as it was. */
public final class OrderMerge {

    private OrderMerge() {}

    /**
     * The whole state, without an action.
     *
     * @param before what was known, or null
     */
    public static Order merge(Order before, Order message) {
        if (before == null) {
            return state(message, message);
        }
        return state(before, message);
    }

    private static Order state(Order before, Order message) {
        return new Order(
                message.orderId(),
                before.changedAt() == null || message.changedAt().isAfter(before.changedAt())
                        ? message.changedAt()
                        : before.changedAt(),
                message.contacts().isEmpty() ? before.contacts() : message.contacts(),
                either(message.basket(), before.basket()),
                either(message.status(), before.status()),
                either(message.externalStatus(), before.externalStatus()),
                either(message.paymentStatus(), before.paymentStatus()),
                either(message.channel(), before.channel()),
                message.references().isEmpty() ? before.references() : message.references(),
                either(message.language(), before.language()),
                delivery(before.delivery(), message.delivery()),
                articles(before.articles(), message.articles()),
                null);
    }

    private static Delivery delivery(Delivery before, Delivery now) {
        if (before == null || now == null) {
            return either(now, before);
        }
        return new Delivery(
                either(now.method(), before.method()),
                either(now.trackingNumber(), before.trackingNumber()),
                either(now.trackingUri(), before.trackingUri()),
                either(now.deliveryDate(), before.deliveryDate()));
    }

    private static Map<String, Article> articles(Map<String, Article> before, Map<String, Article> now) {
        Map<String, Article> all = new LinkedHashMap<>(before);
        all.putAll(now);
        return all;
    }

    private static <T> T either(T first, T second) {
        return first == null ? second : first;
    }

    /** Whether both say the same, whenever they were changed. */
    public static boolean same(Order one, Order other) {
        return one != null && other != null && at(one, other).equals(other);
    }

    /** The order as if it had been changed when the other one was. */
    private static Order at(Order order, Order other) {
        return with(order, other.changedAt(), order.status(), order.externalStatus(), order.delivery());
    }

    /** What is known once a change of status was done, and nothing else of the message. */
    public static Order withStatus(Order before, Order message) {
        Order known = before == null ? blank(message) : before;
        return with(
                known,
                message.changedAt(),
                either(message.status(), known.status()),
                either(message.externalStatus(), known.externalStatus()),
                known.delivery());
    }

    /** What is known once a change of delivery was done, and nothing else of the message. */
    public static Order withDelivery(Order before, Order message) {
        Order known = before == null ? blank(message) : before;
        return with(
                known,
                message.changedAt(),
                known.status(),
                known.externalStatus(),
                delivery(known.delivery(), message.delivery()));
    }

    private static Order blank(Order message) {
        return new Order(
                message.orderId(),
                message.changedAt(),
                message.contacts(),
                null,
                null,
                null,
                message.paymentStatus(),
                message.channel(),
                message.references(),
                message.language(),
                null,
                message.articles(),
                null);
    }

    private static Order with(
            Order order, OffsetDateTime changedAt, String status, String externalStatus, Delivery delivery) {
        return new Order(
                order.orderId(),
                changedAt,
                order.contactKeys(),
                order.basket(),
                status,
                externalStatus,
                order.paymentStatus(),
                order.channel(),
                order.references(),
                order.language(),
                delivery,
                order.articles(),
                null);
    }
}
