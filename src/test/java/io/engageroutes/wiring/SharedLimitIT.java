package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.github.bucket4j.BlockingBucket;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SharedLimitIT {

    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        pool = Databases.postgres(postgres.getJdbcUrl("postgres", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        postgres.close();
    }

    /** How many calls two instances get through together in that time, each with four callers. */
    private static int calls(List<BlockingBucket> instances, Duration time) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService callers = Executors.newFixedThreadPool(instances.size() * 4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (BlockingBucket instance : instances) {
                for (int caller = 0; caller < 4; caller++) {
                    all.add(callers.submit(() -> {
                        while (System.nanoTime() < end) {
                            instance.consume(1);
                            calls.incrementAndGet();
                        }
                        return null;
                    }));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
            return calls.get();
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void twoInstancesWithOneKeyKeepTheLimitTogether() throws Exception {
        int perSecond = 40;
        long start = System.nanoTime();
        int calls = calls(
                List.of(SharedLimit.bucket("key-1", perSecond, pool), SharedLimit.bucket("key-1", perSecond, pool)),
                Duration.ofSeconds(3));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(calls).isLessThanOrEqualTo((int) (perSecond * seconds) + perSecond / 10 + 1);
        assertThat(calls).as("and they use it").isGreaterThan(perSecond);
    }

    @Test
    void anotherKeyHasALimitOfItsOwn() throws Exception {
        BlockingBucket one = SharedLimit.bucket("key-2", 1, pool);
        BlockingBucket other = SharedLimit.bucket("key-3", 1, pool);
        one.consume(1);
        assertThat(other.tryConsume(1, Duration.ofMillis(1))).isTrue();
        assertThat(one.tryConsume(1, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void theDatabaseDoesNotLearnTheKey() throws Exception {
        SharedLimit.bucket("secret-api-key", 10, pool).consume(1);
        assertThat(new JdbcTemplate(pool).queryForList("select id from engage_limit", String.class))
                .isNotEmpty()
                .noneMatch(id -> id.contains("secret"));
    }

    @Test
    void noLimitIsNoBucket() {
        assertThat(SharedLimit.bucket("key", 0, pool)).isNull();
    }

    @Test
    void onH2TheMemoryIsEnough() throws Exception {
        try (HikariDataSource h2 = Databases.h2()) {
            long start = System.nanoTime();
            int calls = calls(List.of(SharedLimit.bucket("key", 40, h2)), Duration.ofSeconds(1));
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(calls).isBetween(30, (int) (40 * seconds) + 5);
            assertThat(new JdbcTemplate(h2).queryForObject("select count(*) from engage_limit", Integer.class))
                    .isZero();
        }
    }
}
