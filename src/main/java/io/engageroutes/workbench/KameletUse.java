package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The uses of one kamelet in a route file, in every way in which it may be written: by hand, with the parameters in the URI, or as
 * the visual editor leaves it.
 */
final class KameletUse {

    private static final Pattern URI = Pattern.compile("kamelet:(?://)?([^/?]+)(?:/[^?]*)?(?:\\?(.*))?");
    private static final Set<String> STEPS = Set.of("to", "toD", "from", "wireTap");

    private final String kamelet;
    private final List<Map<String, String>> found = new ArrayList<>();

    private KameletUse(String kamelet) {
        this.kamelet = kamelet;
    }

    /** The parameters of each use, in the order of the file. */
    static List<Map<String, String>> of(String kamelet, JsonNode yaml) {
        KameletUse uses = new KameletUse(kamelet);
        uses.walk(yaml);
        return uses.found;
    }

    private void walk(JsonNode node) {
        if (node.isObject()) {
            if (node.path("uri").isTextual()) {
                endpoint(node.path("uri").asText(), node.path("parameters"));
            }
            node.fields().forEachRemaining(field -> step(field.getKey(), field.getValue()));
        }
        node.forEach(this::walk);
    }

    private void step(String name, JsonNode value) {
        if (STEPS.contains(name) && value.isTextual()) {
            endpoint(value.asText(), null);
        } else if (name.equals("kamelet") && value.isTextual()) {
            endpoint("kamelet:" + value.asText(), null);
        } else if (name.equals("kamelet") && value.path("name").isTextual()) {
            endpoint("kamelet:" + value.path("name").asText(), value.path("parameters"));
        }
    }

    private void endpoint(String uri, JsonNode parameters) {
        Map<String, String> given = new HashMap<>();
        if (parameters != null) {
            parameters
                    .fields()
                    .forEachRemaining(
                            each -> given.put(each.getKey(), each.getValue().asText()));
        }
        String whole = uri.equals("kamelet") ? "kamelet:" + given.getOrDefault("templateId", "") : uri;
        Matcher matcher = URI.matcher(whole);
        if (matcher.matches() && matcher.group(1).equals(kamelet)) {
            query(matcher.group(2), given);
            found.add(given);
        }
    }

    private static void query(String query, Map<String, String> given) {
        if (query == null) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                given.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }
}
