package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngageLimitTest {

    private static EngageLimit bucketThat(InvocationHandler does) {
        return new EngageLimit((BlockingBucket) Proxy.newProxyInstance(
                EngageLimitTest.class.getClassLoader(), new Class<?>[] {BlockingBucket.class}, does));
    }

    @Test
    void withoutLimitNobodyWaits() {
        EngageLimit none = new EngageLimit(null);
        assertThatCode(none::acquire).doesNotThrowAnyException();
    }

    @Test
    void callsWaitForTheirTurn() throws Exception {
        EngageLimit limit = new EngageLimit(Bucket.builder()
                .addLimit(rate -> rate.capacity(1).refillGreedy(50, Duration.ofSeconds(1)))
                .build()
                .asBlocking());
        long start = System.nanoTime();
        for (int call = 0; call < 26; call++) {
            limit.acquire();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
    }

    /** The limit of all instances lives in the database; that it is away is no fault of the receipt. */
    @Test
    void aLimitThatCannotBeReachedSendsNobodyAndKillsNothing() {
        EngageLimit away = bucketThat((proxy, method, arguments) -> {
            throw new IllegalStateException("the database is away");
        });
        assertThatThrownBy(away::acquire).isInstanceOf(EngageIsAway.class).hasMessageContaining("the database is away");
    }

    @Test
    void whoWaitsStopsWhenTheApplicationDoes() {
        EngageLimit interrupted = bucketThat((proxy, method, arguments) -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(interrupted::acquire).isInstanceOf(InterruptedException.class);
    }
}
