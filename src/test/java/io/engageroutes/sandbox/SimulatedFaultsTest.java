package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningSimulator.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedFaultsTest {

    private RunningSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = RunningSimulator.importingAtOnce();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void faultByCallsEndsAfterThem() throws Exception {
        fault("{\"status\":503,\"calls\":2,\"retryAfter\":\"5\"}");
        var first = simulator.post(receipt("R-1"));
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).contains("5");
        assertThat(simulator.json("/simulator/faults").get(0).get("callsLeft").asInt())
                .isEqualTo(1);
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(503);
        assertThat(simulator.json("/simulator/receipts")).isEmpty();
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        assertThat(simulator.json("/simulator/faults")).isEmpty();
    }

    @Test
    void faultBySecondsEndsWithThem() throws Exception {
        fault("{\"status\":500,\"seconds\":60}");
        simulator.clock.advance(Duration.ofMillis(59_999));
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(500);
        simulator.clock.advance(Duration.ofMillis(1));
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void faultWithoutEndLastsUntilItIsDeleted() throws Exception {
        fault("{\"status\":401,\"body\":{\"errorCode\":\"Own\"}}");
        for (int i = 0; i < 3; i++) {
            var answer = simulator.post(receipt("R-1"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"errorCode\":\"Own\"}");
        }
        assertThat(simulator.call("DELETE", "/simulator/faults", "").statusCode())
                .isEqualTo(204);
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void lostAnswerTakesTheReceiptAndClosesTheConnection() throws Exception {
        fault("{\"lostAnswer\":true,\"calls\":1}");
        assertThatThrownBy(() -> simulator.post(receipt("R-1"))).isInstanceOf(IOException.class);
        assertThat(simulator.json("/simulator/receipts")).hasSize(1);
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        JsonNode stats = simulator.json("/simulator/stats");
        assertThat(stats.get("duplicates").asInt()).isEqualTo(1);
        assertThat(stats.get("byStatus").get("none").asInt()).isEqualTo(1);
    }

    @Test
    void poisonReceiptFailsWhileOthersPass() throws Exception {
        fault("{\"status\":500,\"uniqueReceiptId\":\"R-1\"}");
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(500);
        assertThat(simulator.post(receipt("R-10")).statusCode()).isEqualTo(202);
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(500);
    }

    @Test
    void faultIsForItsPathOnly() throws Exception {
        fault("{\"status\":504,\"path\":\"/api/v3/contacts\"}");
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        assertThat(simulator
                        .get("/api/v3/contacts/id?email=alma.ek@example.org")
                        .statusCode())
                .isEqualTo(504);
    }

    @Test
    void faultIsForItsMethodOnly() throws Exception {
        fault("{\"status\":504,\"method\":\"GET\"}");
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(504);
    }

    @Test
    void faultIsForItsOrderInPathOrBodyOnly() throws Exception {
        fault("{\"status\":504,\"orderId\":\"W 1\"}");
        assertThat(simulator.get("/api/v3/orders/W%201").statusCode()).isEqualTo(504);
        assertThat(simulator.get("/api/v3/orders/W%2010").statusCode()).isEqualTo(404);
        assertThat(simulator
                        .call("POST", "/api/v3/orders", "{\"orderId\":\"W 1\"}")
                        .statusCode())
                .isEqualTo(504);
        assertThat(simulator
                        .call("POST", "/api/v3/orders", "{\"orderId\":\"W 10\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void sequenceGoesFromStepToStep() throws Exception {
        fault("""
                {"status":503,"calls":1,"contains":"R-1","then":[
                  {"status":429,"calls":2,"retryAfter":"1","body":"busy"},{"status":502,"seconds":10}]}""");
        assertThat(simulator.post(receipt("R-2")).statusCode()).isEqualTo(202);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            statuses.add(simulator.post(receipt("R-1")).statusCode());
        }
        assertThat(statuses).containsExactly(503, 429, 429, 502, 502);
        simulator.clock.advance(Duration.ofSeconds(10));
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void delayedCallIsTakenAfterwards() throws Exception {
        fault("{\"delayMillis\":300,\"calls\":1}");
        long start = System.nanoTime();
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(simulator.json("/simulator/receipts")).hasSize(1);
    }

    @Test
    void threeHundredDelayedCallsWaitAtTheSameTime() throws Exception {
        simulator.call("PUT", "/simulator/settings", "{\"requestsPerSecond\":0}");
        fault("{\"delayMillis\":3000}");
        ExecutorService clients = Executors.newFixedThreadPool(300);
        try {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String receipt = receipt("R-" + i);
                answers.add(CompletableFuture.supplyAsync(() -> status(receipt), clients));
            }
            assertThat(answers).extracting(CompletableFuture::join).containsOnly(202);
        } finally {
            clients.shutdown();
        }
        JsonNode stats = simulator.json("/simulator/stats");
        assertThat(stats.get("unique").asInt()).isEqualTo(300);
        assertThat(stats.get("peakInFlight").asInt()).isGreaterThan(250);
    }

    private int status(String receipt) {
        try {
            return simulator.post(receipt).statusCode();
        } catch (IOException | InterruptedException e) {
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{}",
                "{\"calls\":1}",
                "{\"status\":202}",
                "{\"status\":503,\"calls\":0}",
                "{\"status\":503,\"seconds\":-1}",
                "{\"delayMillis\":-1}",
                "{\"status\":503,\"lostAnswer\":true}",
                "{\"status\":503,\"cals\":1}",
                "{\"status\":503,\"then\":[{\"status\":500}]}",
                "{\"delayMillis\":1,\"retryAfter\":\"5\"}",
                "[{\"status\":503},{\"status\":1}]"
            })
    void nonsenseIsRefusedAndSetsNothing(String body) throws Exception {
        var answer = simulator.call("POST", "/simulator/faults", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).get("message").asText()).isNotBlank();
        assertThat(simulator.json("/simulator/faults")).isEmpty();
    }

    private void fault(String json) throws Exception {
        assertThat(simulator.call("POST", "/simulator/faults", json).statusCode())
                .isEqualTo(201);
    }
}
