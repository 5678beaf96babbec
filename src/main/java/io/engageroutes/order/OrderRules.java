package io.engageroutes.order;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a canonical order must be before it is sent. No contact key at all is not a fault: such an order is skipped later. */
public final class OrderRules {

    private static final int LONGEST_ID = 100;
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,5}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Supplier<ReceiptRules> baskets;

    /** @param baskets the rules of the moment for what was bought */
    public OrderRules(Supplier<ReceiptRules> baskets) {
        this.baskets = baskets;
    }

    /** @throws RejectedReceipt with all its faults when it has any */
    public void check(Order order) {
        List<Fault> faults = faults(order);
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
    }

    /** Everything that is wrong with the order; empty when nothing is. */
    public List<Fault> faults(Order order) {
        List<Fault> faults = new ArrayList<>();
        id(faults, "orderId", order.orderId(), "the id by which the same order is known again");
        if (order.changedAt() == null) {
            faults.add(missing("changedAt", "when the order was last changed, with offset"));
        }
        if (order.basket() == null
                && order.status() == null
                && order.externalStatus() == null
                && order.delivery() == null
                && order.action() == null) {
            faults.add(
                    new Fault(
                            "order-says-nothing",
                            "order",
                            null,
                            "must bring a basket, a status, a delivery or an action; leave the message out if nothing changed"));
        }
        if (order.action() != null) {
            action(faults, order.action());
        }
        if (order.basket() != null) {
            basket(faults, order);
        }
        return List.copyOf(faults);
    }

    private void basket(List<Fault> faults, Order order) {
        for (Fault fault : baskets.get().faults(order.basket())) {
            faults.add(fault.below("basket"));
        }
        if (order.orderId() != null && !order.orderId().equals(order.basket().uniqueId())) {
            faults.add(new Fault(
                    "basket-of-another-order",
                    "basket.uniqueId",
                    order.basket().uniqueId(),
                    "must be the order's own id, " + order.orderId()));
        }
    }

    private static void action(List<Fault> faults, Action action) {
        if (action.name() == null || !ACTION.matcher(action.name()).matches()) {
            faults.add(
                    new Fault(
                            "action-name-invalid",
                            "action.name",
                            action.name(),
                            "must be small letters and hyphens such as order-confirmed; orders.actions says what Engage calls it"));
        }
        id(faults, "action.id", action.id(), "what makes the action one of its name, such as the shipment's id");
    }

    private static void id(List<Fault> faults, String place, String id, String meaning) {
        if (id == null || id.isBlank()) {
            faults.add(missing(place, meaning));
        } else if (id.length() > LONGEST_ID) {
            faults.add(new Fault(
                    "id-too-long",
                    place,
                    id,
                    "must have at most " + LONGEST_ID + " characters, it has " + id.length()));
        } else if (CONTROL.matcher(id).find()) {
            faults.add(new Fault(
                    "text-invalid",
                    place,
                    CONTROL.matcher(id).replaceAll("?"),
                    "must be without control characters (shown as ?)"));
        }
    }

    private static Fault missing(String place, String meaning) {
        return new Fault("field-missing", place, null, "must be given: " + meaning);
    }
}
