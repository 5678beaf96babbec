package io.engageroutes.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One HTTP request.
 *
 * @param path the decoded parts of its path, such as {@code [api, v3, receipts]}
 */
record Call(String method, List<String> path, Map<String, String> query, Headers headers, byte[] body) {

    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    static Call of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Nonsense("the body is larger than 16 MiB");
        }
        List<String> path = Stream.of(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                // A plus stands for itself in a path.
                .map(part -> decode(part.replace("+", "%2B")))
                .toList();
        return new Call(
                exchange.getRequestMethod(),
                path,
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Nonsense("the address is not well encoded: " + e.getMessage());
        }
    }

    /** Whether method and path are these; {@code *} stands for any one part. */
    boolean is(String wantedMethod, String... wantedPath) {
        if (!method.equals(wantedMethod) || path.size() != wantedPath.length) {
            return false;
        }
        for (int i = 0; i < wantedPath.length; i++) {
            if (!wantedPath[i].equals("*") && !wantedPath[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String part(int index) {
        return path.get(index);
    }

    String header(String name) {
        return headers.getFirst(name);
    }

    boolean hasJson() {
        String type = header("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The same call without the first {@code count} parts of its path. */
    Call below(int count) {
        return new Call(method, path.subList(count, path.size()), query, headers, body);
    }
}
