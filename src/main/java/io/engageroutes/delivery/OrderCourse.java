package io.engageroutes.delivery;

import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderMerge;
import io.engageroutes.receipt.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Route step that says what is to be done next for an order of version 3: first the state, then the action. It goes by what is
 * stored alone, so that it goes on where it was after a crash or a wait.
 */
public final class OrderCourse {

    private static final int MOST_STEPS = 20;
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    static final String LOOK = "look";
    static final String NOTHING = "nothing";

    private final OrderStates states;
    private final Ends ends;
    private final OrderActionCourse actions;

    /** @param actions what Engage calls each action, by our name; blank for those that are not sent */
    public OrderCourse(
            OrderStates states, OrderActions claims, Ends ends, Map<String, String> actions, LostAction whenLost) {
        this.states = states;
        this.ends = ends;
        this.actions = new OrderActionCourse(states, claims, ends, actions, whenLost);
    }

    /**
     * The next step: {@code job}, {@code look}, {@code create}, {@code replace}, {@code change-status}, {@code change-delivery},
     * {@code action}; or {@code nothing} when the message has its end for now.
     */
    public String next(OrderMessage message) {
        String orderId = message.order().orderId();
        OrderStates.State state = states.find(orderId);
        message.stands(state, message.isOlder() ? state.order() : OrderMerge.merge(state.order(), message.order()));
        if (message.nextStep() > MOST_STEPS) {
            message.end(new End.Later("order-in-motion", A_WHILE));
            return NOTHING;
        }
        if (state.job() != null) {
            return "job";
        }
        boolean again = state.again() && message.target().basket() != null;
        String change = again ? store(message) : message.isOlder() ? null : change(message);
        return change != null ? change : actions.next(message);
    }

    /** Route step: the action is about to be sent. */
    public void claim(OrderMessage message) {
        actions.claim(message);
    }

    private String change(OrderMessage message) {
        Order before = message.state().order();
        Order target = message.target();
        if (OrderMerge.same(before, target)) {
            return null;
        }
        boolean whole = message.order().basket() != null;
        if (whole || message.found() == OrderMessage.Found.NOT_THERE && target.basket() != null) {
            return store(message);
        }
        if (before == null
                || !Objects.equals(before.status(), target.status())
                || !Objects.equals(before.externalStatus(), target.externalStatus())) {
            if (target.status() != null || target.externalStatus() != null) {
                return unlessUnknown(message, "change-status");
            }
        }
        if (!Objects.equals(before == null ? null : before.delivery(), target.delivery()) && says(target.delivery())) {
            return unlessUnknown(message, "change-delivery");
        }
        if (message.state().known() && target.basket() != null) {
            return "replace";
        }
        states.confirm(target, message.state().known(), message.state().messageId()); // nothing that could be sent
        message.stands(states.find(target.orderId()), target);
        return null;
    }

    private static boolean says(Delivery delivery) {
        return delivery != null
                && (delivery.method() != null
                        || delivery.trackingNumber() != null
                        || delivery.trackingUri() != null
                        || delivery.deliveryDate() != null);
    }

    private String store(OrderMessage message) {
        if (message.found() == OrderMessage.Found.NOT_THERE) {
            if (!message.jobFaults().isEmpty()) {
                message.end(new End.Dead(message.jobFaults(), null));
                return NOTHING;
            }
            return "create";
        }
        return message.state().known() || message.found() == OrderMessage.Found.THERE ? "replace" : LOOK;
    }

    private String unlessUnknown(OrderMessage message, String step) {
        return message.found() == OrderMessage.Found.NOT_THERE ? unknown(message) : step;
    }

    private String unknown(OrderMessage message) {
        ends.missing(message, unknownOrder(message));
        return NOTHING;
    }

    static Fault unknownOrder(OrderMessage message) {
        return new Fault(
                "order-unknown",
                "orderId",
                message.businessKey(),
                "Engage does not have this order, and no message brought its basket: send the whole order first, then"
                        + " replay this one");
    }
}
