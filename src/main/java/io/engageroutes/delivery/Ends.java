package io.engageroutes.delivery;

import io.engageroutes.currency.NoExchangeRate;
import io.engageroutes.engage.EngageAnswer;
import io.engageroutes.engage.EngageCircuit;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Route steps that end a message; which one is taken when is written in the routes. */
public final class Ends {

    private static final Logger LOG = LoggerFactory.getLogger(Ends.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final EngageCircuit circuit;
    private final List<Duration> gaps;
    private final int mostAttempts;
    private final Clock clock;
    private final LastFailures failures = new LastFailures();

    /**
     * @param gaps how long a message waits after its first, second, ... failure; the last one over and over
     * @param mostAttempts after how many failures, while others pass, a message is poison
     */
    public Ends(EngageCircuit circuit, List<Duration> gaps, int mostAttempts, Clock clock) {
        this.circuit = circuit;
        this.gaps = List.copyOf(gaps);
        this.mostAttempts = mostAttempts;
        this.clock = clock;
    }

    /** Engage has it. */
    public void delivered(FlowMessage message) {
        message.end(new End.Delivered());
    }

    /** There is nothing to deliver. */
    public void skipped(FlowMessage message, String reason) {
        message.end(new End.Skipped(reason));
    }

    /** The message is wrong: by our rules, by Engage's, or because it makes us fail. */
    public void dead(FlowMessage message, Exception cause) {
        if (cause instanceof RejectedReceipt rejected) {
            message.end(new End.Dead(rejected.faults(), null));
        } else if (cause instanceof NoExchangeRate missing) {
            message.end(new End.Dead(
                    List.of(new Fault("no-exchange-rate", "currency", missing.currency(), missing.getMessage())),
                    null));
        } else if (cause instanceof HttpOperationFailedException answer) {
            message.end(refused(message, answer));
        } else {
            LOG.error("The application failed on {}", message.businessKey(), cause);
            message.end(new End.Dead(
                    List.of(new Fault(
                            "failure",
                            message.kind().field(),
                            cause.toString(),
                            "the application failed on it; replay it after an update, and please report it")),
                    null));
        }
    }

    /** What Engage says of a contact may repeat what stands in it. */
    private static End.Dead refused(FlowMessage message, HttpOperationFailedException answer) {
        List<Fault> faults = EngageAnswer.faults(answer);
        return new End.Dead(
                message instanceof ContactMessage contact
                        ? PersonalValues.of(contact).hidden(faults)
                        : faults,
                EngageAnswer.describe(answer));
    }

    /**
     * Engage says that the contact is there, although it was not found: somebody creates it at this moment, so it is looked for again.
     * Dead when it is still not found in the end.
     */
    public void lookAgain(FlowMessage message, HttpOperationFailedException cause) {
        int attempts = message.attempts() + 1;
        message.failed(attempts, clock.millis());
        message.end(
                attempts >= mostAttempts
                        ? refused(message, cause)
                        : new End.Later("contact-exists", gaps.get(Math.min(attempts, gaps.size()) - 1)));
    }

    /** Engage is not there for anybody: back to the queue, and no attempt counted. */
    public void waitForEngage(FlowMessage message) {
        message.end(new End.Later("engage-away", A_MOMENT));
    }

    /** The database is not there: back to the queue once its end can be written, and no attempt counted. */
    public void waitForStorage(FlowMessage message) {
        message.end(new End.Later("storage-away", A_MOMENT));
    }

    /** Something outside is missing that will come, such as today's exchange rate: back to the queue for so long. */
    public void hold(FlowMessage message, String reason, Duration delay) {
        message.end(new End.Later(reason, delay));
    }

    /** Engage does not know the contact yet: back to the queue with growing gaps, and dead if it never comes to know it. */
    public void unknownContact(FlowMessage message) {
        missing(
                message,
                new Fault(
                        "contact-unknown",
                        "contactKeys[0]",
                        message.contactKeys().get(0).type().name(),
                        "Engage does not know this contact, asked " + (message.attempts() + 1)
                                + " times: register the contact, then replay the "
                                + message.kind().field()));
    }

    /** Engage lacks something that may come yet: back to the queue with growing gaps, and dead with this fault if it never comes. */
    void missing(FlowMessage message, Fault what) {
        int attempts = message.attempts() + 1;
        message.failed(attempts, clock.millis());
        message.end(
                attempts >= mostAttempts
                        ? new End.Dead(List.of(what), null)
                        : new End.Later(what.code(), gaps.get(Math.min(attempts, gaps.size()) - 1)));
    }

    /** Nobody knows yet whose the order is that it names: back to the queue with growing gaps, and dead if that order never comes. */
    public void unknownOrder(FlowMessage message) {
        int attempts = message.attempts() + 1;
        message.failed(attempts, clock.millis());
        if (attempts >= mostAttempts) {
            message.end(new End.Dead(
                    List.of(new Fault(
                            "order-unknown",
                            "contactOf",
                            message.entry().contactOf(),
                            "the receipt names this order and no contact, and the order never came, looked for "
                                    + attempts
                                    + " times: have the shop send the order again and replay the receipt, or replay it with"
                                    + " contactKeys; discard it if the order is older than the connection")),
                    null));
        } else {
            message.end(new End.Later("order-unknown", gaps.get(Math.min(attempts, gaps.size()) - 1)));
        }
    }

    /**
     * Engage failed on it: back to the queue with growing gaps, and dead if it keeps failing while others pass. Tells the circuit.
     *
     * <p>A 500 is how Engage answers what it cannot digest. It is taken for the message's own fault, and not for Engage being
     * away, as long as the last other message of its flow passed, even if that was before: the last one of a day may be the poison.
     */
    public void retry(FlowMessage message, Exception cause) {
        String flow = message.kind().flow();
        boolean indigestible = isAnswer500(cause) && circuit.passedSince(flow, failures.onOthersThan(message.id()));
        if (indigestible) {
            circuit.notAway();
        } else {
            circuit.failed(cause);
        }
        boolean ownFailure = indigestible || message.failedAt() == 0 || circuit.passedSince(flow, message.failedAt());
        int attempts = message.attempts() + (ownFailure ? 1 : 0);
        message.failed(attempts, clock.millis());
        failures.failed(message.id(), clock.millis());
        if (attempts >= mostAttempts) {
            message.end(new End.Dead(
                    List.of(new Fault(
                            "engage-keeps-failing",
                            "payload",
                            Integer.toString(attempts),
                            "Engage failed on this " + message.kind().field() + " " + attempts
                                    + " times while others passed; look at its answer, mend"
                                    + " the " + message.kind().field() + " if it is the cause, and replay it")),
                    EngageAnswer.describe(cause)));
        } else {
            message.end(new End.Later("engage-failed", gaps.get(Math.min(attempts, gaps.size()) - 1)));
        }
    }

    private static boolean isAnswer500(Exception cause) {
        return cause instanceof HttpOperationFailedException answer && answer.getStatusCode() == 500;
    }
}
