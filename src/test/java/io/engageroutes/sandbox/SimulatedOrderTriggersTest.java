package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedOrderTriggersTest {

    private RunningOrders simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = new RunningOrders();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void twoEqualCallsTriggerTwiceAndStoreNothing() throws Exception {
        assertThat(post(order -> {}).statusCode()).isEqualTo(202);
        assertThat(post(order -> {}).statusCode()).isEqualTo(202);
        JsonNode triggers = simulator.simulator("order-triggers?orderNumber=1005");
        assertThat(triggers).hasSize(2);
        JsonNode trigger = triggers.get(1);
        assertThat(trigger.get("time").asText()).isEqualTo("2026-11-02T10:00:00Z");
        assertThat(trigger.get("orderStatus").asText()).isEqualTo("Confirmed");
        assertThat(trigger.get("paymentStatus").asText()).isEqualTo("Paid");
        assertThat(trigger.get("language").asText()).isEqualTo("sv-SE");
        assertThat(trigger.get("contactId").asText()).isEqualTo(RunningOrders.ALMA);
        assertThat(trigger.get("order")).isEqualTo(Json.MAPPER.readTree(order(order -> {})));
        assertThat(simulator.simulator("order-triggers?orderNumber=1006")).isEmpty();
        assertThat(simulator.simulator("orders")).isEmpty();
        assertThat(simulator.simulator("jobs")).isEmpty();
    }

    @Test
    void thereIsNothingButThePost() throws Exception {
        post(order -> {});
        for (String path : List.of("/api/v2/orders", "/api/v2/orders/1005", "/api/v2/orders?contactId=1")) {
            assertThat(simulator.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(simulator.call("PUT", "/api/v2/orders/1005", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void nobodyIsToldWhenTheContactIsUnknown() throws Exception {
        assertThat(post(order -> ((ObjectNode) order.get("contact")).put("matchKey", "nobody@example.org"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(simulator.simulator("order-triggers").get(0).has("contactId"))
                .isFalse();
        assertThat(simulator.simulator("log?orderId=1005").get(0).get("text").asText())
                .isEqualTo("Contact is missing");
    }

    @Test
    void whatIsRequiredMustBeThere() throws Exception {
        for (String name : List.of(
                "contact",
                "orderNumber",
                "orderStatus",
                "paymentStatus",
                "createdDate",
                "storeId",
                "currency",
                "totalGrossPrice",
                "items")) {
            refused(name + " is required", order -> order.remove(name));
        }
        for (String name : List.of("type", "sku", "description", "quantity", "grossPaidPrice")) {
            refused("items[0]." + name + " is required", order -> item(order, 0).remove(name));
        }
        refused("contact.matchKey is required", order -> ((ObjectNode) order.get("contact")).remove("matchKey"));
        refused("items must have at least one row", order -> order.putArray("items"));
        refused("freightFee.value is required", order -> order.putObject("freightFee"));
    }

    @Test
    void typesMustBeRight() throws Exception {
        refused("orderNumber must be a string", order -> order.put("orderNumber", 1005));
        refused("createdDate must be", order -> order.put("createdDate", "2026-11-02T09:58:00"));
        refused("shippingDate must be", order -> order.put("shippingDate", "soon"));
        refused("currency must be", order -> order.put("currency", "KRO"));
        refused("totalGrossPrice must be a number", order -> order.put("totalGrossPrice", "150.00"));
        refused("extraData must be an object", order -> order.putArray("extraData"));
        refused("items[0].type must be", order -> item(order, 0).put("type", "ADJUSTMENT"));
        refused("exchangeRateToGroupCurrency must not", order -> order.put("exchangeRateToGroupCurrency", -1));
    }

    @Test
    void signRulesHold() throws Exception {
        refused("items[0].quantity must be above zero", order -> item(order, 0).put("quantity", -2));
        refused("items[0].quantity must be above zero", order -> item(order, 0).put("quantity", 0));
        refused("items[1].quantity must be below zero", order -> item(order, 1).put("quantity", 1));
        refused(
                "items[0].discounts[0].value must be negative",
                order -> ((ObjectNode) item(order, 0).path("discounts").path(0)).put("value", 100));
        refused("items[1].taxAmount x quantity must be negative for a RETURN", order -> item(order, 1)
                .put("taxAmount", -50));
        refused("items[1].grossPaidPrice must not be negative", order -> item(order, 1)
                .put("grossPaidPrice", -250));
    }

    @Test
    void taxMayBeOffByACentAndNoMore() throws Exception {
        assertThat(post(order -> item(order, 0).put("taxAmount", new BigDecimal("79.99")))
                        .statusCode())
                .isEqualTo(202);
        refused("items[0].taxAmount must be", order -> item(order, 0).put("taxAmount", new BigDecimal("79.98")));
        refused("items[1].taxAmount must be", order -> item(order, 1).put("taxAmount", new BigDecimal("50.02")));
    }

    @Test
    void statusesMustBeConfigured() throws Exception {
        simulator.settings(
                "{\"orderTriggers\":{\"orderStatuses\":[\"Confirmed\"],\"paymentStatuses\":[\"Paid\",\"Open\"]}}");
        assertThat(post(order -> order.put("paymentStatus", "Open")).statusCode())
                .isEqualTo(202);
        refused("orderStatus is none of", order -> order.put("orderStatus", "confirmed"));
        refused("paymentStatus is none of", order -> order.put("paymentStatus", "Owed"));
    }

    @Test
    void sumsAreCheckedOnlyWhenTheirSettingIsOn() throws Exception {
        Consumer<ObjectNode> tax = order -> order.put("totalTax", new BigDecimal("30.01"));
        Consumer<ObjectNode> total = order -> order.putObject("freightFee").put("value", new BigDecimal("0.01"));
        Consumer<ObjectNode> payments = order -> order.remove("paymentMethods");
        for (Consumer<ObjectNode> change : List.of(tax, total, payments)) {
            assertThat(post(change).statusCode()).isEqualTo(202);
        }
        simulator.settings("{\"orderTriggers\":{\"validateTax\":true}}");
        refused("totalTax is 30.01, but the taxes of the items sum to 30.00", tax);
        assertThat(post(total).statusCode()).isEqualTo(202);
        assertThat(post(payments).statusCode()).isEqualTo(202);

        simulator.settings("{\"orderTriggers\":{\"validateTax\":false,\"validateTotal\":true}}");
        refused("totalGrossPrice is 150.00, but items and fees sum to 150.01", total);
        assertThat(post(tax).statusCode()).isEqualTo(202);

        simulator.settings("{\"orderTriggers\":{\"validateTotal\":false,\"validatePayments\":true}}");
        refused("totalGrossPrice is 150.00, but the payments sum to 0", payments);
        assertThat(post(total).statusCode()).isEqualTo(202);

        simulator.settings("{\"orderTriggers\":{\"validateTax\":true,\"validateTotal\":true}}");
        assertThat(post(order -> {}).statusCode()).isEqualTo(202);
    }

    @Test
    void feesAndRoundingCountInTheTotal() throws Exception {
        simulator.settings("{\"orderTriggers\":{\"validateTotal\":true}}");
        HttpResponse<String> answer = post(order -> {
            order.put("totalGrossPrice", new BigDecimal("204.00"));
            order.putObject("freightFee").put("value", 49);
            order.putObject("handlingFee").put("value", new BigDecimal("5.40"));
            order.putObject("totalRoundOff").put("value", new BigDecimal("-0.40"));
        });
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{} {}"})
    void whatIsNoOrderIsRefused(String body) throws Exception {
        HttpResponse<String> answer = simulator.call("POST", "/api/v2/orders", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"errorCode\":\"ValidationError\"");
    }

    @Test
    void successStatusIsSelectable() throws Exception {
        simulator.settings("{\"successStatus\":200}");
        assertThat(post(order -> {}).statusCode()).isEqualTo(200);
    }

    private void refused(String error, Consumer<ObjectNode> change) throws Exception {
        int before = simulator.simulator("order-triggers").size();
        HttpResponse<String> answer = post(change);
        assertThat(answer.statusCode()).as(error).isEqualTo(400);
        assertThat(RunningOrders.json(answer).findValuesAsText("errorDescription"))
                .anyMatch(text -> text.startsWith(error));
        assertThat(simulator.simulator("order-triggers")).hasSize(before);
    }

    private HttpResponse<String> post(Consumer<ObjectNode> change) throws Exception {
        return simulator.call("POST", "/api/v2/orders", order(change));
    }

    /** An order of a known contact that keeps every rule: one line bought, one brought back. */
    private static String order(Consumer<ObjectNode> change) {
        ObjectNode order = Json.MAPPER.createObjectNode();
        order.putObject("contact").put("matchKey", "alma.ek@example.org").put("matchKeyType", "email");
        order.put("orderNumber", "1005")
                .put("orderStatus", "Confirmed")
                .put("paymentStatus", "Paid")
                .put("createdDate", "2026-11-02T09:58:00+01:00")
                .put("storeId", "WEB")
                .put("currency", "SEK")
                .put("language", "sv-SE")
                .put("totalGrossPrice", new BigDecimal("150.00"))
                .put("totalTax", new BigDecimal("30.00"));
        ArrayNode items = order.putArray("items");
        RunningOrders.item(items.addObject(), "PURCHASE", 2, "400.00", "80.00")
                .putArray("discounts")
                .addObject()
                .put("value", -100);
        RunningOrders.item(items.addObject(), "RETURN", -1, "250.00", "50.00");
        order.putArray("paymentMethods").addObject().put("type", "card").put("value", 150);
        change.accept(order);
        return order.toString();
    }

    private static ObjectNode item(ObjectNode order, int index) {
        return (ObjectNode) order.path("items").path(index);
    }
}
