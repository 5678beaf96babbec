package io.engageroutes.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.springframework.dao.DataAccessException;

/** How many order numbers are missing of each source, asked of the database only now and then however often metrics are read. */
final class MissingOrderGauges {

    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(15);

    private final MeterRegistry metrics;
    private final Clock clock;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private volatile ToLongFunction<String> missing = source -> 0;

    MissingOrderGauges(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    void of(ToLongFunction<String> missingOfSource) {
        this.missing = missingOfSource;
    }

    /** From now on there is a gauge for this source. */
    void show(String source) {
        if (shown.add(source)) {
            Gauge.builder("engage.routes.orders.missing", new Count(source), Count::value)
                    .description("Order numbers of a source that did not come although higher ones did")
                    .tag("source", source)
                    .strongReference(true)
                    .register(metrics);
        }
    }

    private final class Count {

        private final String source;
        private long asked = Long.MIN_VALUE / 2;
        private double value;

        Count(String source) {
            this.source = source;
        }

        /** Not a number while the database is away: an old count would hide new ones. */
        synchronized double value() {
            long now = clock.millis();
            if (now - asked >= AT_MOST_EVERY.toMillis()) {
                asked = now;
                try {
                    value = missing.applyAsLong(source);
                } catch (DataAccessException away) {
                    value = Double.NaN;
                }
            }
            return value;
        }
    }
}
