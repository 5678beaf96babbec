package io.engageroutes.delivery;

import io.engageroutes.engage.OrderPayloadV2;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderMerge;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Route steps for orders of version 2, where Engage stores nothing: a complete order is sent each time that a customer is to be told,
 * by an action or a changed status, and never twice for the same.
 */
public final class OrderTriggers {

    private static final String OF_STATUS = ":status"; // no action can be called so
    private static final String NOTHING = "nothing";

    private final OrderStates states;
    private final OrderActions claims;
    private final Ends ends;
    private final Map<String, String> actions;
    private final LostAction whenLost;
    private final Map<String, String> statuses;
    private final String usualPayment;
    private final OrderPayloadV2 payload;
    private final Function<OrderMessage, String> language;

    /**
     * @param actions what Engage calls each action, by our name; blank for those that are not sent
     * @param statuses what Engage calls a status, by the action's or the order's; blank for those that trigger nothing
     * @param usualPayment the payment status of an order whose source says none
     * @param language of the customer, or null
     */
    public OrderTriggers(
            OrderStates states,
            OrderActions claims,
            Ends ends,
            Map<String, String> actions,
            LostAction whenLost,
            Map<String, String> statuses,
            String usualPayment,
            OrderPayloadV2 payload,
            Function<OrderMessage, String> language) {
        this.states = states;
        this.claims = claims;
        this.ends = ends;
        this.actions = Map.copyOf(actions);
        this.whenLost = whenLost;
        this.statuses = Map.copyOf(statuses);
        this.usualPayment = usualPayment;
        this.payload = payload;
        this.language = language;
    }

    /** What is to be sent, and under which status. */
    private record Trigger(OrderActions.Key key, String status) {}

    /** {@code send} with the payload made, or {@code nothing} when the message has its end for now. */
    public String next(OrderMessage message) {
        Trigger trigger = trigger(message);
        if (trigger == null) {
            return nothingToTell(message, message.order().action() != null);
        }
        OrderActions.Claim claim = claims.find(trigger.key()).orElse(null);
        if (claim != null && claim.stage() == OrderActions.Stage.done) {
            if (claim.messageId().equals(message.id())) {
                message.end(new End.Delivered());
                return NOTHING;
            }
            return nothingToTell(message, false);
        }
        if (claim != null && whenLost != LostAction.REPEAT && !OrderActionCourse.decidedAgain(message, claim)) {
            message.end(new End.Dead(List.of(OrderActionCourse.doubtful(trigger.key())), null));
            return NOTHING;
        }
        return payload(message, trigger);
    }

    private String payload(OrderMessage message, Trigger trigger) {
        Order order = message.target();
        if (order.basket() == null) {
            ends.missing(
                    message,
                    new Fault(
                            "order-unknown",
                            "orderId",
                            order.orderId(),
                            "no message brought the basket of this order yet, and Engage stores none in version 2: send the whole"
                                    + " order first, then replay this one"));
            return NOTHING;
        }
        String payment = order.paymentStatus() == null ? usualPayment : order.paymentStatus();
        message.toSend(payload.json(
                order,
                message.priced(),
                message.rate(),
                trigger.status(),
                statuses.getOrDefault(payment, payment),
                language.apply(message),
                message.order().action()));
        return "send";
    }

    /** It is about to be sent. */
    public void claim(OrderMessage message) {
        claims.claim(
                trigger(message).key(),
                new OrderActions.Claim(
                        OrderActions.Stage.claimed,
                        null,
                        false,
                        message.id(),
                        message.entry().replays()));
    }

    /** Null when the message tells the customer nothing. */
    private Trigger trigger(OrderMessage message) {
        Order order = message.order();
        String action = OrderSteps.engageName(order, actions);
        if (action != null && !action.isBlank()) {
            String status = status(order.action().name(), message.target());
            if (status != null && !status.isBlank()) {
                return new Trigger(OrderActionCourse.key(message), status);
            }
        } else if (action == null && !message.isOlder() && statusChanged(message)) {
            String status = status(null, message.target());
            if (status != null && !status.isBlank()) {
                String id = ContentHash.of(message.target().status()
                        + '\n'
                        + message.target().externalStatus()
                        + '\n'
                        + order.changedAt().toInstant());
                return new Trigger(new OrderActions.Key(order.orderId(), OF_STATUS, id), status);
            }
        }
        return null;
    }

    private static boolean statusChanged(OrderMessage message) {
        Order before = message.state().order();
        return !Objects.equals(
                        before == null ? null : before.status(),
                        message.target().status())
                || !Objects.equals(
                        before == null ? null : before.externalStatus(),
                        message.target().externalStatus());
    }

    private String status(String action, Order order) {
        if (action != null && statuses.containsKey(action)) {
            return statuses.get(action);
        }
        String own = order.status() == null ? order.externalStatus() : order.status();
        return own == null ? action : statuses.getOrDefault(own, own);
    }

    private String nothingToTell(OrderMessage message, boolean notSent) {
        boolean changed = !message.isOlder() && !OrderMerge.same(message.state().order(), message.target());
        if (changed) {
            states.confirm(message.target(), false, message.id());
        }
        if (changed || message.changedState()) {
            message.end(new End.Skipped("nothing-to-tell"));
        } else if (message.isOlder()) {
            message.end(new End.Skipped("superseded"));
        } else {
            message.end(notSent ? new End.Skipped("action-not-sent") : new End.Duplicate());
        }
        return NOTHING;
    }

    /** Engage has it. */
    public void sent(OrderMessage message) {
        claims.done(trigger(message).key());
        if (!message.isOlder()) {
            states.confirm(message.target(), false, message.id());
        }
        message.end(new End.Delivered());
    }

    /**
     * It was not accepted, or nobody knows.
     *
     * @throws Exception what came, for the policy to deal with
     */
    public void failed(OrderMessage message, Exception cause) throws Exception {
        if (OrderAnswers.certainlyNotDone(cause)) {
            claims.release(trigger(message).key(), cause);
        }
        throw cause;
    }
}
