package io.engageroutes.sandbox;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A token bucket per API key: it holds one second's calls and fills steadily. */
final class RateLimit {

    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** Takes one call of a key, or says no; a limit of 0 is none. */
    synchronized boolean take(String key, int perSecond) {
        if (perSecond == 0) {
            return true;
        }
        if (buckets.size() > MOST_KEYS) {
            buckets.clear();
        }
        Bucket bucket = buckets.computeIfAbsent(key, unused -> new Bucket(clock.millis(), perSecond * 1000L));
        return bucket.take(clock.millis(), perSecond);
    }

    synchronized void reset() {
        buckets.clear();
    }

    /** Counts in thousandths of a call, so that a millisecond adds a whole number. */
    private static final class Bucket {

        private long filledAt;
        private long thousandths;

        Bucket(long now, long thousandths) {
            this.filledAt = now;
            this.thousandths = thousandths;
        }

        boolean take(long now, int perSecond) {
            // More than a second fills it anyway; the cap also keeps the product small.
            long passed = Math.min(Math.max(0, now - filledAt), 1000);
            thousandths = Math.min(perSecond * 1000L, thousandths + passed * perSecond);
            filledAt = now;
            if (thousandths < 1000) {
                return false;
            }
            thousandths -= 1000;
            return true;
        }
    }
}
