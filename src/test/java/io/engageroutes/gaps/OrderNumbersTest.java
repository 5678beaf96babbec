package io.engageroutes.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.engageroutes.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OrderNumbersTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final HikariDataSource pool = Databases.h2();
    private final HandClock clock = new HandClock();
    private final List<String> begun = new ArrayList<>();
    private final OrderNumbers numbers = new OrderNumbers(
            new TransactionTemplate(new JdbcTransactionManager(pool)),
            new JdbcTemplate(pool),
            clock,
            new OrderNumbers.Limits(10_000, HOUR),
            begun::add);

    @AfterEach
    void close() {
        pool.close();
    }

    private List<Long> missing() {
        return numbers.missing("shop", HOUR, 100).stream()
                .map(MissingOrder::number)
                .toList();
    }

    @Test
    void aLateNumberClosesItsGapAndTheSameAgainChangesNothing() {
        numbers.note("shop", List.of("#1005", "#1008"));
        numbers.note("shop", List.of("#1005", "#1008"));
        assertThat(missing()).isEmpty();
        clock.advance(HOUR);
        assertThat(missing()).containsExactly(1006L, 1007L);
        assertThat(numbers.missing("shop")).isEqualTo(2);

        numbers.note("shop", List.of("1007"));
        assertThat(missing()).containsExactly(1006L);
        numbers.note("shop", List.of("1006"));
        assertThat(missing()).isEmpty();
        assertThat(new JdbcTemplate(pool).queryForObject("select count(*) from order_numbers", Integer.class))
                .isOne();
        assertThat(begun).containsOnly("shop");
    }

    @Test
    void sourcesDoNotMix() {
        numbers.note("shop", List.of("1"));
        numbers.note("other", List.of("3"));
        clock.advance(HOUR);

        assertThat(missing()).isEmpty();
        assertThat(numbers.sources()).containsExactly("other", "shop");
    }

    @Test
    void aNumberThatWasNeverUsedIsClosedWithItsNote() {
        numbers.note("shop", List.of("1", "3"));
        clock.advance(HOUR);

        assertThat(numbers.close("shop", 2, "deleted as a test")).isTrue();
        assertThat(numbers.close("shop", 2, "again")).isFalse();
        assertThat(numbers.close("shop", 4, "not yet")).isFalse();
        assertThat(numbers.close("nobody", 2, "no series")).isFalse();
        assertThat(missing()).isEmpty();
        assertThat(new JdbcTemplate(pool).queryForList("select note from order_number_closed", String.class))
                .containsExactly("deleted as a test");
    }

    @Test
    void wildAndBackwardNumbersAreReportedAndNotCounted() {
        numbers.note("shop", List.of("1005", "1000000000005", "2", "no number"));
        clock.advance(HOUR);

        SeriesReport report = numbers.report(10).get(0);
        assertThat(report.missing()).isZero();
        assertThat(report.first()).isEqualTo(1005);
        assertThat(report.last()).isEqualTo(1005);
        assertThat(report.outside()).isEqualTo(2);
        assertThat(report.outsideCount()).isEqualTo(2);
    }

    @Test
    void aShopThatCountsAnewBeginsAnotherSeries() {
        numbers.note("shop", List.of("1005", "1007"));
        assertThat(numbers.restart("shop")).isTrue();
        assertThat(numbers.restart("shop")).isFalse();
        numbers.note("shop", List.of("1", "3"));
        clock.advance(HOUR);

        assertThat(missing()).containsExactly(2L);
    }

    @Test
    void aRoundGivesAtMostSoManyTheLowestFirst() {
        numbers.note("shop", List.of("1", "10"));
        clock.advance(HOUR);

        assertThat(numbers.missing("shop", HOUR, 3))
                .extracting(MissingOrder::number)
                .containsExactly(2L, 3L, 4L);
        assertThat(numbers.report(2).get(0)).satisfies(report -> {
            assertThat(report.missing()).isEqualTo(8);
            assertThat(report.numbers()).hasSize(2);
        });
    }

    @Test
    void severalAtOnceLoseNone() throws Exception {
        numbers.note("shop", List.of("0"));
        ExecutorService workers = Executors.newFixedThreadPool(4);
        List<Future<?>> all = new ArrayList<>();
        LongStream.rangeClosed(1, 100)
                .filter(number -> number != 50)
                .forEach(number -> all.add(workers.submit(() -> numbers.note("shop", List.of(Long.toString(number))))));
        for (Future<?> one : all) {
            one.get();
        }
        workers.shutdown();
        clock.advance(HOUR);

        assertThat(missing()).containsExactly(50L);
    }
}
