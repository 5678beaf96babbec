package io.engageroutes.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The canonical contact as JSON, the form it has on the queue: every field is called as the record's component; what is null or empty
 * is left out; decimals are strings only where the source wrote strings. Equal contacts give equal bytes, so the bytes may be hashed.
 * Reading what was written gives an equal contact.
 */
public final class ContactJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ContactJson() {}

    /** One contact in UTF-8. */
    public static byte[] bytes(Contact contact) {
        ObjectNode node = JSON.createObjectNode();
        if (!contact.contactKeys().isEmpty()) {
            ArrayNode keys = node.putArray("contactKeys");
            contact.contactKeys().forEach(key -> put(put(keys.addObject(), "type", key.type()), "value", key.value()));
        }
        put(node, "changedAt", contact.changedAt());
        put(node, "storeId", contact.storeId());
        put(node, "contactType", contact.contactType());
        if (!contact.attributes().isEmpty()) {
            ObjectNode attributes = node.putObject("attributes");
            new TreeMap<>(contact.attributes()).forEach((name, value) -> attributes.set(name, value(value)));
        }
        if (!contact.preferences().isEmpty()) {
            ObjectNode preferences = node.putObject("preferences");
            new TreeMap<>(contact.preferences()).forEach(preferences::put);
        }
        if (!contact.consents().isEmpty()) {
            ArrayNode consents = node.putArray("consents");
            contact.consents().forEach(consent -> {
                ObjectNode one = put(consents.addObject(), "id", consent.id());
                if (consent.value() != null) {
                    one.put("value", consent.value());
                }
                put(one, "date", consent.date());
                put(one, "source", consent.source());
                put(one, "comment", consent.comment());
            });
        }
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static JsonNode value(Object value) {
        return value instanceof Boolean flag
                ? JSON.getNodeFactory().booleanNode(flag)
                : value instanceof BigDecimal number
                        ? JSON.getNodeFactory().numberNode(number)
                        : JSON.getNodeFactory().textNode(value.toString());
    }

    private static ObjectNode put(ObjectNode node, String field, Object value) {
        if (value != null) {
            node.put(field, value.toString());
        }
        return node;
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IOException when it is something else
     */
    public static Contact read(byte[] bytes) throws IOException {
        return read(JSON.readTree(bytes));
    }

    /** Reads one contact where the parser stands, in what {@link #bytes} wrote. */
    public static Contact read(JsonParser json) throws IOException {
        return read(JSON.<JsonNode>readTree(json));
    }

    private static Contact read(JsonNode node) throws IOException {
        try {
            List<ContactKey> keys = new ArrayList<>();
            node.path("contactKeys")
                    .forEach(key -> keys.add(new ContactKey(
                            key.has("type") ? ContactKeyType.valueOf(text(key, "type")) : null, text(key, "value"))));
            Map<String, Object> attributes = new TreeMap<>();
            node.path("attributes")
                    .fields()
                    .forEachRemaining(field -> attributes.put(field.getKey(), value(field.getValue())));
            Map<String, Boolean> preferences = new TreeMap<>();
            node.path("preferences")
                    .fields()
                    .forEachRemaining(field ->
                            preferences.put(field.getKey(), field.getValue().asBoolean()));
            List<Consent> consents = new ArrayList<>();
            node.path("consents").forEach(consent -> consents.add(consent(consent)));
            return new Contact(
                    keys,
                    time(node, "changedAt"),
                    text(node, "storeId"),
                    text(node, "contactType"),
                    attributes,
                    preferences,
                    consents);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("contact: a date or a key's type is not as it was written", e);
        }
    }

    private static Consent consent(JsonNode node) {
        return new Consent(
                text(node, "id"),
                node.has("value") ? node.get("value").asBoolean() : null,
                time(node, "date"),
                text(node, "source"),
                text(node, "comment"));
    }

    private static Object value(JsonNode node) {
        return node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.decimalValue() : node.asText();
    }

    private static OffsetDateTime time(JsonNode node, String field) {
        return text(node, field) == null ? null : OffsetDateTime.parse(text(node, field));
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }
}
