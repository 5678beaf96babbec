package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningSimulator.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrontDoorTest {

    @Test
    void callWithoutKeyIsRefusedAndNothingIsTaken() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            var answer = simulator.send(simulator
                    .request("/api/v3/receipts")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(receipt("R-1"))));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(simulator.json("/simulator/receipts")).isEmpty();
        }
    }

    @Test
    void anyKeyIsAcceptedUntilKeysAreConfigured() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
            simulator.call("PUT", "/simulator/settings", "{\"acceptedKeys\":[\"another-key\"]}");
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void configuredKeyIsAccepted() throws Exception {
        SimulatorSettings settings = new SimulatorSettings(202, 0, 0, true, Set.of("a-key"), null, null);
        try (RunningSimulator simulator = new RunningSimulator(settings)) {
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void postWithoutJsonContentTypeIsAServerErrorAsInEngage() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            var answer = simulator.send(simulator
                    .request("/api/v3/receipts")
                    .header("apikey", "a-key")
                    .POST(BodyPublishers.ofString(receipt("R-1"))));
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"An error has occurred\"}");
            assertThat(simulator.json("/simulator/receipts")).isEmpty();
        }
    }

    @Test
    void missingUserAgentIsOnlyLogged() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            assertThat(statusWithoutUserAgent(simulator)).startsWith("HTTP/1.1 200");
            assertThat(simulator.json("/simulator/log").findValuesAsText("text"))
                    .containsExactly("A call came without User-Agent");
        }
    }

    /** Java's own clients always send one. */
    private static String statusWithoutUserAgent(RunningSimulator simulator) throws IOException {
        URI uri = simulator.request("/api/v3/stores").build().uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request =
                    "GET " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\napikey: k\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void callsAboveTheLimitGet429UntilTimePasses() throws Exception {
        SimulatorSettings settings = new SimulatorSettings(202, 0, 5, true, Set.of(), null, null);
        try (RunningSimulator simulator = new RunningSimulator(settings)) {
            for (int i = 0; i < 5; i++) {
                assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
            }
            assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(429);
            assertThat(simulator.json("/simulator/receipts")).isEmpty();
            simulator.clock.advance(Duration.ofMillis(200));
            assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void limitIsPerKeyAndZeroSwitchesItOff() throws Exception {
        SimulatorSettings settings = new SimulatorSettings(202, 0, 1, true, Set.of(), null, null);
        try (RunningSimulator simulator = new RunningSimulator(settings)) {
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(429);
            var other = simulator.send(simulator.request("/api/v3/stores").header("apikey", "other"));
            assertThat(other.statusCode()).isEqualTo(200);
            simulator.call("PUT", "/simulator/settings", "{\"requestsPerSecond\":0}");
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
            assertThat(simulator.get("/api/v3/stores").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void unknownResourceIs404() throws Exception {
        try (RunningSimulator simulator = RunningSimulator.importingAtOnce()) {
            assertThat(simulator.get("/api/v1/receipts").statusCode()).isEqualTo(404);
            assertThat(simulator.get("/api/v3/receipts").statusCode()).isEqualTo(404);
            assertThat(simulator.get("/").statusCode()).isEqualTo(404);
        }
    }
}
