package io.engageroutes.scenarios.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the simulator of Engage can be asked and told. */
final class Engage {

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    Engage(int port) {
        this.address = "http://127.0.0.1:" + port + "/simulator/";
    }

    /** Takes as many calls as come, each after so long. */
    void answerAfter(int millis) throws IOException, InterruptedException {
        send("PUT", "settings", "{\"requestsPerSecond\":0,\"importEveryMillis\":0}");
        send("POST", "faults", "{\"path\":\"/api\",\"delayMillis\":" + millis + "}");
    }

    long unique() throws IOException, InterruptedException {
        return stats().get("unique").asLong();
    }

    JsonNode stats() throws IOException, InterruptedException {
        return json.readTree(send("GET", "stats", ""));
    }

    /** The ids and totals of all receipts that were imported, in order. */
    List<Map.Entry<String, BigDecimal>> receipts() throws IOException, InterruptedException {
        List<Map.Entry<String, BigDecimal>> receipts = new ArrayList<>();
        for (JsonNode receipt : json.readTree(send("GET", "receipts", ""))) {
            receipts.add(Map.entry(
                    receipt.get("uniqueReceiptId").textValue(),
                    new BigDecimal(receipt.get("totalGrossPrice").asText())));
        }
        return receipts;
    }

    private String send(String method, String what, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + what))
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + what + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
