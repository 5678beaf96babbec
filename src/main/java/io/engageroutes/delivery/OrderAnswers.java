package io.engageroutes.delivery;

import io.engageroutes.engage.OrderReply;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderMerge;
import io.engageroutes.receipt.Fault;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Set;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Route steps that note what Engage answered to a call about an order. */
public final class OrderAnswers {

    /** A gateway in between gave up, or Engage took too long: the call may have arrived all the same. */
    private static final Set<Integer> UNCERTAIN = Set.of(408, 502, 504);

    /** The order has no contact: Engage looks for it only when an order is stored. */
    private static final int NO_CONTACT = 422;

    private static final int MOST_STALE_TAGS = 4;

    /** Of an order that Engage shows without a version. */
    static final String NO_TAG = "";

    private final OrderStates states;
    private final OrderActions claims;
    private final Ends ends;
    private final Clock clock;

    public OrderAnswers(OrderStates states, OrderActions claims, Ends ends, Clock clock) {
        this.states = states;
        this.claims = claims;
        this.ends = ends;
        this.clock = clock;
    }

    /** Engage has the order, and shows it. */
    public void found(OrderMessage message, String body) {
        String tag = OrderReply.versionTag(body);
        message.found(
                OrderMessage.Found.THERE, tag == null ? NO_TAG : tag); // else it would be looked for over and over
    }

    /** Engage has no such order. */
    public void notFound(OrderMessage message) {
        message.found(OrderMessage.Found.NOT_THERE, null);
        states.known(message.businessKey(), false);
    }

    /** There is one already: the answer to an earlier call was lost. */
    public void exists(OrderMessage message) {
        message.found(OrderMessage.Found.THERE, null);
    }

    /** Engage works on it, or (without a job) has done it. */
    public void accepted(OrderMessage message, String step, String body, String location) {
        if (step.equals("action")) {
            claims.done(OrderActionCourse.key(message));
        }
        message.renewTag();
        String job = OrderReply.job(body, location);
        if (job == null) {
            done(message, step);
            return;
        }
        states.begin(message.businessKey(), new OrderStates.Job(job, step, message.id(), clock.millis()));
    }

    /** Enters what a step brought about. */
    void done(OrderMessage message, String step) {
        Order before = message.state().order();
        switch (step) {
            case "create", "replace" -> states.confirm(message.target(), true, message.id());
            case "change-status" -> states.confirm(OrderMerge.withStatus(before, message.order()), true, message.id());
            case "change-delivery" ->
                states.confirm(OrderMerge.withDelivery(before, message.order()), true, message.id());
            default -> states.forgetJob(message.businessKey());
        }
    }

    /** The order has another version by now, or Engage does not have it: the next look tells which. */
    public void stale(OrderMessage message) {
        if (!message.repeats()) {
            claims.release(OrderActionCourse.key(message));
        }
        message.renewTag();
        if (message.staleTag() >= MOST_STALE_TAGS) {
            ends.missing(
                    message,
                    new Fault(
                            "order-keeps-changing",
                            "versionTag",
                            null,
                            "Engage says each time that the order has another version by now: see who changes it, then replay the"
                                    + " order"));
        }
    }

    /**
     * An action was not accepted, or nobody knows: only what certainly did not arrive may be sent again without a look.
     *
     * @throws Exception what came, for the policy to deal with
     */
    public void failed(OrderMessage message, Exception cause) throws Exception {
        if (cause instanceof HttpOperationFailedException answer && answer.getStatusCode() == NO_CONTACT) {
            states.again(message.businessKey());
        }
        if (!message.repeats() && certainlyNotDone(cause)) {
            claims.release(OrderActionCourse.key(message), cause);
        }
        throw cause;
    }

    static boolean certainlyNotDone(Exception cause) {
        if (cause instanceof HttpOperationFailedException answer) {
            return !UNCERTAIN.contains(answer.getStatusCode());
        }
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException;
    }
}
