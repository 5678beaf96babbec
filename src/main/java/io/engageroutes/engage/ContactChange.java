package io.engageroutes.engage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.contact.Consent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Engage is told about a contact: what differs, and nothing that is empty. */
public record ContactChange(Map<String, Object> attributes, Map<String, Boolean> preferences, List<Consent> consents) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    public ContactChange {
        attributes = Map.copyOf(attributes);
        preferences = Map.copyOf(preferences);
        consents = List.copyOf(consents);
    }

    public boolean isEmpty() {
        return attributes.isEmpty() && preferences.isEmpty() && consents.isEmpty();
    }

    /** The body of the call: attributes flat on the top level. */
    public byte[] json() {
        ObjectNode body = JSON.createObjectNode();
        new TreeMap<>(attributes).forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                body.put(name, flag);
            } else if (value instanceof BigDecimal number) {
                body.put(name, number);
            } else {
                body.put(name, value.toString());
            }
        });
        if (!preferences.isEmpty()) {
            ObjectNode preferred = body.putObject("preferences");
            new TreeMap<>(preferences).forEach(preferred::put);
        }
        if (!consents.isEmpty()) {
            ArrayNode answers = body.putArray("consents");
            consents.forEach(consent -> answer(answers.addObject(), consent));
        }
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(ObjectNode answer, Consent consent) {
        answer.put("id", consent.id()).put("value", consent.value());
        OffsetDateTime date = consent.date();
        put(answer, "date", date == null ? null : date.toString());
        put(answer, "source", consent.source());
        put(answer, "comment", consent.comment());
    }

    private static void put(ObjectNode answer, String field, String value) {
        if (value != null) {
            answer.put(field, value);
        }
    }
}
