package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the web shop is answered, and that what it was told is true. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallbacksIT {

    private static final String NEW_SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("the-secret-that-comes-after-it".getBytes());

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Shop shop;

    @BeforeAll
    static void start() throws Exception {
        application =
                RunningApplication.start(folder, CallbacksIT.class, "shop.secrets=" + Shop.SECRET + "," + NEW_SECRET);
        shop = application.shop();
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return RunningApplication.JSON.readTree(answer.body());
    }

    private static void assertNothingTaken(String uniqueId) {
        shop.callBack("after-" + uniqueId, Receipts.sale("after-" + uniqueId));
        eventually().until(() -> application.simulator().has("after-" + uniqueId));
        assertThat(application.simulator().has(uniqueId)).isFalse();
        assertThat(application.count("select count(*) from message_ledger where business_key = ?", uniqueId))
                .isZero();
        assertThat(application.count("select count(*) from dead_letter")).isZero();
    }

    @Test
    @Order(1)
    void aSignedCallbackIsAccepted() throws IOException {
        HttpResponse<String> answer = shop.callBack("evt-1", Receipts.sale("shop-1"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).get("delivery").asText()).isEqualTo("evt-1");
        eventually().until(() -> application.simulator().has("shop-1"));
        assertThat(application.count("select count(*) from document where name = 'evt-1' and receipts = 1"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void eitherOfTwoLiveSecretsWill() {
        assertThat(shop.send(shop.signed("evt-2", bytes(Receipts.sale("shop-2")), Instant.now(), NEW_SECRET))
                        .statusCode())
                .isEqualTo(202);
        eventually().until(() -> application.simulator().has("shop-2"));
    }

    @Test
    @Order(3)
    void aWrongSignatureIsRefused() throws IOException {
        String wrong = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        HttpResponse<String> answer =
                shop.send(shop.signed("evt-3", bytes(Receipts.sale("shop-3")), Instant.now(), wrong));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("code").asText()).isEqualTo("bad-signature");
        assertThat(json(answer).get("message").asText()).contains("no signature in webhook-signature matches");
        assertNothingTaken("shop-3");
    }

    @Test
    @Order(4)
    void noSignatureIsRefused() {
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(
                        shop.signed("evt", new byte[0], Instant.now(), Shop.SECRET)
                                .build()
                                .uri())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Receipts.sale("shop-4")));
        HttpResponse<String> answer = shop.send(unsigned);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("webhook-id");
        assertNothingTaken("shop-4");
    }

    @Test
    @Order(5)
    void aBodyThatWasChangedAfterwardsIsRefused() {
        HttpRequest.Builder changed = shop.signed("evt-5", bytes(Receipts.sale("shop-5")), Instant.now(), Shop.SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(Receipts.sale("shop-5") + " "));
        assertThat(shop.send(changed).statusCode()).isEqualTo(401);
        assertNothingTaken("shop-5");
    }

    @Test
    @Order(6)
    void anOldTimestampIsRefusedAndOneFromTheFutureToo() throws IOException {
        for (Duration shift : new Duration[] {Duration.ofMinutes(-6), Duration.ofMinutes(6)}) {
            HttpResponse<String> answer = shop.send(shop.signed(
                    "evt-6", bytes(Receipts.sale("shop-6")), Instant.now().plus(shift), Shop.SECRET));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).get("message").asText()).contains("webhook-timestamp");
        }
        assertNothingTaken("shop-6");
    }

    @Test
    @Order(7)
    void anotherContentTypeIsRefused() throws IOException {
        HttpResponse<String> answer =
                shop.send(shop.signed("evt-7", bytes(Receipts.sale("shop-7")), Instant.now(), Shop.SECRET)
                        .setHeader("Content-Type", "text/xml"));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
        assertThat(json(answer).get("code").asText()).isEqualTo("unsupported-media-type");
        assertNothingTaken("shop-7");
    }

    @Test
    @Order(8)
    void aBodyOfMoreThanAMegabyteIsToldTheLimit() throws IOException {
        for (int size : new int[] {(1 << 20) + 1, 10 << 20}) {
            byte[] body = bytes(Receipts.sale("shop-8")
                    + " ".repeat(size - Receipts.sale("shop-8").length()));
            HttpResponse<String> answer = shop.send(shop.signed("evt-8", body, Instant.now(), Shop.SECRET));
            assertThat(answer.statusCode()).as("" + size).isEqualTo(413);
            assertThat(json(answer).get("code").asText()).isEqualTo("too-large");
            assertThat(json(answer).get("message").asText()).contains("1048576", "callbacks.most-bytes");
        }
        assertNothingTaken("shop-8");
    }

    @Test
    @Order(9)
    void exactlyAMegabyteIsTaken() {
        byte[] body = bytes(Receipts.sale("shop-9")
                + " ".repeat((1 << 20) - Receipts.sale("shop-9").length()));
        assertThat(shop.send(shop.signed("evt-9", body, Instant.now(), Shop.SECRET))
                        .statusCode())
                .isEqualTo(202);
        eventually().until(() -> application.simulator().has("shop-9"));
    }

    @Test
    @Order(10)
    void allFaultsOfAllReceiptsAreToldAndNothingIsTaken() throws IOException {
        String wrong = Receipts.sale("shop-10b", receipt -> {
            receipt.put("storeId", "998").put("currency", "SKR").remove("receiptNumber");
            Receipts.line(receipt).put("quantity", "0");
        });
        HttpResponse<String> answer = shop.callBack("evt-10", "[" + Receipts.sale("shop-10a") + "," + wrong + "]");
        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode body = json(answer);
        assertThat(body.get("code").asText()).isEqualTo("rejected");
        assertThat(body.get("message").asText()).contains("nothing was taken");
        assertThat(body.get("faults")).hasSize(4);
        assertThat(body.get("faults").findValuesAsText("code"))
                .containsExactlyInAnyOrder(
                        "field-missing", "store-unknown", "currency-unknown", "quantity-not-positive");
        assertThat(body.get("faults").findValuesAsText("place"))
                .allSatisfy(place -> assertThat(place).containsAnyOf("2", "[1]"));
        assertNothingTaken("shop-10a");
        assertThat(application.count("select count(*) from document where name = 'evt-10'"))
                .isZero();
    }

    @Test
    @Order(11)
    void whatIsNoReceiptAtAllIsToldSo() throws IOException {
        for (String nonsense : new String[] {"", "{", "[]x", "\"text\"", "{\"uniqueId\":17}", "null"}) {
            HttpResponse<String> answer = shop.callBack("evt-11", nonsense);
            assertThat(answer.statusCode()).as(nonsense).isEqualTo(422);
            assertThat(json(answer).get("faults")).as(nonsense).isNotEmpty();
        }
        assertNothingTaken("shop-11");
    }

    @Test
    @Order(12)
    void theSameWebhookTwiceIsAcceptedTwiceAndDeliveredOnce() {
        for (int times = 0; times < 2; times++) {
            assertThat(shop.callBack("evt-12", Receipts.sale("shop-12")).statusCode())
                    .isEqualTo(202);
        }
        eventually().until(() -> application.simulator().has("shop-12"));
        eventually().until(application::isSettled);
        assertThat(application.simulator().stats().get("duplicates").asInt()).isZero();
        assertThat(application.count("select count(*) from document where name = 'evt-12'"))
                .isEqualTo(1);
    }

    @Test
    @Order(13)
    void aVoidedEventIsAcceptedAndCountedAsNoSale() throws IOException {
        HttpResponse<String> answer = shop.callBack(
                "evt-13", Receipts.sale("shop-13", receipt -> receipt.put("eventType", "receipt.voided")));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertNothingTaken("shop-13");
        assertThat(application.count("select count(*) from document where name = 'evt-13' and non_sales = 1"))
                .isEqualTo(1);
    }

    @Test
    @Order(14)
    void theLogTellsWhatWasRefusedWithoutBodiesOrStackTraces() throws IOException {
        String log = application.log();
        assertThat(log)
                .contains(
                        "refused 401 callback evt-3: ",
                        "refused 413 callback evt-8: ",
                        "refused 422 callback evt-10: currency-unknown,field-missing,");
        assertThat(log).doesNotContain(Receipts.MEMBER, "\tat ", "Ullsockor");
    }

    @Test
    @Order(15)
    void whileTheBrokerIsAwayTheShopIsToldToComeAgainAndThenItGoesOn() throws Exception {
        EmbeddedActiveMQ broker = application.bean(EmbeddedActiveMQ.class);
        broker.stop();
        Instant asked = Instant.now();
        HttpResponse<String> answer = shop.callBack("evt-14", Receipts.sale("shop-14"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(json(answer).get("code").asText()).isEqualTo("not-durable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(application.get("/actuator/health/readiness").get("status").asText())
                .isNotEqualTo("UP");
        assertThat(application.log())
                .contains("refused 503 callback evt-14: ")
                .doesNotContain("JmsPoolSession", "JmsHealthIndicator");
        broker.start();
        eventually()
                .until(() -> shop.callBack("evt-14", Receipts.sale("shop-14")).statusCode() == 202);
        eventually().until(() -> application.simulator().has("shop-14"));
        eventually().until(() -> application
                .get("/actuator/health/readiness")
                .get("status")
                .asText()
                .equals("UP"));
        application.erp().sendText(Receipts.sale("erp-14"));
        eventually().until(() -> application.simulator().has("erp-14"));
    }
}
