package io.engageroutes.console;

import io.engageroutes.delivery.DeadLetterSearch;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/** How many dead letters wait for somebody, asked of the database only now and then however often metrics are read. */
final class OpenLetters {

    static final Duration AT_MOST_EVERY = Duration.ofSeconds(15);

    private final DeadLetterSearch search;
    private final Clock clock;
    private long asked;
    private double open = Double.NaN;

    OpenLetters(DeadLetterSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
        this.asked = clock.millis() - AT_MOST_EVERY.toMillis();
    }

    /** Not a number while the database is away: an old count would hide new ones. */
    synchronized double count() {
        long now = clock.millis();
        if (now - asked >= AT_MOST_EVERY.toMillis()) {
            asked = now;
            try {
                open = search.open();
            } catch (DataAccessException away) {
                open = Double.NaN;
            }
        }
        return open;
    }
}
