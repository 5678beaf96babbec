package io.engageroutes.gaps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * The numbers that came of one running series, as runs without a gap, so that it needs room for its gaps only. The first number that
 * came begins it. Belongs to one thread.
 */
final class Series {

    private final long mostJump;
    private final int mostRuns;
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private long givenUp;

    /**
     * An empty one.
     *
     * @param mostJump how far above the highest a number may be; one beyond is no order number of this series
     * @param mostRuns more are too many to be gaps: the lowest gaps are given up
     */
    Series(long mostJump, int mostRuns) {
        this.mostJump = mostJump;
        this.mostRuns = mostRuns;
    }

    /**
     * Numbers without a gap.
     *
     * @param seenAt when the earliest of them came, in milliseconds since 1970
     */
    record Run(long first, long last, long seenAt) {}

    /** Missing numbers without one that came between them. */
    record Gap(long first, long last, long since) {

        long size() {
            return last - first + 1;
        }
    }

    /** What a number is to the series. */
    enum Place {
        NEW,
        KNOWN,
        /** Below the first or far above the last. */
        OUTSIDE
    }

    /** Takes up what {@link #runs} gave. */
    void add(Collection<Run> known) {
        known.forEach(run -> runs.put(run.first(), run));
    }

    Place note(long number, long at) {
        if (runs.isEmpty()) {
            runs.put(number, new Run(number, number, at));
            return Place.NEW;
        }
        var below = runs.floorEntry(number);
        if (below == null || number - last() > mostJump) {
            return Place.OUTSIDE;
        }
        if (number <= below.getValue().last()) {
            return Place.KNOWN;
        }
        insert(below.getValue(), new Run(number, number, at));
        while (runs.size() > mostRuns) {
            giveUpTheLowestGap();
        }
        return Place.NEW;
    }

    private void insert(Run below, Run number) {
        Run run = number;
        if (below.last() + 1 == number.first()) {
            run = joined(below, run);
        }
        Run above = runs.get(number.last() + 1);
        if (above != null) {
            runs.remove(above.first());
            run = joined(run, above);
        }
        runs.put(run.first(), run);
    }

    private void giveUpTheLowestGap() {
        Run lowest = runs.pollFirstEntry().getValue();
        Run next = runs.pollFirstEntry().getValue();
        givenUp += next.first() - lowest.last() - 1;
        runs.put(lowest.first(), joined(lowest, next));
    }

    private static Run joined(Run lower, Run upper) {
        return new Run(lower.first(), upper.last(), Math.min(lower.seenAt(), upper.seenAt()));
    }

    /** Those that a higher number passed at that time or before, lowest first. */
    List<Gap> gaps(long passedBy) {
        Deque<Gap> gaps = new ArrayDeque<>();
        long since = Long.MAX_VALUE;
        Run upper = null;
        for (Run run : runs.descendingMap().values()) {
            if (upper != null) {
                since = Math.min(since, upper.seenAt());
                if (since <= passedBy) {
                    gaps.addFirst(new Gap(run.last() + 1, upper.first() - 1, since));
                }
            }
            upper = run;
        }
        return new ArrayList<>(gaps);
    }

    /** Whether a higher number came and this one did not. */
    boolean isMissing(long number) {
        var below = runs.floorEntry(number);
        return below != null && number > below.getValue().last() && number < last();
    }

    List<Run> runs() {
        return List.copyOf(runs.values());
    }

    long last() {
        return runs.lastEntry().getValue().last();
    }

    /** How many missing ones are not looked for any more, since this was made. */
    long givenUp() {
        return givenUp;
    }
}
