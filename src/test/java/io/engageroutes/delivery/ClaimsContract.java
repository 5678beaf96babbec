package io.engageroutes.delivery;

import static io.engageroutes.delivery.Claims.Answer.CONFLICT;
import static io.engageroutes.delivery.Claims.Answer.DUPLICATE;
import static io.engageroutes.delivery.Claims.Answer.ENDED_BEFORE;
import static io.engageroutes.delivery.Claims.Answer.IN_PROGRESS;
import static io.engageroutes.delivery.Claims.Answer.YOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.HandClock;
import io.engageroutes.delivery.Claims.Answer;
import io.engageroutes.delivery.Claims.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What claims promise, on every database. */
interface ClaimsContract {

    Duration LEASE = Duration.ofMinutes(15);

    DataSource database();

    private Claims claims(HandClock clock) {
        return new Claims(new JdbcTemplate(database()), clock, LEASE);
    }

    /** Keys of a test's own, since the database is shared by all of them. */
    private static String key() {
        return "SE-014-" + UUID.randomUUID();
    }

    private static Answer claim(Claims claims, Wish wish) {
        return claims.claim(List.of(wish)).get(wish);
    }

    @Test
    default void aFreshKeyIsYours() {
        assertThat(claim(claims(new HandClock()), new Wish(key(), "hash", "m-1")))
                .isEqualTo(YOURS);
    }

    @Test
    default void nothingToClaimIsNothingClaimed() {
        assertThat(claims(new HandClock()).claim(List.of())).isEmpty();
        claims(new HandClock()).confirm(List.of());
        claims(new HandClock()).release(List.of());
    }

    @Test
    default void theSameMessageAgainStillHasItsClaim() {
        Claims claims = claims(new HandClock());
        Wish wish = new Wish(key(), "hash", "m-1");
        claim(claims, wish);
        assertThat(claim(claims, wish)).isEqualTo(YOURS);
    }

    @Test
    default void anotherMessageWaitsWhileOneIsOnItsWay() {
        Claims claims = claims(new HandClock());
        String key = key();
        claim(claims, new Wish(key, "hash", "m-1"));
        assertThat(claim(claims, new Wish(key, "hash", "m-2"))).isEqualTo(IN_PROGRESS);
        assertThat(claim(claims, new Wish(key, "other", "m-3"))).isEqualTo(IN_PROGRESS);
    }

    @Test
    default void whatWasDeliveredIsADuplicateAConflictOrTheSameMessage() {
        Claims claims = claims(new HandClock());
        String key = key();
        Wish wish = new Wish(key, "hash", "m-1");
        claim(claims, wish);
        claims.confirm(List.of(wish));
        assertThat(claim(claims, wish)).isEqualTo(ENDED_BEFORE);
        assertThat(claim(claims, new Wish(key, "hash", "m-2"))).isEqualTo(DUPLICATE);
        assertThat(claim(claims, new Wish(key, "other", "m-2"))).isEqualTo(CONFLICT);
    }

    @Test
    default void aDeliveredKeyNeverExpires() {
        HandClock clock = new HandClock();
        Claims claims = claims(clock);
        String key = key();
        Wish wish = new Wish(key, "hash", "m-1");
        claim(claims, wish);
        claims.confirm(List.of(wish));
        clock.advance(Duration.ofDays(3650));
        assertThat(claim(claims, new Wish(key, "other", "m-2"))).isEqualTo(CONFLICT);
    }

    @Test
    default void anExpiredClaimIsTakenOverAndNotBefore() {
        HandClock clock = new HandClock();
        Claims claims = claims(clock);
        String key = key();
        claim(claims, new Wish(key, "hash", "m-1"));
        clock.advance(LEASE);
        assertThat(claim(claims, new Wish(key, "hash", "m-2"))).isEqualTo(IN_PROGRESS);
        clock.advance(Duration.ofMillis(1));
        assertThat(claim(claims, new Wish(key, "hash", "m-2"))).isEqualTo(YOURS);
        assertThat(claim(claims, new Wish(key, "hash", "m-1"))).isEqualTo(IN_PROGRESS);
    }

    @Test
    default void onlyWhatIsStillMineIsConfirmedOrReleased() {
        HandClock clock = new HandClock();
        Claims claims = claims(clock);
        String key = key();
        Wish late = new Wish(key, "hash", "m-1");
        Wish now = new Wish(key, "hash", "m-2");
        claim(claims, late);
        clock.advance(LEASE.plusMillis(1));
        claim(claims, now);

        claims.confirm(List.of(late));
        assertThat(claim(claims, new Wish(key, "hash", "m-3")))
                .as("still on its way, by m-2")
                .isEqualTo(IN_PROGRESS);
        claims.release(List.of(late));
        assertThat(claim(claims, new Wish(key, "hash", "m-3"))).isEqualTo(IN_PROGRESS);
    }

    @Test
    default void whatIsReleasedIsFreeAgain() {
        Claims claims = claims(new HandClock());
        String key = key();
        Wish wish = new Wish(key, "hash", "m-1");
        claim(claims, wish);
        claims.release(List.of(wish));
        assertThat(claim(claims, new Wish(key, "other", "m-2"))).isEqualTo(YOURS);
    }

    @Test
    default void whatWasDeliveredCannotBeReleased() {
        Claims claims = claims(new HandClock());
        Wish wish = new Wish(key(), "hash", "m-1");
        claim(claims, wish);
        claims.confirm(List.of(wish));
        claims.release(List.of(wish));
        assertThat(claim(claims, wish)).isEqualTo(ENDED_BEFORE);
    }

    @Test
    default void aThousandKeysAreOneClaim() {
        Claims claims = claims(new HandClock());
        String run = key();
        List<Wish> wishes = IntStream.range(0, 1000)
                .mapToObj(number -> new Wish(run + number, "hash-" + number, "m-" + number))
                .toList();
        claims.confirm(wishes.subList(0, 10));
        assertThat(claims.claim(wishes).values()).hasSize(1000).containsOnly(YOURS);
        claims.confirm(wishes.subList(0, 500));
        claims.release(wishes.subList(500, 1000));
        Map<Wish, Answer> again = claims.claim(wishes);
        assertThat(wishes.subList(0, 500)).allMatch(wish -> again.get(wish) == ENDED_BEFORE);
        assertThat(wishes.subList(500, 1000)).allMatch(wish -> again.get(wish) == YOURS);
    }

    @Test
    default void keysWithQuotesCommasAndLettersOfAllKindsStayApart() {
        Claims claims = claims(new HandClock());
        String run = key();
        List<Wish> wishes =
                List.of("a,b", "a", "b", "{a}", "\"a\"", "'a'", "a\\", "å", "Å", "A", " a", "null", "NULL").stream()
                        .map(end -> new Wish(run + end, "hash", "m-" + end))
                        .toList();
        assertThat(claims.claim(wishes)).hasSize(wishes.size());
        claims.confirm(wishes);
        assertThat(claims.claim(wishes).values()).hasSize(wishes.size()).containsOnly(ENDED_BEFORE);
    }

    /** Several instances take parcels with the same receipts at the same moment, hundreds of times. */
    @Test
    default void ofSeveralClaimersExactlyOneGetsAKey() throws Exception {
        int claimers = 4;
        int rounds = 200;
        HandClock clock = new HandClock();
        ExecutorService instances = Executors.newFixedThreadPool(claimers);
        CyclicBarrier together = new CyclicBarrier(claimers);
        try {
            for (int round = 0; round < rounds; round++) {
                String run = key();
                List<Callable<Map<Wish, Answer>>> tasks = new ArrayList<>();
                for (int claimer = 0; claimer < claimers; claimer++) {
                    List<Wish> wishes = shuffled(run, "m-" + claimer, round * claimers + claimer);
                    tasks.add(() -> {
                        together.await();
                        return claims(clock).claim(wishes);
                    });
                }
                Map<String, Integer> owners = new HashMap<>();
                for (Future<Map<Wish, Answer>> answers : instances.invokeAll(tasks)) {
                    answers.get().forEach((wish, answer) -> {
                        assertThat(answer).isIn(YOURS, IN_PROGRESS);
                        owners.merge(wish.key(), answer == YOURS ? 1 : 0, Integer::sum);
                    });
                }
                assertThat(owners)
                        .hasSize(20)
                        .allSatisfy((key, owned) -> assertThat(owned).as(key).isEqualTo(1));
            }
        } finally {
            instances.shutdownNow();
        }
    }

    private static List<Wish> shuffled(String run, String message, long seed) {
        List<Wish> wishes = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            wishes.add(new Wish(run + number, "hash", message + "-" + number));
        }
        Collections.shuffle(wishes, new Random(seed));
        return wishes;
    }

    /** An instance died; all others see its expired claims at once. */
    @Test
    default void anExpiredClaimIsTakenOverByOneOnly() throws Exception {
        int claimers = 4;
        ExecutorService instances = Executors.newFixedThreadPool(claimers);
        CyclicBarrier together = new CyclicBarrier(claimers);
        HandClock clock = new HandClock();
        try {
            for (int round = 0; round < 100; round++) {
                String key = key();
                claim(claims(clock), new Wish(key, "hash", "dead-instance"));
                clock.advance(LEASE.plusMillis(1));
                List<Callable<Answer>> tasks = new ArrayList<>();
                for (int claimer = 0; claimer < claimers; claimer++) {
                    Wish wish = new Wish(key, "hash", "m-" + claimer);
                    tasks.add(() -> {
                        together.await();
                        return claim(claims(clock), wish);
                    });
                }
                int owners = 0;
                for (Future<Answer> answer : instances.invokeAll(tasks)) {
                    owners += answer.get() == YOURS ? 1 : 0;
                }
                assertThat(owners).isEqualTo(1);
            }
        } finally {
            instances.shutdownNow();
        }
    }
}
