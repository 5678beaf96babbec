package io.engageroutes.reconcile;

import java.time.LocalDate;

/**
 * Some business days in a row.
 *
 * @param first null for no limit
 * @param last null for no limit; counts too
 */
public record Period(LocalDate first, LocalDate last) {

    boolean holds(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** What of these days lies in this period; null when none does. */
    Period cut(LocalDate from, LocalDate until) {
        LocalDate begin = first == null || from.isAfter(first) ? from : first;
        LocalDate end = last == null || until.isBefore(last) ? until : last;
        return begin.isAfter(end) ? null : new Period(begin, end);
    }
}
