package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.HandClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.function.Consumer;

/** A simulator on a free port, its settable clock and a client for it. */
final class RunningSimulator implements AutoCloseable {

    final HandClock clock = new HandClock(Instant.parse("2026-11-02T10:00:00Z"));
    private final HttpClient client = HttpClient.newHttpClient();
    private final EngageSimulator simulator;

    RunningSimulator(SimulatorSettings settings) throws IOException {
        simulator = new EngageSimulator(0, settings, clock);
        simulator.start();
    }

    /** Imports at once, so that a test sees at once what became of a receipt. */
    static RunningSimulator importingAtOnce() throws IOException {
        return new RunningSimulator(SimulatorSettings.DEFAULTS.withImportEveryMillis(0));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("apikey", "a-key")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.MAPPER.readTree(get(path).body());
    }

    HttpResponse<String> post(String receipt) throws IOException, InterruptedException {
        return call("POST", "/api/v3/receipts", receipt);
    }

    /** A receipt that keeps every rule: one line sold, one taken back. */
    static String receipt(String uniqueReceiptId) {
        return receipt(uniqueReceiptId, receipt -> {});
    }

    static String receipt(String uniqueReceiptId, Consumer<ObjectNode> change) {
        ObjectNode receipt = Json.MAPPER.createObjectNode();
        receipt.putObject("contact").put("matchKey", "5210000017").put("matchKeyType", "memberNumber");
        receipt.put("uniqueReceiptId", uniqueReceiptId)
                .put("receiptNumber", "871")
                .put("createdDate", "2026-11-02T14:22:05+01:00")
                .put("storeExternalId", "3004")
                .put("currency", "SEK")
                .put("exchangeRateToGroupCurrency", 1)
                .put("totalGrossPrice", new BigDecimal("150.00"));
        receipt.putArray("paymentMethods").addObject().put("type", "card").put("value", 150);
        ArrayNode items = receipt.putArray("items");
        item(items.addObject(), "PURCHASE", 2, "400.00", "80.00")
                .putArray("discounts")
                .addObject()
                .put("type", "MEMBER")
                .put("value", -100);
        item(items.addObject(), "RETURN", -1, "250.00", "50.00");
        change.accept(receipt);
        return receipt.toString();
    }

    private static ObjectNode item(ObjectNode item, String type, int quantity, String gross, String tax) {
        return item.put("type", type)
                .put("sku", "A-1-M")
                .put("articleNumber", "A-1")
                .put("articleName", "Shirt")
                .put("quantity", quantity)
                .put("grossPaidPrice", new BigDecimal(gross))
                .put("taxAmount", new BigDecimal(tax))
                .put("taxPercent", 25);
    }

    static ObjectNode item(ObjectNode receipt, int index) {
        return (ObjectNode) receipt.path("items").path(index);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
