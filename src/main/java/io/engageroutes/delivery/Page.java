package io.engageroutes.delivery;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many rows there are in all
 * @param limit most rows in {@code items}
 * @param offset how many rows stand before the first of {@code items}
 */
public record Page<T>(long total, int limit, long offset, List<T> items) {

    /** Which part is asked for. */
    public record Cut(int limit, long offset) {}

    static <T> Page<T> of(long total, Cut cut, List<T> items) {
        return new Page<>(total, cut.limit(), cut.offset(), items);
    }
}
