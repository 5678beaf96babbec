package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One receipt that Engage cannot take does not stop the others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PoisonIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Simulator simulator;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                PoisonIT.class,
                "engage.gaps=200ms,500ms,1s",
                "engage.failures-in-a-row=5",
                "engage.requests-per-second=150",
                "sftp.complete=none",
                "sftp.every=300");
        simulator = application.simulator();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void theAccountsAddUp() {
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
    }

    @Test
    @Order(1)
    void oneReceiptAmongAThousandThatKeepsFailingIsTheOnlyDeadLetter() throws IOException {
        simulator.misbehave("{\"status\": 500, \"contains\": \"Poisoned\"}");
        String good = Receipts.sale("thousand-17");
        String thousand = Receipts.lines("thousand-", 1000).replace(good, good.replace("Ullsockor", "Poisoned socks"));
        application.drop("till-json", "thousand.jsonl", thousand.getBytes(StandardCharsets.UTF_8));
        eventually().until(() -> simulator.receipts().size() == 999);
        eventually().until(application::isSettled);
        assertThat(simulator.receipts()).doesNotContainKey("thousand-17").hasSize(999);
        Map<String, Object> dead = onlyDeadLetter();
        assertThat(dead.get("business_key")).isEqualTo("thousand-17");
        assertThat(dead.get("reason")).isEqualTo("engage-keeps-failing");
        assertThat(dead.get("attempts")).isEqualTo(5);
        assertThat((String) dead.get("answer")).startsWith("500 ");
        assertThat((String) dead.get("canonical")).contains("\"thousand-17\"");
        assertThat((String) dead.get("payload")).contains("\"uniqueReceiptId\":\"thousand-17\"");
        assertThat(RunningApplication.JSON
                        .readTree((String) dead.get("faults"))
                        .at("/0/rule")
                        .asText())
                .contains("Engage failed on this receipt 5 times while others passed", "replay");
        assertThat(simulator.stats().at("/byStatus/500").asInt()).isEqualTo(5);
        assertThat(application.log()).doesNotContain("stops consuming");
    }

    @Test
    @Order(2)
    void itIsMendedAndReplayedOverHttpAndKeepsItsHistory() throws Exception {
        String id = application
                .get("/api/dead-letters?uniqueId=thousand-17&state=dead")
                .at("/items/0/id")
                .asText();
        JsonNode letter = application.get("/api/dead-letters/" + id);
        assertThat(letter.at("/faults/0/code").asText()).isEqualTo("engage-keeps-failing");
        ObjectNode mended = letter.get("canonical").deepCopy();
        Receipts.line(mended).put("articleName", "Socks");
        ObjectNode replay = RunningApplication.JSON.createObjectNode().put("note", "anna: a name that Engage can read");
        replay.set("receipt", mended);

        HttpResponse<String> answer = application.post("/api/dead-letters/" + id + "/replay", replay.toString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        assertThat(answer.body()).contains("\"replayed\"");

        eventually().until(() -> simulator.has("thousand-17"));
        assertThat(simulator
                        .receipts()
                        .get("thousand-17")
                        .at("/items/0/articleName")
                        .asText())
                .isEqualTo("Socks");
        eventually().until(() -> application
                .get("/api/dead-letters/" + id)
                .get("state")
                .asText()
                .equals("delivered"));
        JsonNode history = application.get("/api/dead-letters/" + id).get("history");
        assertThat(history.findValuesAsText("event")).containsExactly("dead", "replayed", "delivered");
        assertThat(history.at("/1/note").asText()).startsWith("anna: ");
        assertThat(history.at("/1/before").toString()).contains("Poisoned socks");
        JsonNode accounts = application.get("/api/accounts").get("total");
        assertThat(accounts.get("addsUp").asBoolean()).isTrue();
        assertThat(accounts.get("open").asInt()).isZero();
        assertThat(accounts.at("/ends/delivered").asInt()).isEqualTo(1000);
        assertThat(accounts.at("/ends/dead").asInt()).isZero();
        // a second time would be a double
        assertThat(application
                        .post("/api/dead-letters/" + id + "/replay", replay.toString())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(3)
    void afterwardsTheFlowGoesOn() {
        application.erp().sendText(Receipts.sale("after-poison"));
        eventually().until(() -> simulator.has("after-poison"));
    }

    @Test
    @Order(4)
    void whatEngageFindsWrongDiesAtOnceWithEngagesReasons() throws IOException {
        int before = simulator.stats().get("requests").asInt();
        simulator.misbehave("""
                {"status": 400, "uniqueReceiptId": "invalid-3", "body": {"errorCode": "ValidationError",
                    "message": "The receipt is invalid", "validationErrors": [
                    {"errorDescription": "sku is too long"}, {"errorDescription": "currency is not enabled"}]}}""");
        application.drop(
                "till-json", "invalid.jsonl", Receipts.lines("invalid-", 10).getBytes(StandardCharsets.UTF_8));
        eventually()
                .until(() ->
                        application.count("select count(*) from dead_letter where business_key = 'invalid-3'") == 1);
        eventually().until(application::isSettled);
        Map<String, Object> dead = application
                .rows("select * from dead_letter where business_key = 'invalid-3'")
                .get(0);
        assertThat(dead.get("reason")).isEqualTo("engage-ValidationError");
        JsonNode faults = RunningApplication.JSON.readTree((String) dead.get("faults"));
        assertThat(faults).hasSize(2);
        assertThat(faults.findValuesAsText("rule")).containsExactly("sku is too long", "currency is not enabled");
        assertThat(faults.findValuesAsText("place")).containsOnly("payload");
        assertThat((String) dead.get("answer")).contains("400", "The receipt is invalid");
        assertThat(simulator.stats().get("requests").asInt()).isEqualTo(before + 10);
        eventually()
                .until(() -> simulator.receipts().keySet().stream()
                                .filter(id -> id.startsWith("invalid-"))
                                .count()
                        == 9);
    }

    @Test
    @Order(5)
    void theLastOneOfADayMayBeThePoison() throws IOException {
        simulator.misbehave("{\"status\": 500, \"uniqueReceiptId\": \"last-poison\"}");
        application.erp().sendText(Receipts.sale("last-poison"));
        awaitDead("last-poison");
        awaitClosed();
        assertThat(application.log()).doesNotContain("stops consuming");
    }

    /** Alone, such an answer cannot be told from Engage being away, until somebody else passes. */
    @Test
    @Order(6)
    void whatLooksLikeEngageBeingAwayHoldsUpNobodyWhoComesLater() {
        simulator.misbehave("{\"status\": 503, \"uniqueReceiptId\": \"last-away\"}");
        application.erp().sendText(Receipts.sale("last-away"));
        eventually().until(() -> health().get("status").asText().equals("DOWN"));
        for (int next = 0; next < 5; next++) {
            String id = "after-last-" + next;
            application.erp().sendText(Receipts.sale(id));
            eventually().until(() -> simulator.has(id));
        }
        AtomicInteger more = new AtomicInteger();
        eventually().pollInterval(Duration.ofMillis(500)).until(() -> {
            application.erp().sendText(Receipts.sale("more-" + more.incrementAndGet()));
            return isDead("last-away");
        });
        eventually().until(() -> simulator.has("more-" + more.get()));
        awaitClosed();
    }

    private static boolean isDead(String uniqueId) {
        return application.count("select count(*) from dead_letter where business_key = ?", uniqueId) == 1;
    }

    private static void awaitDead(String uniqueId) {
        eventually().until(() -> isDead(uniqueId));
    }

    private static JsonNode health() throws IOException, InterruptedException {
        return application.get("/actuator/health/engage");
    }

    private static void awaitClosed() {
        eventually().until(() -> health().at("/details/circuit").asText().equals("closed"));
    }

    private static Map<String, Object> onlyDeadLetter() {
        assertThat(application.rows("select business_key from dead_letter")).hasSize(1);
        return application.rows("select * from dead_letter").get(0);
    }
}
