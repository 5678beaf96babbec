package io.engageroutes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands until a test moves its hands. */
public final class HandClock extends Clock {

    private final AtomicReference<Instant> now;

    public HandClock() {
        this(Instant.parse("2026-03-02T09:00:00Z"));
    }

    public HandClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public HandClock advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        return this;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this; // instants are all that is asked for
    }
}
