package io.engageroutes.editing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the kamelets that a route uses, also by way of other kamelets. Where the text does not say which, it may be any. */
final class KameletNames {

    private static final String KAMELET = "kamelet";
    private static final Pattern URI = Pattern.compile("kamelet:(?://)?([^/?]+).*", Pattern.DOTALL);

    private final Map<String, JsonNode> known;

    KameletNames(Map<String, JsonNode> known) {
        this.known = known;
    }

    /** Adds them to {@code found}, by their names. */
    void usedBy(JsonNode text, Map<String, JsonNode> found) {
        if (text.isObject()) {
            text.fields().forEachRemaining(field -> {
                if (field.getKey().equals(KAMELET)) {
                    JsonNode step = field.getValue();
                    add(step.isTextual() ? step.asText() : step.path("name").asText("{{"), found);
                }
                usedBy(field.getValue(), found);
            });
        } else if (text.isArray()) {
            text.forEach(each -> usedBy(each, found));
        } else if (text.isTextual()) {
            Matcher uri = URI.matcher(text.asText());
            if (uri.matches()) {
                add(uri.group(1), found);
            } else if (text.asText().equals(KAMELET)) {
                add("{{", found); // its name stands in another option
            }
        }
    }

    private void add(String name, Map<String, JsonNode> found) {
        String plain = name.split("[/?]")[0];
        for (Map.Entry<String, JsonNode> kamelet : known.entrySet()) {
            boolean used = plain.contains("{{") || kamelet.getKey().equals(plain);
            if (used && found.put(kamelet.getKey(), kamelet.getValue()) == null) {
                usedBy(kamelet.getValue().path("spec").path("template"), found);
            }
        }
    }
}
