package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.sandbox.EngageSimulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engage being away is not an error of a message: nothing dies, and everything goes on by itself. */
class EngageAwayIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                EngageAwayIT.class,
                "engage.gaps=200ms,500ms,1s",
                "engage.failures-in-a-row=5",
                "engage.requests-per-second=100",
                "engage.connect-timeout=1s",
                "engage.answer-timeout=2s",
                "sftp.complete=none",
                "sftp.every=300");
        simulator = application.simulator();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void nothingDiedAndTheAccountsAddUp() {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        assertThat(application.rows("select business_key, faults, answer from dead_letter"))
                .isEmpty();
    }

    private static Set<String> ids(String prefix, int many) {
        return IntStream.range(0, many).mapToObj(at -> prefix + at).collect(Collectors.toSet());
    }

    private static void flow(String prefix, int many) {
        application.drop(
                "till-json", prefix + ".jsonl", Receipts.lines(prefix, many).getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitAll(String prefix, int many) {
        eventually().until(() -> simulator.receipts().keySet().containsAll(ids(prefix, many)));
        eventually().until(application::isSettled);
        assertThat(application.count(
                        "select count(*) from message_ledger where ended = 'delivered' and business_key like ?",
                        prefix + "%"))
                .isEqualTo(many);
        awaitHealthy();
    }

    private static void awaitHealthy() {
        eventually().untilAsserted(() -> {
            JsonNode health = health();
            assertThat(health.get("status").asText()).isEqualTo("UP");
            assertThat(health.at("/details/reason").asText()).isEqualTo("Engage answers");
            assertThat(health.at("/details/circuit").asText()).isEqualTo("closed");
        });
    }

    private static JsonNode health() throws IOException, InterruptedException {
        return application.get("/actuator/health/engage");
    }

    private static void awaitUnhealthy(String reason) {
        eventually().untilAsserted(() -> {
            assertThat(health().get("status").asText()).isEqualTo("DOWN");
            assertThat(health().at("/details/reason").asText()).contains(reason);
        });
        eventually().until(() -> application
                .get("/actuator/health/readiness")
                .get("status")
                .asText()
                .equals("UP"));
    }

    @Test
    void of503ThenOf429ThenOf401NobodyDiesAndAllIsDeliveredAfterwards() {
        int duplicates = simulator.stats().get("duplicates").asInt();
        int delivered = simulator.receipts().size();
        simulator.misbehave("""
                {"status": 503, "seconds": 4, "path": "/api", "then": [
                    {"status": 429, "seconds": 3, "retryAfter": "1"}, {"status": 401, "seconds": 4}]}""");
        flow("away-", 300);
        Set<String> reasons = ConcurrentHashMap.newKeySet();
        eventually().until(() -> {
            JsonNode health = health();
            if (health.get("status").asText().equals("DOWN")) {
                reasons.add(health.at("/details/reason").asText());
            }
            return simulator.receipts().size() >= delivered + 300;
        });
        awaitAll("away-", 300);
        assertThat(reasons)
                .anyMatch(reason -> reason.contains("Engage is away: status 503"))
                .anyMatch(reason -> reason.contains("slow down (429), for 1 s"))
                .anyMatch(reason ->
                        reason.contains("Engage refuses us: status 401") && reason.contains("ENGAGE_API_KEY"));
        assertThat(simulator.stats().get("duplicates").asInt()).isEqualTo(duplicates);
    }

    /** The last one of a day has nobody behind it who would prove that Engage is back. */
    @Test
    void aSingleReceiptThatFoundEngageAwayClosesTheCircuitWhenItIsDelivered() {
        simulator.misbehave("{\"status\": 502, \"calls\": 8, \"path\": \"/api\"}");
        application.erp().sendText(Receipts.sale("single"));
        awaitUnhealthy("Engage is away: status 502");
        eventually().until(() -> simulator.has("single"));
        awaitHealthy();
    }

    @Test
    void whileNobodyListensReceiptsWaitAndThenAllAreDelivered() throws IOException {
        EngageSimulator engage = application.bean(EngageSimulator.class);
        engage.close();
        flow("refused-", 100);
        awaitUnhealthy("Engage is away: ");
        engage.start();
        awaitAll("refused-", 100);
    }

    @Test
    void anAnswerThatGotLostAfterTheCommitIsNoSecondReceipt() {
        int before = simulator.stats().get("duplicates").asInt();
        simulator.misbehave("{\"lostAnswer\": true, \"calls\": 3, \"path\": \"/api/v3/receipts\"}");
        flow("lost-", 20);
        awaitAll("lost-", 20);
        // sent again, and ignored there
        eventually().until(() -> simulator.stats().get("duplicates").asInt() == before + 3);
    }

    @Test
    void slowAnswersAreWaitedFor() {
        simulator.misbehave("{\"delayMillis\": 600, \"calls\": 100, \"path\": \"/api\"}");
        int before = simulator.stats().get("requests").asInt();
        flow("slow-", 100);
        awaitAll("slow-", 100);
        assertThat(simulator.stats().get("requests").asInt()).isEqualTo(before + 100);
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsAskedForAgain() {
        int before = simulator.stats().get("duplicates").asInt();
        simulator.misbehave("{\"delayMillis\": 4000, \"calls\": 3, \"path\": \"/api\"}");
        flow("late-", 10);
        awaitAll("late-", 10);
        // those that were given up came through as well in the end
        eventually().until(() -> simulator.stats().get("duplicates").asInt() == before + 3);
    }
}
