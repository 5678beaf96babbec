package io.engageroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.engageroutes.HandClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What claims of files promise, on every database. */
interface FileClaimsContract {

    Duration LEASE = Duration.ofSeconds(60);

    DataSource database();

    private FileClaims instance(String name, HandClock clock) {
        return new FileClaims(new JdbcTemplate(database()), clock, LEASE, name);
    }

    private static String file() {
        return "sftp://till/" + UUID.randomUUID() + ".xml";
    }

    @Test
    default void aFileIsClaimedOnce() {
        FileClaims claims = instance("a", new HandClock());
        String file = file();
        assertThat(claims.contains(file)).isFalse();
        assertThat(claims.add(file)).isTrue();
        assertThat(claims.add(file)).isFalse();
        assertThat(claims.contains(file)).isTrue();
        assertThat(claims.confirm(file)).isTrue();
    }

    @Test
    default void anotherInstanceKeepsOffALiveClaim() {
        HandClock clock = new HandClock();
        FileClaims mine = instance("a", clock);
        FileClaims other = instance("b", clock);
        String file = file();
        mine.add(file);
        clock.advance(LEASE);
        assertThat(other.contains(file)).isTrue();
        assertThat(other.add(file)).isFalse();
        assertThat(other.remove(file)).as("nobody else's to give back").isFalse();
        assertThat(mine.remove(file)).isTrue();
        assertThat(other.contains(file)).isFalse();
        assertThat(other.add(file)).isTrue();
    }

    @Test
    default void theClaimOfADeadInstanceExpires() {
        HandClock clock = new HandClock();
        String file = file();
        instance("dead", clock).add(file);
        clock.advance(LEASE.plusMillis(1));
        FileClaims other = instance("b", clock);
        assertThat(other.contains(file)).isFalse();
        assertThat(other.add(file)).isTrue();
        assertThat(instance("c", clock).add(file)).isFalse();
    }

    @Test
    default void afterARestartTheInstancesOwnFilesAreFree() {
        HandClock clock = new HandClock();
        String file = file();
        instance("a", clock).add(file);
        FileClaims restarted = instance("a", clock);
        assertThat(restarted.contains(file)).isFalse();
        assertThat(restarted.add(file)).isTrue();
    }

    @Test
    default void whatIsClearedIsFreeForOthers() {
        HandClock clock = new HandClock();
        String name = UUID.randomUUID().toString();
        FileClaims mine = instance(name, clock);
        String file = file();
        mine.add(file);
        mine.clear();
        assertThat(mine.contains(file)).isFalse();
        assertThat(instance("b", clock).add(file)).isTrue();
    }

    @Test
    default void aClaimIsKeptAliveWhileTheFileIsRead() {
        HandClock clock = new HandClock();
        Duration lease = Duration.ofMillis(300);
        JdbcTemplate jdbc = new JdbcTemplate(database());
        FileClaims mine = new FileClaims(jdbc, clock, lease, "a");
        String file = file();
        mine.start();
        try {
            mine.add(file);
            clock.advance(lease.multipliedBy(10));
            await().atMost(Duration.ofSeconds(10)).until(() -> new FileClaims(jdbc, clock, lease, "b").contains(file));
            assertThat(new FileClaims(jdbc, clock, lease, "b").add(file)).isFalse();
        } finally {
            mine.stop();
        }
    }

    @Test
    default void renewalSurvivesADatabaseThatIsAwayForAWhile() {
        HandClock clock = new HandClock();
        Duration lease = Duration.ofMillis(150);
        AwayDatabase away = new AwayDatabase(database());
        FileClaims mine = new FileClaims(new JdbcTemplate(away), clock, lease, "a");
        String file = file();
        mine.start();
        try {
            mine.add(file);
            away.isAway(true);
            await().atMost(Duration.ofSeconds(10)).until(away::wasAsked);
            away.isAway(false);
            clock.advance(Duration.ofMinutes(5));
            FileClaims other = new FileClaims(new JdbcTemplate(database()), clock, lease, "b");
            await().atMost(Duration.ofSeconds(10)).until(() -> other.contains(file));
        } finally {
            mine.stop();
        }
    }

    /** Camel's consumer leaves the files of a folder claimed for ever when its repository throws between two of them. */
    @Test
    default void whileTheDatabaseIsAwayNobodyTakesAFileAndNothingIsThrown() {
        AwayDatabase away = new AwayDatabase(database());
        HandClock clock = new HandClock();
        FileClaims claims = new FileClaims(new JdbcTemplate(away), clock, LEASE, "a");
        String file = file();
        away.isAway(true);
        assertThat(claims.contains(file)).isTrue();
        assertThat(claims.add(file)).isFalse();
        away.isAway(false);
        clock.advance(Duration.ofSeconds(3));
        assertThat(claims.contains(file)).isFalse();
        assertThat(claims.add(file)).as("the failed attempt held nothing").isTrue();
    }

    @Test
    default void aFileGivenBackWhileTheDatabaseIsAwayIsFreeAfterwards() {
        AwayDatabase away = new AwayDatabase(database());
        HandClock clock = new HandClock();
        FileClaims claims = new FileClaims(new JdbcTemplate(away), clock, LEASE, "a");
        List<String> files = List.of(file(), file());
        assertThat(files).allMatch(claims::add);
        away.isAway(true);
        files.forEach(claims::remove);
        away.isAway(false);
        clock.advance(Duration.ofSeconds(3));
        assertThat(files).noneMatch(claims::contains).allMatch(claims::add);
    }

    @Test
    default void ofSeveralInstancesOneGetsTheFile() throws Exception {
        int count = 4;
        HandClock clock = new HandClock();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        CyclicBarrier together = new CyclicBarrier(count);
        try {
            for (int round = 0; round < 100; round++) {
                String file = file();
                var tasks = IntStream.range(0, count)
                        .mapToObj(number -> (Callable<Boolean>) () -> {
                            together.await();
                            return instance("instance-" + number, clock).add(file);
                        })
                        .toList();
                int owners = 0;
                for (Future<Boolean> answer : threads.invokeAll(tasks)) {
                    owners += answer.get() ? 1 : 0;
                }
                assertThat(owners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Can be switched off and on. */
    final class AwayDatabase extends DelegatingDataSource {

        private final AtomicBoolean away = new AtomicBoolean();
        private final AtomicBoolean asked = new AtomicBoolean();

        AwayDatabase(DataSource database) {
            super(database);
        }

        void isAway(boolean now) {
            away.set(now);
        }

        boolean wasAsked() {
            return asked.get();
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.get()) {
                asked.set(true);
                throw new SQLException("the database is away");
            }
            return super.getConnection();
        }
    }
}
