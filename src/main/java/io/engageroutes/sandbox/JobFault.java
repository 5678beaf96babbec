package io.engageroutes.sandbox;

import io.engageroutes.sandbox.OrderJob.Kind;
import io.engageroutes.sandbox.OrderJob.Outcome;
import io.engageroutes.sandbox.OrderJob.State;
import java.util.List;

/**
 * A failure of jobs that somebody wants to see.
 *
 * @param orderId only jobs of this order
 * @param kind only jobs of this kind
 * @param jobs how many jobs it is for; without it, it lasts until it is deleted
 * @param state {@code Failed}: the job does nothing; {@code CompletedWithErrors}: it does what it shall
 * @param error what the job tells
 */
record JobFault(String orderId, Kind kind, Integer jobs, State state, String error) {

    JobFault {
        state = state == null ? State.Failed : state;
        error = error == null ? "A failure that was set at the simulator" : error;
        if (jobs != null && jobs < 1) {
            throw new Nonsense("jobs must be above 0");
        }
        if (state != State.Failed && state != State.CompletedWithErrors) {
            throw new Nonsense("state must be Failed or CompletedWithErrors");
        }
    }

    boolean isFor(OrderJob job) {
        return (orderId == null || orderId.equals(job.orderId())) && (kind == null || kind == job.kind());
    }

    /** The same for one job less; null when there is none left. */
    JobFault used() {
        if (jobs == null) {
            return this;
        }
        return jobs == 1 ? null : new JobFault(orderId, kind, jobs - 1, state, error);
    }

    Outcome outcome() {
        return new Outcome(state, List.of(error));
    }
}
