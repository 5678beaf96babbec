package io.engageroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void callersWaitUntilTheRoutesAreStarted() {
        Gate gate = new Gate(LONG);
        CompletableFuture<Boolean> entered = waiting(gate);

        assertThat(entered).isNotDone();
        gate.begin();

        await().untilAsserted(() -> assertThat(entered).isCompletedWithValue(true));
    }

    @Test
    void whoWaitsForTheRoutesIsSentAwayWhenTheyStopInstead() {
        Gate gate = new Gate(LONG);
        CompletableFuture<Boolean> entered = waiting(gate);

        gate.end();

        await().untilAsserted(() -> assertThat(entered).isCompletedWithValue(false));
    }

    @Test
    void callersAreSentAwayWhenTheRoutesDoNotStart() {
        assertThat(enter(new Gate(Duration.ZERO))).isFalse();
    }

    @Test
    void nobodyComesInOnceTheRoutesStop() {
        Gate gate = new Gate(LONG);
        gate.begin();
        gate.end();

        assertThat(enter(gate)).isFalse();
    }

    @Test
    void whoIsInsideKeepsTheGateFromClosing() throws InterruptedException {
        Gate gate = new Gate(LONG);
        gate.begin();
        enter(gate);

        assertThat(CompletableFuture.supplyAsync(() -> close(gate)).join()).isFalse();
        gate.leave();
        assertThat(gate.close()).isTrue();
        gate.open();
    }

    private static CompletableFuture<Boolean> waiting(Gate gate) {
        CompletableFuture<Thread> caller = new CompletableFuture<>();
        CompletableFuture<Boolean> entered = CompletableFuture.supplyAsync(() -> {
            caller.complete(Thread.currentThread());
            return enter(gate);
        });
        await().until(() -> caller.join().getState() == Thread.State.TIMED_WAITING);
        return entered;
    }

    private static boolean enter(Gate gate) {
        try {
            return gate.enter();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean close(Gate gate) {
        try {
            return gate.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
