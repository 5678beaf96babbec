package io.engageroutes.sandbox;

import java.util.Set;

/**
 * How the simulator behaves with orders of version 3.
 *
 * @param acceptedStatus what an accepted call is answered with: 201, as the documentation says in places, or 202
 * @param jobDelayMillis how long after its call a job takes effect, in milliseconds; 0 for at once
 * @param actionChangesVersion whether an action gives its order another version tag
 * @param statuses the values that {@code status} may have; empty for any
 * @param articles the article numbers (sku) that are known; empty for any
 */
public record OrderSettings(
        int acceptedStatus,
        long jobDelayMillis,
        boolean actionChangesVersion,
        Set<String> statuses,
        Set<String> articles) {

    /** Takes any status and article; the delay is one that people can wait for. */
    static final OrderSettings DEFAULTS = new OrderSettings(202, 500, true, Set.of(), Set.of());

    public OrderSettings {
        if (acceptedStatus != 201 && acceptedStatus != 202) {
            throw new IllegalArgumentException("acceptedStatus " + acceptedStatus + ": use 201 or 202");
        }
        if (jobDelayMillis < 0 || jobDelayMillis > 3_600_000) {
            throw new IllegalArgumentException("jobDelayMillis " + jobDelayMillis + ": use 0 to 3600000");
        }
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
        articles = articles == null ? Set.of() : Set.copyOf(articles);
    }
}
