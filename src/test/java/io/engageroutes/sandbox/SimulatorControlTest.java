package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningSimulator.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorControlTest {

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
    void needsNoKey() throws Exception {
        assertThat(simulator.send(simulator.request("/simulator/stats")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void statsTellCallsTimesAndPeak() throws Exception {
        simulator.post(receipt("R-1"));
        simulator.post("{}");
        simulator.clock.advance(Duration.ofSeconds(30));
        simulator.post(receipt("R-2"));
        JsonNode stats = simulator.json("/simulator/stats");
        assertThat(stats.get("requests").asInt()).isEqualTo(3);
        assertThat(stats.get("byStatus").get("202").asInt()).isEqualTo(2);
        assertThat(stats.get("byStatus").get("400").asInt()).isEqualTo(1);
        assertThat(stats.get("firstAt").asText()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(stats.get("lastAt").asText()).isEqualTo("2026-11-02T10:00:30Z");
        assertThat(stats.get("peakRequestsPerSecond").asInt()).isEqualTo(2);
    }

    @Test
    void resetForgetsEverythingAndTheSeedIsBack() throws Exception {
        simulator.post(receipt("R-1", receipt -> receipt.put("storeExternalId", "999")));
        simulator.call("POST", "/api/v3/contacts", "{\"email\":\"new@example.org\"}");
        simulator.call("PATCH", "/api/v3/contacts/6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a01", "{\"email\":\"\"}");
        JsonNode seeded = simulator.json("/simulator/contacts");
        simulator.call("PUT", "/simulator/settings", "{\"successStatus\":200}");
        simulator.call("POST", "/simulator/faults", "{\"status\":503}");
        assertThat(simulator.call("POST", "/simulator/reset", "").statusCode()).isEqualTo(204);

        assertThat(simulator.json("/simulator/receipts")).isEmpty();
        assertThat(simulator.json("/simulator/log")).isEmpty();
        assertThat(simulator.json("/simulator/faults")).isEmpty();
        assertThat(simulator.json("/simulator/stats").get("requests").asInt()).isZero();
        assertThat(simulator.json("/simulator/contacts")).hasSize(seeded.size() - 1);
        assertThat(simulator.json("/simulator/stores").findValuesAsText("externalId"))
                .containsExactly("3004", "014", "101", "201", "301", "367", "WEB");
        assertThat(simulator
                        .get("/api/v3/contacts/id?email=alma.ek@example.org&contactType=Member")
                        .statusCode())
                .isEqualTo(200);
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"successStatus\":201}",
                "{\"succesStatus\":200}",
                "{\"importEveryMillis\":-1}",
                "{\"importEveryMillis\":\"often\"}",
                "{\"requestsPerSecond\":-5}",
                "{\"orders\":{\"acceptedStatus\":200}}",
                "{\"orders\":{\"jobDelayMillis\":-1}}",
                "{\"orders\":{\"jobDelay\":1}}",
                "{\"orders\":7}",
                "{\"orderTriggers\":{\"validateTax\":null}}"
            })
    void nonsenseIsRefusedAndChangesNothing(String body) throws Exception {
        var answer = simulator.call("PUT", "/simulator/settings", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).get("message").asText()).isNotBlank();
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
    }

    @Test
    void unknownCallSaysWhichThereAre() throws Exception {
        var answer = simulator.get("/simulator/reciepts");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("receipts", "faults");
        assertThat(simulator.get("/simulator/receipts?connected=maybe").statusCode())
                .isEqualTo(400);
    }
}
