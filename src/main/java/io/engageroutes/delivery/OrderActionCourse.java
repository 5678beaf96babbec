package io.engageroutes.delivery;

import static io.engageroutes.delivery.OrderCourse.LOOK;
import static io.engageroutes.delivery.OrderCourse.NOTHING;

import io.engageroutes.order.Action;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.Map;

/** What is to be done next for the action of an order whose state is as the message wants it: the customer is told once. */
final class OrderActionCourse {

    private final OrderStates states;
    private final OrderActions claims;
    private final Ends ends;
    private final Map<String, String> names;
    private final LostAction whenLost;

    /** @param names what Engage calls each action, by our name; blank for those that are not sent */
    OrderActionCourse(
            OrderStates states, OrderActions claims, Ends ends, Map<String, String> names, LostAction whenLost) {
        this.states = states;
        this.claims = claims;
        this.ends = ends;
        this.names = Map.copyOf(names);
        this.whenLost = whenLost;
    }

    /** {@code action} when it is to be sent; what comes before it; or {@code nothing} when the message has its end for now. */
    String next(OrderMessage message) {
        Action action = message.order().action();
        String name = OrderSteps.engageName(message.order(), names);
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
        return message.versionTag() == null ? look(message) : send(message, false);
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
        return send(message, true);
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
            ends.missing(message, OrderCourse.unknownOrder(message));
            return NOTHING;
        }
        states.known(message.businessKey(), false); // somebody deleted it there
        return "create";
    }

    private static String send(OrderMessage message, boolean repeated) {
        message.repeats(repeated);
        return "action";
    }

    /** The action is about to be sent. */
    void claim(OrderMessage message) {
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
