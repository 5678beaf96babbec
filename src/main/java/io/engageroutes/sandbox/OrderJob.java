package io.engageroutes.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * What became of an asynchronous call.
 *
 * @param doneAt null until it is done
 * @param errors why it failed, or what it could not do
 */
record OrderJob(
        String jobId,
        Kind kind,
        String orderId,
        State state,
        String acceptedAt,
        String dueAt,
        String doneAt,
        List<String> errors) {

    /** Which call it is from. */
    enum Kind {
        CREATE,
        REPLACE,
        DELETE,
        ACTION,
        CHANGE_STATUS,
        CHANGE_DELIVERY
    }

    /** The states, written as clients of Engage report them; they know none for a job that waits. */
    enum State {
        Queued,
        Completed,
        CompletedWithErrors,
        Failed
    }

    /** How a job ends. */
    record Outcome(State state, List<String> errors) {

        static final Outcome COMPLETED = new Outcome(State.Completed, List.of());

        static Outcome completedWithErrors(String error) {
            return new Outcome(State.CompletedWithErrors, List.of(error));
        }

        static Outcome failed(String error) {
            return new Outcome(State.Failed, List.of(error));
        }
    }

    OrderJob ended(Outcome outcome, Instant at) {
        return new OrderJob(jobId, kind, orderId, outcome.state(), acceptedAt, dueAt, at.toString(), outcome.errors());
    }
}
