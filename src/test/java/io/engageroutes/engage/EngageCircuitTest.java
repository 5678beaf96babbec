package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.engageroutes.HandClock;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngageCircuitTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Exception AWAY = new ConnectException("refused");

    private final HandClock clock = new HandClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private EngageCircuit circuit(int failures, long... gaps) {
        List<Duration> waits =
                java.util.Arrays.stream(gaps).mapToObj(Duration::ofMillis).toList();
        return new EngageCircuit(failures, waits, Duration.ofSeconds(65), clock);
    }

    private static Exception status(int status, Map<String, String> headers) {
        return new HttpOperationFailedException(
                "http://engage/contacts/id?email=anna%40example.org", status, null, null, headers, "anna@example.org");
    }

    private static void fail(EngageCircuit circuit, int times) {
        for (int time = 0; time < times; time++) {
            circuit.permit();
            circuit.failed(AWAY);
        }
    }

    private static void awaitState(EngageCircuit circuit, String state) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(5)).until(() -> circuit.state()
                .equals(state));
    }

    @Test
    void itOpensAfterSoManyFailuresInARowAndNotBefore() {
        EngageCircuit circuit = circuit(5, 60_000);
        fail(circuit, 4);
        assertThat(circuit.isOpen()).isFalse();
        circuit.permit();
        circuit.answered();
        fail(circuit, 4);
        assertThat(circuit.isOpen()).as("a success lies between").isFalse();
        fail(circuit, 1);
        assertThat(circuit.isOpen()).isTrue();
        assertThatThrownBy(circuit::permit).isInstanceOf(EngageIsAway.class).hasMessageContaining("refused");
    }

    @Test
    void oneFailureMayBeEnough() {
        EngageCircuit circuit = circuit(1, 60_000);
        fail(circuit, 1);
        assertThat(circuit.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 301})
    void aRefusedKeyOpensItAtOnceAndNamesNobody(int status) {
        EngageCircuit circuit = circuit(5, 60_000);
        circuit.permit();
        circuit.refused(status(status, Map.of()));
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.reason())
                .contains("status " + status, "ENGAGE_API_KEY", "ENGAGE_BASE_URL")
                .doesNotContain("anna");
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 1", "retry-after, 1", "RETRY-AFTER, ' 1 '", "retry-after, 'Mon, 02 Mar 2026 09:00:01 GMT'"
    })
    void tooFastWaitsAsLongAsEngageSays(String header, String value) {
        EngageCircuit circuit = circuit(5, 600_000);
        long before = System.nanoTime();
        circuit.throttled(status(429, Map.of(header, value)));
        assertThat(circuit.isOpen()).isTrue();
        assertThat(circuit.reason()).contains("for 1 s");
        awaitState(circuit, "half-open");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(950), LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "soon", "99999999999999999999", "Mon, 02 Mar 2026 08:00:00 GMT"})
    void withoutAUsableTimeItWaitsAsLongAsItWouldAnyway(String value) {
        EngageCircuit circuit = circuit(5, 100);
        circuit.throttled(status(429, Map.of("Retry-After", value)));
        assertThat(circuit.isOpen()).isTrue();
        awaitState(circuit, "half-open");
    }

    @Test
    void noPauseIsLongerThanAnHour() {
        EngageCircuit circuit = circuit(5, 100);
        circuit.throttled(status(429, Map.of("Retry-After", "999999")));
        assertThat(circuit.reason()).contains("for 3600 s");
    }

    @Test
    void oneSuccessClosesItHoweverFewMessagesThereAre() {
        EngageCircuit circuit = circuit(5, 50);
        fail(circuit, 5);
        awaitState(circuit, "half-open");
        circuit.permit();
        circuit.answered();
        assertThat(circuit.state()).isEqualTo("closed");
        assertThat(circuit.reason()).isEqualTo("Engage answers");
        fail(circuit, 4);
        assertThat(circuit.state()).as("counted anew").isEqualTo("closed");
    }

    @Test
    void aFewProbesAreSentAndTheOthersWaitForTheirVerdict() throws Exception {
        EngageCircuit circuit = circuit(5, 50);
        fail(circuit, 5);
        awaitState(circuit, "half-open");
        AtomicInteger permitted = new AtomicInteger();
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < 10; call++) {
            calls.add(threads.submit(() -> {
                circuit.permit();
                permitted.incrementAndGet();
            }));
        }
        await().atMost(LIMIT).until(() -> permitted.get() == 3);
        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> permitted.get() == 3);
        circuit.answered();
        for (Future<?> call : calls) {
            call.get();
        }
        assertThat(permitted).hasValue(10);
    }

    @Test
    void whenTheProbesFailTheOthersAreTurnedAway() {
        EngageCircuit circuit = circuit(5, 50, 60_000);
        fail(circuit, 5);
        awaitState(circuit, "half-open");
        Stream.of(1, 2, 3).forEach(probe -> circuit.permit());
        Future<?> waiting = threads.submit(circuit::permit);
        Stream.of(1, 2, 3).forEach(probe -> circuit.failed(AWAY));
        assertThat(circuit.isOpen()).isTrue();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(EngageIsAway.class);
    }

    @Test
    void theGapsGrowAndBeginAnewAfterASuccess() {
        EngageCircuit circuit = circuit(1, 50, 700);
        AtomicLong changedAt = new AtomicLong();
        circuit.onChange(() -> changedAt.set(System.nanoTime()));
        fail(circuit, 1);
        awaitState(circuit, "half-open");
        long opened = System.nanoTime();
        fail(circuit, 1);
        awaitState(circuit, "half-open");
        assertThat(Duration.ofNanos(changedAt.get() - opened)).isGreaterThan(Duration.ofMillis(600));

        circuit.permit();
        circuit.answered();
        opened = System.nanoTime();
        fail(circuit, 1);
        awaitState(circuit, "half-open");
        assertThat(Duration.ofNanos(changedAt.get() - opened)).isLessThan(Duration.ofMillis(600));
    }

    @Test
    void whoeverListensHearsOfEveryChange() {
        EngageCircuit circuit = circuit(1, 50);
        List<String> states = java.util.Collections.synchronizedList(new ArrayList<>());
        circuit.onChange(() -> states.add(circuit.state()));
        fail(circuit, 1);
        awaitState(circuit, "half-open");
        circuit.permit();
        circuit.answered();
        assertThat(states).containsExactly("open", "half-open", "closed");
    }

    @Test
    void whatPassedIsKnownByItsTime() {
        EngageCircuit circuit = circuit(5, 50);
        assertThat(circuit.passedSince("receipts", 0)).isFalse();
        long before = clock.millis();
        clock.advance(Duration.ofMillis(1));
        circuit.answered();
        assertThat(circuit.passedSince("receipts", before)).isTrue();
        assertThat(circuit.passedSince("receipts", clock.millis())).isFalse();
    }

    @Test
    void anAnswerAboutAContactSaysThatEngageIsThereAndNotThatReceiptsPass() {
        EngageCircuit circuit = circuit(5, 50);
        fail(circuit, 5);
        awaitState(circuit, "half-open");
        circuit.permit();
        circuit.reached();
        assertThat(circuit.state()).isEqualTo("closed");
        assertThat(circuit.passedSince("receipts", 0)).isFalse();
    }

    @Test
    void answersAboutContactsDoNotHideThatReceiptsFail() {
        EngageCircuit circuit = circuit(5, 60_000);
        for (int failure = 0; failure < 5; failure++) {
            circuit.permit();
            circuit.reached();
            circuit.failed(AWAY);
        }
        assertThat(circuit.isOpen()).isTrue();
    }

    @Test
    void aWaitingMessageStopsWhenTheApplicationDoes() {
        EngageCircuit circuit = circuit(5, 50);
        fail(circuit, 5);
        awaitState(circuit, "half-open");
        Stream.of(1, 2, 3).forEach(probe -> circuit.permit());
        Future<?> waiting = threads.submit(circuit::permit);
        threads.shutdownNow();
        assertThatThrownBy(waiting::get).hasCauseInstanceOf(EngageIsAway.class);
    }
}
