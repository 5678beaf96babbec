package io.engageroutes.delivery;

import io.engageroutes.order.Action;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderMerge;
import io.engageroutes.receipt.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Route step that says what is to be done next for an order of version 3: first the state, then the action. It goes by what is
 * stored alone, so that it goes on where it was after a crash or a wait.
 */
public final class OrderCourse {

    private static final int MOST_STEPS = 20;
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final String LOOK = "look";
    private static final String NOTHING = "nothing";

    private final OrderStates states;
    private final OrderActions claims;
    private final Ends ends;
    private final Map<String, String> actions;
    private final LostAction whenLost;

    /** What is done about an action whose answer was lost. */
    public enum LostAction {
        /** Engage is asked: another version of the order means that it was done. */
        LOOK,
        /** It is done again. */
        REPEAT,
        /** Somebody is to decide. */
        DEAD_LETTER
    }

    /** @param actions what Engage calls each action, by our name; blank for those that are not sent */
    public OrderCourse(
            OrderStates states, OrderActions claims, Ends ends, Map<String, String> actions, LostAction whenLost) {
        this.states = states;
        this.claims = claims;
        this.ends = ends;
        this.actions = Map.copyOf(actions);
        this.whenLost = whenLost;
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
        return change != null ? change : action(message);
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
        ends.missing(
                message,
                new Fault(
                        "order-unknown",
                        "orderId",
                        message.businessKey(),
                        "Engage does not have this order, and no message brought its basket: send the whole order first, then"
                                + " replay this one"));
        return NOTHING;
    }

    private String action(OrderMessage message) {
        Action action = message.order().action();
        String name = OrderSteps.engageName(message.order(), actions);
        if (name == null || name.isBlank()) {
            return finish(message, false, name != null);
        }
        OrderActions.Key key = key(message);
        OrderActions.Claim claim = claims.find(key).orElse(null);
        if (claim != null && claim.stage() == OrderActions.Stage.done) {
            return finish(message, claim.messageId().equals(message.id()), false);
        }
        if (claim != null && !decidedAgain(message, claim) && whenLost != LostAction.REPEAT) {
            return lost(message, key, claim);
        }
        return message.versionTag() == null ? look(message) : claim(message, false);
    }

    /** Somebody replays it, knowing that the first call may have arrived. */
    static boolean decidedAgain(OrderMessage message, OrderActions.Claim claim) {
        int replays = message.entry().replays();
        return claim.messageId().equals(message.id()) ? replays > claim.replays() : replays > 0;
    }

    private String lost(OrderMessage message, OrderActions.Key key, OrderActions.Claim claim) {
        if (whenLost == LostAction.DEAD_LETTER) {
            message.end(new End.Dead(List.of(doubtful(key)), null));
            return NOTHING;
        }
        if (message.versionTag() == null) {
            return look(message);
        }
        if (message.versionTag().equals(OrderAnswers.NO_TAG)) {
            message.end(new End.Dead(List.of(doubtful(key)), null)); // nothing tells whether it was done
            return NOTHING;
        }
        if (!message.versionTag().equals(claim.versionTag())) {
            claims.done(key);
            return finish(message, claim.messageId().equals(message.id()), false);
        }
        if (!message.jobFaults().isEmpty()) {
            claims.release(key);
            message.end(new End.Dead(message.jobFaults(), null));
            return NOTHING;
        }
        return claim(message, true);
    }

    static Fault doubtful(OrderActions.Key key) {
        return new Fault(
                "action-may-be-done",
                "action.name",
                key.name(),
                "Engage's answer was lost, so the customer may have got it already: look there, and replay the order only if it is to"
                        + " be sent (again), else discard this letter");
    }

    private String look(OrderMessage message) {
        if (message.found() != OrderMessage.Found.NOT_THERE) {
            return LOOK;
        }
        if (message.target().basket() == null) {
            return unknown(message);
        }
        states.known(message.businessKey(), false); // somebody deleted it there
        return "create";
    }

    private static String claim(OrderMessage message, boolean repeated) {
        message.repeats(repeated);
        return "action";
    }

    /** The action is about to be sent. */
    public void claim(OrderMessage message) {
        claims.claim(
                key(message),
                new OrderActions.Claim(
                        OrderActions.Stage.claimed,
                        message.versionTag(),
                        message.repeats(),
                        message.id(),
                        message.entry().replays()));
    }

    static OrderActions.Key key(OrderMessage message) {
        Action action = message.order().action();
        return new OrderActions.Key(message.order().orderId(), action.name(), action.id());
    }

    private static String finish(OrderMessage message, boolean told, boolean notSent) {
        if (told || message.changedState()) {
            message.end(new End.Delivered());
        } else if (message.isOlder()) {
            message.end(new End.Skipped("superseded"));
        } else {
            message.end(notSent ? new End.Skipped("action-not-sent") : new End.Duplicate());
        }
        return NOTHING;
    }
}
