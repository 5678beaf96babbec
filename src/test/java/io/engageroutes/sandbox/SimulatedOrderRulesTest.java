package io.engageroutes.sandbox;

import static io.engageroutes.sandbox.RunningOrders.item;
import static io.engageroutes.sandbox.RunningOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedOrderRulesTest {

    private RunningOrders orders;

    @BeforeEach
    void start() throws Exception {
        orders = new RunningOrders().atOnce();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void whatIsRequiredMustBeThere() throws Exception {
        for (String name : List.of("externalStoreId", "status", "currencyCode", "createdAt", "lineItems")) {
            refused(name + " is required", order -> order.remove(name));
        }
        refusedOnlyWhenNew("orderId is required", order -> order.remove("orderId"));
        refused("lineItems.items is required", order -> order.putObject("lineItems"));
        for (String name : List.of("type", "sku", "quantity", "grossPaidPrice")) {
            refused("lineItems.items[1]." + name + " is required", order -> item(order, 1)
                    .remove(name));
        }
        refused("contact.matchKey is required", order -> ((ObjectNode) order.get("contact")).remove("matchKey"));
        refused("contact.matchKeyType is required", order -> ((ObjectNode) order.get("contact"))
                .remove("matchKeyType"));
    }

    @Test
    void typesMustBeRight() throws Exception {
        refused("contact must be an object", order -> order.put("contact", "alma"));
        refused("contact.matchKeyType must be one of", order -> ((ObjectNode) order.get("contact"))
                .put("matchKeyType", "shoeSize"));
        refused("externalStoreId must be a string", order -> order.put("externalStoreId", 900));
        refused("externalStatus is required and is blank", order -> order.put("externalStatus", ""));
        refused("references must be an array of strings", order -> order.put("references", "50211"));
        refused("references must be an array of strings", order -> order.putArray("references")
                .add(50211));
        refused("currencyCode must be an ISO 4217 code", order -> order.put("currencyCode", "KRO"));
        refused("createdAt must be an ISO 8601 time with offset", order -> order.put("createdAt", "2026-11-02"));
        refused(
                "lastChangedAt must be an ISO 8601 time with offset",
                order -> order.put("lastChangedAt", "2026-11-02T10:00:00"));
        refused("type must be purchase or return", order -> order.put("type", "exchange"));
        refused(
                "lineItems.items[0] must be an object",
                order -> order.putObject("lineItems").putArray("items").add(1));
        refused("lineItems.subTotal must be a number", order -> ((ObjectNode) order.get("lineItems"))
                .put("subTotal", "150"));
        refused("payments must be an object", order -> order.putArray("payments"));
        refused("payments.items must be an array", order -> order.putObject("payments")
                .put("items", 1));
        refused("fees must be an object", order -> order.put("fees", 49));
        refused("discounts must be an object", order -> order.putArray("discounts"));
        refused("billingAddress must be an object", order -> order.put("billingAddress", "Storgatan"));
        refused("delivery.method must be a string", order -> order.putObject("delivery")
                .put("method", 1));
        refused("delivery.deliveryDate must be a date", order -> order.putObject("delivery")
                .put("deliveryDate", "2026-11-31"));
        refused("delivery.deliveryDate must be an ISO 8601 time", order -> order.putObject("delivery")
                .put("deliveryDate", "tomorrow morning"));
    }

    @Test
    void signRulesHold() throws Exception {
        refused("lineItems.items[0].type must be PURCHASE or RETURN", order -> item(order, 0)
                .put("type", "ADJUSTMENT"));
        refused("lineItems.items[0].quantity must be above zero", order -> item(order, 0)
                .put("quantity", -2));
        refused("lineItems.items[0].quantity must be above zero", order -> item(order, 0)
                .put("quantity", 0));
        refused("lineItems.items[1].quantity must be below zero", order -> item(order, 1)
                .put("quantity", 1));
        refused("lineItems.items[1].grossPaidPrice must not be negative", order -> item(order, 1)
                .put("grossPaidPrice", -250));
        refused("lineItems.items[1].taxAmount must not be negative", order -> item(order, 1)
                .put("taxAmount", -50));
        refused(
                "lineItems.items[0].discounts[0].value must be negative",
                order -> ((ObjectNode) item(order, 0).path("discounts").path(0)).put("value", 100));
    }

    @Test
    void allErrorsAreListedAtOnce() throws Exception {
        HttpResponse<String> answer = orders.create(order("W-1", order -> {
            order.remove("status");
            order.put("currencyCode", 752);
            item(order, 0).put("quantity", -1);
        }));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = RunningOrders.json(answer);
        assertThat(error.get("errorCode").asText()).isEqualTo("ValidationError");
        assertThat(error.get("validationErrors").findValuesAsText("errorDescription"))
                .containsExactlyInAnyOrder(
                        "status is required",
                        "currencyCode must be a string",
                        "lineItems.items[0].quantity must be above zero for a PURCHASE");
    }

    @Test
    void statusesMayBeConfigured() throws Exception {
        orders.create(order("W-1"));
        orders.settings("{\"orders\":{\"statuses\":[\"InProgress\",\"Completed\"]}}");
        refused("status is none of the configured values", order -> order.put("status", "Lost"));
        refusedChange("change-status", "{\"status\":\"completed\"}", "status is none of the configured values");
        assertThat(orders.call("POST", "/api/v3/orders/W-1/change-status", "{\"status\":\"Completed\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void changesAndActionsHaveTheirRules() throws Exception {
        orders.create(order("W-1"));
        refusedChange("change-status", "{}", "status or externalStatus is required");
        refusedChange("change-status", "{\"status\":1}", "status must be a string");
        refusedChange("change-status", "{\"externalStatus\":\"\"}", "externalStatus is required and is blank");
        refusedChange("change-delivery", "{}", "method or another one of");
        refusedChange("change-delivery", "{\"trackingNumber\":1}", "trackingNumber must be a string");
        refusedChange("change-delivery", "{\"deliveryDate\":\"27.11.2026\"}", "deliveryDate must be");
        refusedChange("action", "{\"versionTag\":\"a\"}", "action is required");
        refusedChange("action", "{\"action\":\"ConfirmOrder\"}", "versionTag is required");
        refusedChange("action", "{\"action\":\"ConfirmOrder\",\"versionTag\":\"a\",\"data\":1}", "data must be");
        refusedChange(
                "action", "{\"action\":\"ConfirmOrder\",\"versionTag\":\"a\",\"language\":1}", "language must be");
        refusedOnlyWhenNew("action.action is required", order -> order.putObject("action"));
        refusedOnlyWhenNew("action must be an object", order -> order.put("action", "ConfirmOrder"));
        assertThat(orders.simulator("jobs")).hasSize(1);
    }

    @Test
    void aReplacedOrderKeepsItsIdAndBringsNoAction() throws Exception {
        orders.create(order("W-1"));
        replaceRefused("orderId must be that of the address", order("W-2"));
        replaceRefused("action may be embedded in a new order only", order("W-1", RunningOrders::embedAction));
    }

    @Test
    void unknownStoreAndArticleAreLoggedAndTheOrderIsStored() throws Exception {
        orders.settings("{\"orders\":{\"articles\":[\"A-1-M\"]}}");
        HttpResponse<String> accepted = orders.create(order("W-1", order -> {
            order.put("externalStoreId", "999");
            item(order, 1).put("sku", "Z-9");
        }));
        assertThat(RunningOrders.json(orders.job(accepted)).get("state").asText())
                .isEqualTo("Completed");
        JsonNode log = orders.simulator("log?orderId=W-1");
        assertThat(log.findValuesAsText("text"))
                .containsExactlyInAnyOrder("Store is missing: 999", "Article is missing: Z-9");
        assertThat(log.findValuesAsText("level")).containsOnly("WARNING");
        assertThat(orders.simulator("log?orderId=W-2")).isEmpty();
        assertThat(orders.get("/api/v3/stores/999").statusCode()).isEqualTo(404);
        assertThat(orders.get("/api/v3/orders/W-1").statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderWithNothingLeftInItIsTaken() throws Exception {
        assertThat(orders.create(order(
                                "W-1", order -> order.putObject("lineItems").putArray("items")))
                        .statusCode())
                .isEqualTo(202);
        assertThat(orders.stored("W-1").get("type").asText()).isEqualTo("purchase");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"a\":1,\"a\":2}", "{} {}"})
    void whatIsNoObjectIsRefused(String body) throws Exception {
        orders.create(order("W-1"));
        for (String path : List.of("", "/W-1/action", "/W-1/change-status", "/W-1/change-delivery")) {
            HttpResponse<String> answer = orders.call("POST", "/api/v3/orders" + path, body);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains("\"errorCode\":\"ValidationError\"");
        }
    }

    /** Refused as a new order and in the place of one. */
    private void refused(String error, Consumer<ObjectNode> change) throws Exception {
        refusedOnlyWhenNew(error, change);
        assertRefused(error, orders.call("PUT", "/api/v3/orders/W-refused", order("W-refused", change)));
    }

    private void refusedOnlyWhenNew(String error, Consumer<ObjectNode> change) throws Exception {
        HttpResponse<String> answer = orders.create(order("W-refused", change));
        assertRefused(error, answer);
        assertThat(orders.simulator("orders?orderId=W-refused")).isEmpty();
    }

    private void replaceRefused(String error, String order) throws Exception {
        assertRefused(error, orders.call("PUT", "/api/v3/orders/W-1", order));
        assertThat(orders.simulator("jobs")).hasSize(1);
    }

    private void refusedChange(String call, String body, String error) throws Exception {
        assertRefused(error, orders.call("POST", "/api/v3/orders/W-1/" + call, body));
    }

    private static void assertRefused(String error, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(error).isEqualTo(400);
        assertThat(RunningOrders.json(answer).findValuesAsText("errorDescription"))
                .anyMatch(text -> text.startsWith(error));
    }
}
