package io.engageroutes.engage;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Engage is there: opens after failures in a row, at once on a refused key or on 429, and after growing gaps lets a few
 * messages through to see. While those are on their way, the others wait for their verdict.
 */
public final class EngageCircuit {

    private static final Logger LOG = LoggerFactory.getLogger(EngageCircuit.class);
    private static final int PROBES = 3;
    private static final String RECEIPTS = "receipts";
    private static final String THERE = "Engage answers";

    private final CircuitBreaker breaker;
    private final List<Duration> gaps;
    private final Clock clock;
    private final Lock lock = new ReentrantLock();
    private final Waiting waiting = new Waiting();
    private final Map<String, Long> lastSuccess = new ConcurrentHashMap<>();
    private volatile String reason = THERE;

    /**
     * @param failuresInARow after how many failures nobody is sent any more
     * @param gaps how long to wait before trying again, the last one over and over
     * @param longestCall the longest a call can take; a probe that never came back is given up after it
     */
    public EngageCircuit(int failuresInARow, List<Duration> gaps, Duration longestCall, Clock clock) {
        this.gaps = List.copyOf(gaps);
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "engage",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(failuresInARow)
                        .minimumNumberOfCalls(failuresInARow)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .maxWaitDurationInHalfOpenState(longestCall.multipliedBy(2))
                        .waitIntervalFunctionInOpenState(attempt -> gap(attempt).toMillis())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> waiting.wake());
    }

    private Duration gap(int attempt) {
        return gaps.get(Math.max(0, Math.min(attempt, gaps.size()) - 1));
    }

    /** Calls the listener after every change between flowing, stopped and trying. */
    public void onChange(Runnable listener) {
        breaker.getEventPublisher().onStateTransition(event -> listener.run());
    }

    /**
     * Route step before a call.
     *
     * @throws EngageIsAway when nobody is to be sent at present
     */
    public void permit() {
        while (!breaker.tryAcquirePermission()) {
            if (breaker.getState() != State.HALF_OPEN) {
                throw new EngageIsAway(reason);
            }
            waiting.during(() -> breaker.getState() == State.HALF_OPEN);
        }
    }

    /** Route step: Engage answered a receipt, if only to say that it is wrong. */
    public void answered() {
        passed(RECEIPTS);
    }

    /** Route step: the same of a message of that flow. Calls of one kind may fail while those of another pass. */
    public void passed(String flow) {
        lastSuccess.put(flow, clock.millis());
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        close();
    }

    /**
     * Route step: Engage answered a question, such as whether it knows a contact or an order. It is there, but what is sent may fail
     * all the same: no message passes by it, nor does it come between failures in a row.
     */
    public void reached() {
        close();
    }

    /** One probe that comes back is enough: on a quiet day no other may follow it for hours. */
    private void close() {
        lock.lock();
        try {
            if (breaker.getState() == State.HALF_OPEN) {
                breaker.transitionToClosedState();
            }
            if (breaker.getState() == State.CLOSED) {
                reason = THERE;
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call failed for a reason that says nothing about whether Engage is there for others. */
    public void notAway() {
        breaker.releasePermission();
    }

    /** No answer, or one that says that Engage has troubles of its own. */
    public void failed(Exception cause) {
        reason = "Engage is away: " + EngageAnswer.brief(cause);
        State before = breaker.getState();
        breaker.onError(0, TimeUnit.NANOSECONDS, cause);
        if (before != State.OPEN && breaker.getState() == State.OPEN) {
            LOG.warn("{}; the flow stops and tries again by itself", reason);
        }
    }

    /** Route step: Engage does not accept the key or the address; nothing of that is the message's fault. */
    public void refused(Exception cause) {
        String why = "Engage refuses us: " + EngageAnswer.brief(cause)
                + "; check ENGAGE_API_KEY and ENGAGE_BASE_URL. Nothing is lost: the flow stops and tries again by itself";
        if (open(why, null)) {
            LOG.error(why);
        }
    }

    /** Route step: too fast (429); waits as long as Engage says, else as long as the circuit would. */
    public void throttled(Exception cause) {
        Duration pause = EngageAnswer.retryAfter(cause, clock.instant()).orElse(null);
        String why = "Engage asks us to slow down (429)" + (pause == null ? "" : ", for " + pause.toSeconds() + " s");
        if (open(why, pause)) {
            LOG.warn("{}; the flow pauses and goes on by itself", why);
        }
    }

    private boolean open(String why, Duration pause) {
        lock.lock();
        try {
            if (breaker.getState() == State.OPEN) {
                return false;
            }
            reason = why;
            if (pause == null) {
                breaker.transitionToOpenState();
            } else {
                breaker.transitionToOpenStateFor(pause);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether another message of that flow passed after that moment, in milliseconds since 1970. */
    public boolean passedSince(String flow, long millis) {
        return lastSuccess.getOrDefault(flow, 0L) > millis;
    }

    /** Whether nobody is sent at present. */
    public boolean isOpen() {
        return breaker.getState() == State.OPEN;
    }

    /** Why messages flow or do not, for people. */
    public String reason() {
        return reason;
    }

    /** Closed, open or half-open, as circuit breakers call it. */
    public String state() {
        return breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
