package io.engageroutes.reconcile;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One register of one store on one business day: what is compared with each other.
 *
 * @param register null where a feed names none
 */
public record Till(String store, String register, LocalDate day) implements Comparable<Till> {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Till> ORDER =
            Comparator.comparing(Till::day).thenComparing(Till::store, TEXT).thenComparing(Till::register, TEXT);

    @Override
    public int compareTo(Till other) {
        return ORDER.compare(this, other);
    }
}
