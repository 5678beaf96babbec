package io.engageroutes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the Engage simulator got, and how it is told to misbehave. */
final class Simulator {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Simulator(URI address) {
        this.address = address;
    }

    /** The imported receipts by their unique id. */
    Map<String, JsonNode> receipts() {
        Map<String, JsonNode> receipts = new LinkedHashMap<>();
        for (JsonNode receipt : json("receipts")) {
            receipts.put(receipt.get("uniqueReceiptId").asText(), receipt);
        }
        return receipts;
    }

    boolean has(String uniqueId) {
        return !json("receipts?uniqueReceiptId=" + uniqueId).isEmpty();
    }

    /** Figures: requests, accepted, unique, duplicates, byStatus and others. */
    JsonNode stats() {
        return json("stats");
    }

    JsonNode contacts() {
        return json("contacts");
    }

    /** Creates a contact as Engage's own pages would. */
    void register(String contact) {
        HttpRequest.Builder call = HttpRequest.newBuilder(
                        address.resolve("/api/v3/contacts?source=CRM&storeExternalId=014&createAsUnapproved=false"))
                .header("apikey", "of-somebody-else")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(contact));
        HttpResponse<String> answer = send(call);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    }

    /** @param faults as {@code POST /simulator/faults} has them */
    void misbehave(String faults) {
        assertThat(call("POST", "faults", faults).statusCode()).isEqualTo(201);
    }

    /** Lets the faults end now. */
    void behave() {
        assertThat(call("DELETE", "faults", "").statusCode()).isEqualTo(204);
    }

    void change(String settings) {
        assertThat(call("PUT", "settings", settings).statusCode()).isEqualTo(204);
    }

    /** What {@code GET /simulator/...} answers. */
    JsonNode json(String what) {
        try {
            return RunningApplication.JSON.readTree(call("GET", what, "").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> call(String method, String what, String body) {
        return send(HttpRequest.newBuilder(address.resolve("/simulator/" + what))
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder call) {
        try {
            return client.send(call.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
