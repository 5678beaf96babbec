package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningSimulator.item;
import static io.engageroutes.sandbox.RunningSimulator.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedReceiptsTest {

    private RunningSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = RunningSimulator.importingAtOnce();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void receiptIsAcceptedInBothVersionsAndKeptAsPosted(String version) throws Exception {
        String posted = receipt("R-1").replace("150.00", "1.5000E+2").replace(",\"items\"", " ,\n\"items\"");
        assertThat(simulator
                        .call("POST", "/api/" + version + "/receipts", posted)
                        .statusCode())
                .isEqualTo(202);
        assertThat(simulator.get("/simulator/receipts").body()).isEqualTo("[" + posted + "]");
    }

    @Test
    void successStatusIsSelectable() throws Exception {
        simulator.call("PUT", "/simulator/settings", "{\"successStatus\":200}");
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(200);
    }

    @Test
    void receiptsComeBackInOrderAndEachOnce() throws Exception {
        for (String id : List.of("R-2", "R-1", "R-2", "R-3")) {
            assertThat(simulator.post(receipt(id)).statusCode()).isEqualTo(202);
        }
        assertThat(simulator.json("/simulator/receipts").findValuesAsText("uniqueReceiptId"))
                .containsExactly("R-2", "R-1", "R-3");
        assertThat(simulator.json("/simulator/receipts?uniqueReceiptId=R-1")).hasSize(1);
        assertThat(simulator.json("/simulator/receipts?uniqueReceiptId=R-9")).isEmpty();
        assertThat(simulator.json("/simulator/log?uniqueReceiptId=R-2").findValuesAsText("text"))
                .containsExactly("Receipt is already imported and was ignored");
        JsonNode stats = simulator.json("/simulator/stats");
        assertThat(stats.get("accepted").asInt()).isEqualTo(4);
        assertThat(stats.get("unique").asInt()).isEqualTo(3);
        assertThat(stats.get("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void aDuplicateNeverReplacesWhatWasImported() throws Exception {
        simulator.post(receipt("R-1"));
        simulator.post(receipt("R-1", receipt -> receipt.put("receiptNumber", "other")));
        assertThat(simulator
                        .json("/simulator/receipts")
                        .get(0)
                        .get("receiptNumber")
                        .asText())
                .isEqualTo("871");
    }

    @Test
    void acceptedIsNotImportedBeforeTheTick() throws Exception {
        simulator.call("PUT", "/simulator/settings", "{\"importEveryMillis\":3600000}");
        assertThat(simulator.post(receipt("R-1")).statusCode()).isEqualTo(202);
        assertThat(simulator.json("/simulator/receipts")).isEmpty();
        assertThat(simulator.json("/simulator/stats").get("queued").asInt()).isEqualTo(1);
        simulator.call("PUT", "/simulator/settings", "{\"importEveryMillis\":1}");
        await().until(() -> simulator.json("/simulator/receipts").size() == 1);
    }

    @Test
    void unknownContactIsLoggedAndTheReceiptStaysUnconnected() throws Exception {
        simulator.post(receipt("R-1"));
        simulator.post(receipt("R-2", receipt -> contact(receipt).put("matchKey", "0000000000")));
        simulator.post(receipt("R-3", receipt -> contact(receipt).put("contactType", "Contact")));
        assertThat(simulator.json("/simulator/receipts")).hasSize(3);
        assertThat(simulator.json("/simulator/receipts?connected=true").findValuesAsText("uniqueReceiptId"))
                .containsExactly("R-1");
        JsonNode log = simulator.json("/simulator/log?uniqueReceiptId=R-2");
        assertThat(log.get(0).get("level").asText()).isEqualTo("WARNING");
        assertThat(log.get(0).get("text").asText()).isEqualTo("Contact is missing");
        assertThat(simulator.json("/simulator/stats").get("notConnected").asInt())
                .isEqualTo(2);
    }

    @Test
    void everyMatchKeyTypeFindsItsContactInAnyCase() throws Exception {
        List<List<String>> keys = List.of(
                List.of("ContactId", "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a01"),
                List.of("Email", "ALMA.EK@example.org"),
                List.of("mobilephone", "070-000 00 01"),
                List.of("MEMBERNUMBER", "5210000017"),
                List.of("externalId", "WEB-70066"));
        for (List<String> key : keys) {
            simulator.post(receipt(
                    key.get(0),
                    receipt -> contact(receipt).put("matchKeyType", key.get(0)).put("matchKey", key.get(1))));
        }
        assertThat(simulator.json("/simulator/receipts?connected=true")).hasSize(keys.size());
    }

    @Test
    void unknownStoreIsCreated() throws Exception {
        simulator.post(receipt("R-1", receipt -> receipt.put("storeExternalId", "999")));
        assertThat(simulator.get("/api/v3/stores/999").statusCode()).isEqualTo(200);
        assertThat(simulator.json("/simulator/log").get(0).get("text").asText()).contains("999", "created");
    }

    @Test
    void allErrorsAreListedAtOnce() throws Exception {
        var answer = simulator.post(receipt("R-1", receipt -> {
            receipt.remove("receiptNumber");
            receipt.put("storeExternalId", 7).put("currency", "KRO").put("createdDate", "2026-11-02T14:22:05");
            contact(receipt).put("matchKeyType", "shoeSize").remove("matchKey");
            item(receipt, 0).put("quantity", -2);
        }));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = Json.MAPPER.readTree(answer.body());
        assertThat(error.get("errorCode").asText()).isEqualTo("ValidationError");
        assertThat(error.get("validationErrors").findValuesAsText("errorDescription"))
                .containsExactlyInAnyOrder(
                        "contact.matchKey is required",
                        "contact.matchKeyType must be one of Engage's match key types",
                        "receiptNumber is required",
                        "storeExternalId must be a string",
                        "createdDate must be an ISO 8601 time with offset",
                        "currency must be an ISO 4217 code",
                        "items[0].quantity must be above zero for a PURCHASE",
                        "totalGrossPrice is 150.00, but the items sum to -650.00");
        assertThat(simulator.json("/simulator/receipts")).isEmpty();
        assertThat(simulator.json("/simulator/stats").get("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void signRulesHold() throws Exception {
        refused("items[1].quantity", receipt -> item(receipt, 1).put("quantity", 1));
        refused("items[0].quantity", receipt -> item(receipt, 0).put("quantity", 0));
        refused("items[1].grossPaidPrice", receipt -> item(receipt, 1).put("grossPaidPrice", -250));
        refused("items[1].taxAmount", receipt -> item(receipt, 1).put("taxAmount", -50));
        refused(
                "items[0].discounts[0].value",
                receipt -> ((ObjectNode) item(receipt, 0).path("discounts").path(0)).put("value", 100));
        refused("exchangeRateToGroupCurrency", receipt -> receipt.put("exchangeRateToGroupCurrency", -1));
    }

    @Test
    void taxMayBeOffByACentAndNoMore() throws Exception {
        assertThat(simulator
                        .post(receipt("R-1", receipt -> tax(receipt, "80.01")))
                        .statusCode())
                .isEqualTo(202);
        refused("items[0].taxAmount", receipt -> tax(receipt, "80.011"));
        refused("items[0].taxAmount", receipt -> tax(receipt, "79.98"));
    }

    @Test
    void totalMayNotBeOffByACentUnlessTheCheckIsOff() throws Exception {
        Consumer<ObjectNode> cent = receipt -> receipt.put("totalGrossPrice", new BigDecimal("150.01"));
        refused("totalGrossPrice", cent);
        simulator.call("PUT", "/simulator/settings", "{\"validateTotal\":false}");
        assertThat(simulator.post(receipt("R-1", cent)).statusCode()).isEqualTo(202);
    }

    @Test
    void requiredRowsMustBeThere() throws Exception {
        refused("paymentMethods", receipt -> receipt.remove("paymentMethods"));
        refused("paymentMethods", receipt -> receipt.putArray("paymentMethods"));
        refused(
                "paymentMethods[0].value",
                receipt -> receipt.putArray("paymentMethods").addObject().put("type", "card"));
        refused("items", receipt -> receipt.remove("items"));
        refused("items", receipt -> receipt.putArray("items"));
        refused("items[0] must be an object", receipt -> ((ArrayNode) receipt.get("items")).insert(0, 1));
        refused("contact", receipt -> receipt.put("contact", "5210000017"));
        refused("usedBonusChecks[0].checkNumber", receipt -> receipt.putArray("usedBonusChecks")
                .addObject());
    }

    @Test
    void anEvenExchangeNeedsNoPayment() throws Exception {
        String even = receipt("R-1", receipt -> {
            receipt.put("totalGrossPrice", 0).putArray("paymentMethods");
            item(receipt, 1).put("grossPaidPrice", 400).put("taxAmount", 80);
        });
        assertThat(simulator.post(even).statusCode()).isEqualTo(202);
    }

    @Test
    void hugeExponentIsRefusedInsteadOfComputed() throws Exception {
        String body = receipt("R-1").replace("150.00", "1E+999999999");
        assertThat(simulator.post(body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNoReceiptIsRefused(String body) throws Exception {
        var answer = simulator.post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errorCode\":\"ValidationError\"");
    }

    @Test
    void manyReceiptsComeBackWholeAcrossBlocks() throws Exception {
        simulator.call("PUT", "/simulator/settings", "{\"requestsPerSecond\":0}");
        int count = 1000;
        for (int i = 0; i < count; i++) {
            simulator.post(receipt("R-" + i));
        }
        JsonNode receipts = simulator.json("/simulator/receipts");
        assertThat(receipts).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(receipts.get(i)).isEqualTo(Json.MAPPER.readTree(receipt("R-" + i)));
        }
        assertThat(simulator.get("/simulator/receipts?uniqueReceiptId=R-7").body())
                .isEqualTo("[" + receipt("R-7") + "]");
    }

    private void refused(String place, Consumer<ObjectNode> change) throws Exception {
        var answer = simulator.post(receipt("R-refused", change));
        assertThat(answer.statusCode()).as(place).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).findValuesAsText("errorDescription"))
                .anyMatch(error -> error.startsWith(place));
    }

    private static ObjectNode contact(ObjectNode receipt) {
        return (ObjectNode) receipt.get("contact");
    }

    private static void tax(ObjectNode receipt, String amount) {
        item(receipt, 0).put("taxAmount", new BigDecimal(amount));
    }
}
