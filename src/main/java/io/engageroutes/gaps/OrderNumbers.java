package io.engageroutes.gaps;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The running order numbers that shops gave, and which of them never came. */
public final class OrderNumbers {

    private static final Logger LOG = LoggerFactory.getLogger("io.engageroutes.gaps");
    private static final int MOST_RUNS = 1000;
    private static final int MOST_SHOWN = 40;

    private final TransactionTemplate transaction;
    private final SeriesTable table;
    private final Clock clock;
    private final Limits limits;
    private final Consumer<String> begun;

    /**
     * How numbers are judged.
     *
     * @param mostJump how far above the highest a number may be
     * @param after how long a number may be late before it is missing
     */
    public record Limits(long mostJump, Duration after) {}

    /** @param begun is told the source whenever a number of it came */
    public OrderNumbers(
            TransactionTemplate transaction,
            JdbcTemplate database,
            Clock clock,
            Limits limits,
            Consumer<String> begun) {
        this.transaction = transaction;
        this.table = new SeriesTable(database);
        this.clock = clock;
        this.limits = limits;
        this.begun = begun;
    }

    /** Notes numbers that came, in their order. The same ones again change nothing. */
    public void note(String source, Collection<String> numbers) {
        long[] whole = whole(source, numbers);
        if (whole.length == 0) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            table.lock(source, whole[0]);
            List<Series.Run> before = table.runs(source);
            Series series = series(before);
            LongStream.of(whole).forEach(number -> note(source, series, number));
            table.replace(source, before, series.runs());
            if (series.givenUp() > 0) {
                table.givenUp(source, series.givenUp());
                LOG.warn(
                        "{} missing order numbers of {} are not looked for any more: there are more than {} gaps",
                        series.givenUp(),
                        source,
                        MOST_RUNS);
            }
        });
        begun.accept(source);
    }

    private void note(String source, Series series, long number) {
        if (series.note(number, clock.millis()) == Series.Place.OUTSIDE) {
            table.outside(source, number, clock.millis());
            LOG.atLevel(number > series.last() ? Level.WARN : Level.INFO)
                    .log("order number {} of {} is outside of its series and not counted", number, source);
        }
    }

    private static long[] whole(String source, Collection<String> numbers) {
        return numbers.stream()
                .flatMapToLong(text -> {
                    var number = OrderNumber.of(text);
                    if (number.isEmpty()) {
                        LOG.warn(
                                "'{}' of {} is no running order number and not counted",
                                text.substring(0, Math.min(text.length(), MOST_SHOWN))
                                        .replaceAll("\\p{Cntrl}", "?"),
                                source);
                    }
                    return number.stream();
                })
                .toArray();
    }

    private Series series(List<Series.Run> runs) {
        Series series = new Series(limits.mostJump(), MOST_RUNS);
        series.add(runs);
        return series;
    }

    /** Route step: what is missing of a source for so long, lowest first, at most so many. */
    public List<MissingOrder> missing(String source, Duration after, int most) {
        return gaps(source, after).stream()
                .flatMap(gap -> LongStream.rangeClosed(gap.first(), gap.last())
                        .mapToObj(number -> new MissingOrder(source, number, gap.since())))
                .limit(most)
                .toList();
    }

    /** How many are missing of a source for longer than they may be late. */
    public long missing(String source) {
        return gaps(source, limits.after()).stream().mapToLong(Series.Gap::size).sum();
    }

    private List<Series.Gap> gaps(String source, Duration after) {
        return series(table.runs(source)).gaps(clock.millis() - after.toMillis());
    }

    /** Every source that has such numbers. */
    public List<String> sources() {
        return table.sources();
    }

    /** @param most how many missing numbers of a source are named */
    public List<SeriesReport> report(int most) {
        return table.heads().stream().map(head -> report(head, most)).toList();
    }

    private SeriesReport report(SeriesTable.Head head, int most) {
        long missing = missing(head.source());
        long all = gaps(head.source(), Duration.ZERO).stream()
                .mapToLong(Series.Gap::size)
                .sum();
        List<Series.Run> runs = table.runs(head.source());
        return new SeriesReport(
                head.source(),
                head.first(),
                runs.isEmpty() ? head.first() : runs.get(runs.size() - 1).last(),
                missing,
                all - missing,
                missing(head.source(), limits.after(), most),
                head.givenUp(),
                head.outside(),
                head.outsideAt(),
                head.outsideCount());
    }

    /**
     * Somebody says that a number was never used.
     *
     * @return whether it was missing; else nothing changed
     */
    public boolean close(String source, long number, String note) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (table.head(source).isEmpty()) {
                return false;
            }
            table.lock(source, number);
            List<Series.Run> before = table.runs(source);
            Series series = series(before);
            if (!series.isMissing(number)) {
                return false;
            }
            series.note(number, clock.millis());
            table.replace(source, before, series.runs());
            table.closed(source, number, note, clock.millis());
            return true;
        }));
    }

    /**
     * Forgets a series, as when a shop begins to count anew; the next number begins another.
     *
     * @return whether there was one
     */
    public boolean restart(String source) {
        return Boolean.TRUE.equals(transaction.execute(status -> table.forget(source)));
    }
}
