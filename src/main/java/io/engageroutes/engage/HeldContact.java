package io.engageroutes.engage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.contact.AttributeForms;
import io.engageroutes.contact.Consent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What Engage holds of a contact, from the answer of {@code GET /contacts/{id}}. Names are compared without regard to capitals. */
public final class HeldContact {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final JsonNode contact;

    private HeldContact(JsonNode contact) {
        this.contact = contact;
    }

    /** @throws IOException when it is no contact; what it is stays unsaid, for it may name a person */
    public static HeldContact read(String answer) throws IOException {
        JsonNode contact = tree(answer);
        if (!contact.isObject()) {
            throw unreadable();
        }
        return new HeldContact(contact);
    }

    /**
     * The id in an answer: a bare JSON string, or that of a whole contact.
     *
     * @throws IOException when there is none
     */
    public static String id(String answer) throws IOException {
        JsonNode said = tree(answer);
        String id = said.isTextual() ? said.textValue() : said.path("id").asText("");
        if (!UUID.matcher(id).matches()) {
            throw unreadable();
        }
        return id.toLowerCase(Locale.ROOT);
    }

    private static JsonNode tree(String answer) throws IOException {
        try {
            return JSON.readTree(answer == null ? "" : answer);
        } catch (JsonProcessingException notJson) {
            throw unreadable();
        }
    }

    private static IOException unreadable() {
        return new IOException("Engage answered with something that is no contact");
    }

    /** Whether it has any value for the attribute. */
    public boolean hasAny(String attribute) {
        JsonNode held = field(contact.path("attributes"), attribute);
        return held != null && !held.asText().isBlank();
    }

    /** @param country of phone numbers without a country's code, or null */
    public boolean has(String attribute, Object value, String country) {
        JsonNode held = field(contact.path("attributes"), attribute);
        if (held == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return held.asText().equalsIgnoreCase(flag.toString());
        }
        if (value instanceof BigDecimal number && held.isNumber()) {
            return held.decimalValue().compareTo(number) == 0;
        }
        String ours = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return AttributeForms.same(attribute, ours, held.asText(), country);
    }

    /** Clients saw {@code AcceptsEmails} where {@code acceptsEmail} was written. */
    public boolean prefers(String preference, boolean value) {
        JsonNode held = field(contact.path("preferences"), preference);
        if (held == null) {
            held = field(contact.path("preferences"), preference + "s");
        }
        return held != null && held.asText().equalsIgnoreCase(Boolean.toString(value));
    }

    /** Whether the contact gave that answer already, or another one later than this. */
    public boolean answered(Consent consent, OffsetDateTime given) {
        for (JsonNode held : contact.path("consents")) {
            if (held.path("id").asText().equalsIgnoreCase(consent.id()) && held.hasNonNull("value")) {
                boolean same = held.get("value")
                        .asText()
                        .equalsIgnoreCase(consent.value().toString());
                if (same || later(held.path("date").asText(""), given)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean later(String held, OffsetDateTime given) {
        try {
            return OffsetDateTime.parse(held).isAfter(given);
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equalsIgnoreCase(name) && !field.getValue().isNull()) {
                return field.getValue();
            }
        }
        return null;
    }
}
