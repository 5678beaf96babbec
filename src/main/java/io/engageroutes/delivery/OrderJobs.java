package io.engageroutes.delivery;

import io.engageroutes.engage.EngageAnswer;
import io.engageroutes.engage.OrderReply;
import io.engageroutes.receipt.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Route steps for the jobs by which Engage does what it accepted. */
public final class OrderJobs {

    private final OrderStates states;
    private final OrderActions claims;
    private final OrderAnswers answers;
    private final List<Duration> gaps;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param gaps how long to wait before asking for the first, second, ... time; the last one over and over
     * @param patience after which a job counts as one that never ends
     */
    public OrderJobs(
            OrderStates states,
            OrderActions claims,
            OrderAnswers answers,
            List<Duration> gaps,
            Duration patience,
            Clock clock) {
        this.states = states;
        this.claims = claims;
        this.answers = answers;
        this.gaps = List.copyOf(gaps);
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether the job is to be asked after now; else the message waits without holding up others. */
    public boolean isDue(OrderMessage message) {
        long waited = clock.millis() - job(message).since();
        if (waited >= gaps.get(0).toMillis()) {
            return true;
        }
        message.end(new End.Later("job-runs", gaps.get(0).minusMillis(waited)));
        return false;
    }

    /** The job's id, for its address. */
    public String id(OrderMessage message) {
        return job(message).id();
    }

    private static OrderStates.Job job(OrderMessage message) {
        return message.state().job();
    }

    /** Engage says how it stands with the job. */
    public void says(OrderMessage message, String body) {
        List<Fault> errors = OrderReply.jobErrors(body);
        if (!errors.isEmpty()) {
            failed(message, errors, body, OrderReply.isPartly(body));
        } else if (OrderReply.isComplete(body)) {
            completed(message);
        } else {
            runs(message);
        }
    }

    /** A redirect to the order: the job is done, if perhaps not all of it. */
    public void redirects(OrderMessage message, HttpOperationFailedException answer) {
        List<Fault> errors = OrderReply.jobErrors(answer.getResponseBody());
        if (errors.isEmpty()) {
            completed(message);
        } else {
            failed(message, errors, EngageAnswer.describe(answer), OrderReply.isPartly(answer.getResponseBody()));
        }
    }

    /** Any other answer: the job failed. */
    public void refuses(OrderMessage message, HttpOperationFailedException answer) {
        List<Fault> errors = OrderReply.jobErrors(answer.getResponseBody());
        failed(message, errors.isEmpty() ? EngageAnswer.faults(answer) : errors, EngageAnswer.describe(answer), false);
    }

    /** Engage knows no such job: what it was for is done again, an action only after a look. */
    public void unknown(OrderMessage message) {
        doubt(message);
        states.forgetJob(message.businessKey());
    }

    private void completed(OrderMessage message) {
        if (job(message).messageId().equals(message.id())) {
            answers.done(message, job(message).purpose());
        } else {
            states.forgetJob(message.businessKey());
        }
    }

    private void runs(OrderMessage message) {
        long waited = clock.millis() - job(message).since();
        if (waited > patience.toMillis()) {
            doubt(message);
            states.forgetJob(message.businessKey());
            message.end(new End.Dead(
                    List.of(new Fault(
                            "job-never-ended",
                            "job",
                            job(message).id(),
                            "Engage accepted it (" + job(message).purpose() + ") and has not done it in "
                                    + patience.toMinutes() + " minutes: look there, then replay the order")),
                    null));
            return;
        }
        message.end(new End.Later("job-runs", gap(waited)));
    }

    /** The gap after those that are over, so that nothing has to be counted. */
    private Duration gap(long waited) {
        long over = 0;
        for (Duration gap : gaps) {
            over += gap.toMillis();
            if (over > waited) {
                return gap;
            }
        }
        return gaps.get(gaps.size() - 1);
    }

    private void doubt(OrderMessage message) {
        if (isOwnAction(message)) {
            claims.doubt(OrderActionCourse.key(message));
        }
    }

    private static boolean isOwnAction(OrderMessage message) {
        return job(message).purpose().equals("action")
                && job(message).messageId().equals(message.id());
    }

    private void failed(OrderMessage message, List<Fault> faults, String said, boolean partly) {
        String purpose = job(message).purpose();
        boolean own = job(message).messageId().equals(message.id());
        boolean repeated = isOwnAction(message)
                && claims.find(OrderActionCourse.key(message))
                        .filter(OrderActions.Claim::repeated)
                        .isPresent();
        states.forgetJob(message.businessKey());
        if (!own) {
            return;
        }
        if (purpose.equals("create") && !partly && message.jobFaults().isEmpty() || repeated && !partly) {
            // it may be there by an earlier call whose answer was lost
            message.jobFailed(faults);
            message.found(OrderMessage.Found.NOT_ASKED, null);
            if (repeated) {
                claims.doubt(OrderActionCourse.key(message));
            }
            return;
        }
        if (purpose.equals("action") && !partly) {
            claims.release(OrderActionCourse.key(message));
        }
        message.end(new End.Dead(faults, said));
    }
}
