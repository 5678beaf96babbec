package io.engageroutes.engage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.receipt.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * What an unhappy answer of Engage says. The envelope is not documented; three shapes were seen in clients
 * ({@code errorCode}, {@code message}, {@code detail}, {@code validationErrors}), so it is read tolerantly.
 */
public final class EngageAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FAULTS = 100;
    private static final int MOST_MATCHES = 20;
    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_CODE = 60;
    private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private EngageAnswer() {}

    /** Every fault that Engage named. */
    public static List<Fault> faults(HttpOperationFailedException answer) {
        JsonNode body = body(answer);
        String code = "engage-" + code(body.path("errorCode").asText(), answer.getStatusCode());
        List<Fault> faults = new ArrayList<>();
        for (JsonNode error : body.path("validationErrors")) {
            if (faults.size() < MOST_FAULTS) {
                String said = error.path("errorDescription").asText(error.toString());
                faults.add(new Fault(code, "payload", null, shortened(said, LONGEST_MESSAGE)));
            }
        }
        if (faults.isEmpty()) {
            faults.add(new Fault(
                    code,
                    "payload",
                    Integer.toString(answer.getStatusCode()),
                    shortened(message(body, answer), LONGEST_MESSAGE) + matches(body) + "; mend it and replay it"));
        }
        return faults;
    }

    /** The ids of the contacts of which Engage does not know which is meant; nobody guesses. */
    private static String matches(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("messageDetails").path("multipleMatchesFound").forEach(id -> ids.add(shortened(id.asText(), 40)));
        return ids.isEmpty()
                ? ""
                : " (" + String.join(", ", ids.subList(0, Math.min(ids.size(), MOST_MATCHES)))
                        + "): merge them in Engage, or say which type of contact is meant";
    }

    /** Dead letters are listed and counted by it, so it must be short and without commas, whatever stands there. */
    private static String code(String said, int status) {
        String code = UNUSUAL.matcher(shortened(said, LONGEST_CODE)).replaceAll("-");
        return code.isEmpty() || code.equals("null") ? Integer.toString(status) : code;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String message(JsonNode body, HttpOperationFailedException answer) {
        for (String field : List.of("message", "detail", "title")) {
            if (body.path(field).isTextual()) {
                return body.path(field).asText();
            }
        }
        return answer.getStatusText() == null || answer.getStatusText().isBlank()
                ? "Engage refused it without a reason"
                : answer.getStatusText();
    }

    private static JsonNode body(HttpOperationFailedException answer) {
        try {
            String text = answer.getResponseBody();
            return text == null || text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode().put("message", answer.getResponseBody());
        }
    }

    /** The answer for who mends the message: status and body, or what kept it from coming. */
    public static String describe(Exception cause) {
        if (cause instanceof HttpOperationFailedException answer) {
            String body = answer.getResponseBody();
            String text = answer.getStatusCode() + (body == null || body.isBlank() ? "" : " " + body.strip());
            return text.length() <= 500 ? text : text.substring(0, 500) + "…";
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** The same without a body, which may name a person: for logs and health. */
    static String brief(Exception cause) {
        return cause instanceof HttpOperationFailedException answer
                ? "status " + answer.getStatusCode()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    /** {@code Retry-After} as seconds or as a date; Engage does not document it, so it is honoured and not relied on. */
    static Optional<Duration> retryAfter(Exception cause, Instant now) {
        if (!(cause instanceof HttpOperationFailedException answer) || answer.getResponseHeaders() == null) {
            return Optional.empty();
        }
        return answer.getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .findFirst()
                .flatMap(value -> pause(value, now));
    }

    private static Optional<Duration> pause(String value, Instant now) {
        try {
            Duration pause = value.strip().chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(now, ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
            return pause.isNegative() || pause.isZero()
                    ? Optional.empty()
                    : Optional.of(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
