package io.engageroutes.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param length bytes of the body; 0 for none, -1 when it is not known before it is written
 */
record Answer(int status, Map<String, String> headers, long length, Body body) {

    /** Writes a body. */
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), 0, out -> {});
    }

    static Answer text(int status, byte[] bytes) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                bytes.length,
                out -> out.write(bytes));
    }

    static Answer json(int status, Object value) {
        return text(status, Json.write(value));
    }

    static Answer stream(Body body) {
        return new Answer(200, Map.of("Content-Type", "application/json; charset=utf-8"), -1, body);
    }

    static Answer message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /** The envelope in which Engage's clients see its errors. */
    static Answer error(int status, String code, String message) {
        return error(status, code, message, Map.of());
    }

    static Answer error(int status, String code, String message, Map<String, ?> more) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("errorCode", code);
        envelope.put("message", message);
        envelope.putAll(more);
        return json(status, envelope);
    }

    static Answer invalid(int status, List<String> errors) {
        return error(
                status,
                "ValidationError",
                errors.size() + (errors.size() == 1 ? " rule is broken" : " rules are broken"),
                Map.of(
                        "validationErrors",
                        errors.stream()
                                .map(error -> Map.of("errorDescription", error))
                                .toList()));
    }

    static Answer fault(int status, String body, String retryAfter) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        if (retryAfter != null) {
            headers.put("Retry-After", retryAfter);
        }
        return new Answer(status, headers, bytes.length, out -> out.write(bytes));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, length, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        // The JDK's server says it the other way round: -1 is no body, 0 is a body of unknown length.
        exchange.sendResponseHeaders(status, length == 0 ? -1 : Math.max(length, 0));
        if (length != 0) {
            body.writeTo(exchange.getResponseBody());
        }
    }
}
