package io.engageroutes.gaps;

import java.util.List;

/**
 * A source's series.
 *
 * @param first the number that began it
 * @param last the highest that came
 * @param missing how many are missing
 * @param late how many did not come yet but may still
 * @param numbers the lowest that are missing
 * @param givenUp how many are not looked for any more
 * @param outside the last number that cannot belong to it, or null
 * @param outsideAt when that came, in milliseconds since 1970, or null
 * @param outsideCount how many such there were
 */
public record SeriesReport(
        String source,
        long first,
        long last,
        long missing,
        long late,
        List<MissingOrder> numbers,
        long givenUp,
        Long outside,
        Long outsideAt,
        long outsideCount) {}
