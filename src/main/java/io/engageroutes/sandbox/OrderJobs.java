package io.engageroutes.sandbox;

import io.engageroutes.sandbox.OrderJob.Kind;
import io.engageroutes.sandbox.OrderJob.Outcome;
import io.engageroutes.sandbox.OrderJob.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The jobs of asynchronous calls. They are done in the order of their calls, each once it is due: whoever looks at
 * something settles first, so that nobody can tell that no thread runs behind it.
 */
final class OrderJobs {

    private record Waiting(String jobId, Instant dueAt, Function<Instant, Outcome> work) {}

    private final Clock clock;
    private final Map<String, OrderJob> jobs = new LinkedHashMap<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final List<JobFault> faults = new ArrayList<>();

    OrderJobs(Clock clock) {
        this.clock = clock;
    }

    /** Accepts a call; its work gets the time at which it is done. */
    OrderJob accept(Kind kind, String orderId, long delayMillis, Function<Instant, Outcome> work) {
        Instant now = clock.instant();
        Instant due = now.plusMillis(delayMillis);
        OrderJob job = new OrderJob(
                UUID.randomUUID().toString(),
                kind,
                orderId,
                State.Queued,
                now.toString(),
                due.toString(),
                null,
                List.of());
        jobs.put(job.jobId(), job);
        waiting.addLast(new Waiting(job.jobId(), due, work));
        settle();
        return job;
    }

    /** Does what is due. */
    void settle() {
        Instant now = clock.instant();
        while (!waiting.isEmpty() && !waiting.getFirst().dueAt().isAfter(now)) {
            Waiting next = waiting.removeFirst();
            OrderJob job = jobs.get(next.jobId());
            jobs.put(job.jobId(), job.ended(outcome(job, next), next.dueAt()));
        }
    }

    private Outcome outcome(OrderJob job, Waiting next) {
        Optional<JobFault> fault = nextFault(job);
        if (fault.isPresent() && fault.get().state() == State.Failed) {
            return fault.get().outcome();
        }
        Outcome outcome = next.work().apply(next.dueAt());
        return fault.isPresent() && outcome.state() == State.Completed
                ? fault.get().outcome()
                : outcome;
    }

    private Optional<JobFault> nextFault(OrderJob job) {
        for (ListIterator<JobFault> all = faults.listIterator(); all.hasNext(); ) {
            JobFault fault = all.next();
            if (fault.isFor(job)) {
                JobFault left = fault.used();
                if (left == null) {
                    all.remove();
                } else {
                    all.set(left);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    Optional<OrderJob> find(String jobId) {
        return Optional.ofNullable(jobs.get(jobId));
    }

    List<OrderJob> all() {
        return List.copyOf(jobs.values());
    }

    List<JobFault> faults() {
        return faults;
    }

    void reset() {
        jobs.clear();
        waiting.clear();
        faults.clear();
    }
}
