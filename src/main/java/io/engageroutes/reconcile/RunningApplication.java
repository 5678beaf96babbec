package io.engageroutes.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.engageroutes.delivery.LedgerDays;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The application where it runs, asked over HTTP as its console is. */
public final class RunningApplication {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private static final int DAYS_AT_ONCE = 7;

    /** What it answered instead of what was asked for, or that it did not answer. */
    public static final class NoAnswer extends RuntimeException {

        NoAnswer(String message) {
            super(message);
        }
    }

    private final URI address;
    private final String authorization;
    private final HttpClient client;

    /** @param password of the console's user; blank in the sandbox, where everybody may ask */
    public RunningApplication(URI address, String user, String password) {
        this.address = address;
        this.authorization = password.isBlank()
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    }

    /** @throws NoAnswer when it cannot be asked */
    public LedgerDays.Ends ends(List<String> sources, Period days) {
        Map<String, LedgerDays.Row> rows = new LinkedHashMap<>();
        long onTheirWay = 0;
        for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(DAYS_AT_ONCE)) {
            LocalDate end = day.plusDays(DAYS_AT_ONCE - 1L);
            String query = "sources=" + encoded(String.join(",", sources)) + "&from=" + day + "&until="
                    + (end.isAfter(days.last()) ? days.last() : end);
            LedgerDays.Ends ends =
                    read(call(request("/api/ledger-days?" + query).GET()), LedgerDays.Ends.class);
            ends.rows().forEach(row -> rows.put(row.messageId(), row));
            onTheirWay = ends.onTheirWay();
        }
        return new LedgerDays.Ends(List.copyOf(rows.values()), onTheirWay);
    }

    /**
     * Puts receipts on their way; when this returns they are durable. Sending the same again does no harm.
     *
     * @param document a name for them in the ledger
     * @param receipts canonical receipts, one JSON object on each line
     * @return the document's id
     */
    public String send(String document, byte[] receipts) {
        HttpRequest.Builder request = request("/api/backfill?document=" + encoded(document))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(receipts));
        return read(call(request), JsonNode.class).path("document").asText();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(5));
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private String call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                throw new NoAnswer("the application at " + address
                        + " does not let this user in: set CONSOLE_USER and CONSOLE_PASSWORD as it has them");
            }
            if (answer.statusCode() / 100 != 2) {
                throw new NoAnswer(
                        "the application at " + address + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new NoAnswer("the application at " + address + " cannot be reached (" + e
                    + "): start it, or give its address with --application");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while the application at " + address + " was asked");
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return JSON.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new NoAnswer("the application at " + address
                    + " answered something else than this version does; is it Engage Routes, and of this version?");
        }
    }
}
