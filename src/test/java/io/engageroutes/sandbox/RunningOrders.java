package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.HandClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

/** A simulator with a client for its orders. */
final class RunningOrders implements AutoCloseable {

    static final String ALMA = "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a01";

    private final RunningSimulator simulator = new RunningSimulator(SimulatorSettings.DEFAULTS);

    RunningOrders() throws IOException {}

    /** From now on jobs take effect at once. */
    RunningOrders atOnce() throws IOException, InterruptedException {
        return settings("{\"orders\":{\"jobDelayMillis\":0}}");
    }

    RunningOrders settings(String settings) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("PUT", "/simulator/settings", settings);
        if (answer.statusCode() != 204) {
            throw new IllegalArgumentException(answer.body());
        }
        return this;
    }

    HandClock clock() {
        return simulator.clock;
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return simulator.call(method, path, body);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return simulator.get(path);
    }

    HttpResponse<String> create(String order) throws IOException, InterruptedException {
        return call("POST", "/api/v3/orders", order);
    }

    HttpResponse<String> act(String orderId, String versionTag) throws IOException, InterruptedException {
        String action = "{\"action\":\"ConfirmOrder\",\"versionTag\":\"" + versionTag
                + "\",\"language\":\"sv-SE\",\"data\":{\"receipt\":\"871\"}}";
        return call("POST", "/api/v3/orders/" + orderId + "/action", action);
    }

    /** The job of a call that was accepted. */
    HttpResponse<String> job(HttpResponse<String> accepted) throws IOException, InterruptedException {
        return get(accepted.headers().firstValue("Location").orElseThrow());
    }

    JsonNode stored(String orderId) throws IOException, InterruptedException {
        return simulator.json("/api/v3/orders/" + orderId);
    }

    String tag(String orderId) throws IOException, InterruptedException {
        return stored(orderId).path("versionTag").asText();
    }

    JsonNode simulator(String what) throws IOException, InterruptedException {
        return simulator.json("/simulator/" + what);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.MAPPER.readTree(answer.body());
    }

    /** An order of a known contact that keeps every rule: one line bought, one brought back. */
    static String order(String orderId) {
        return order(orderId, order -> {});
    }

    static String order(String orderId, Consumer<ObjectNode> change) {
        ObjectNode order = Json.MAPPER.createObjectNode();
        order.put("orderId", orderId)
                .putObject("contact")
                .put("matchKey", "alma.ek@example.org")
                .put("matchKeyType", "email");
        order.put("externalStoreId", "WEB")
                .put("status", "InProgress")
                .put("externalStatus", "Picked")
                .put("currencyCode", "SEK")
                .put("channel", "ecom")
                .put("createdAt", "2026-11-02T09:58:00+01:00");
        order.putArray("references").add("50211");
        ArrayNode items = order.putObject("lineItems").put("subTotal", 150).putArray("items");
        item(items.addObject(), "PURCHASE", 2, "400.00", "80.00")
                .putArray("discounts")
                .addObject()
                .put("value", -100);
        item(items.addObject(), "RETURN", -1, "250.00", "50.00");
        order.putObject("payments")
                .put("total", 150)
                .putArray("items")
                .addObject()
                .put("type", "card")
                .put("value", 150);
        change.accept(order);
        return order.toString();
    }

    static void embedAction(ObjectNode order) {
        order.putObject("action")
                .put("action", "ConfirmOrder")
                .put("language", "sv-SE")
                .putObject("data")
                .put("receipt", "871");
    }

    static ObjectNode item(ObjectNode item, String type, int quantity, String gross, String tax) {
        return item.put("type", type)
                .put("sku", "A-1-M")
                .put("description", "Shirt")
                .put("quantity", quantity)
                .put("grossPaidPrice", new BigDecimal(gross))
                .put("taxAmount", new BigDecimal(tax))
                .put("taxPercent", 25);
    }

    static ObjectNode item(ObjectNode order, int index) {
        return (ObjectNode) order.path("lineItems").path("items").path(index);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
