package io.engageroutes.callback;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a callback that a question to its shop is made of. */
record CallbackFields(JsonNode callback) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Pattern FIELD = Pattern.compile("[{]([^{}]+)[}]");
    private static final String ID = "[A-Za-z0-9_-]{1,100}";

    static CallbackFields of(byte[] callback) {
        try {
            return new CallbackFields(JSON.readTree(callback));
        } catch (IOException e) {
            throw new BrokenDocument(
                    new Fault("not-json", "callback", null, "one JSON object should stand in a callback"));
        }
    }

    /** Whether there is anything below that name; there is below none. */
    boolean has(String path) {
        JsonNode node = at(path);
        return path.isEmpty()
                || path.equals("always")
                || !node.isMissingNode() && !node.isNull() && !(node.isContainerNode() && node.isEmpty());
    }

    /**
     * The address with the callback's values in it.
     *
     * @throws BrokenDocument when one is no plain id: whoever calls back must not choose what else is asked for
     */
    String filled(String template) {
        Matcher field = FIELD.matcher(template);
        StringBuilder address = new StringBuilder();
        while (field.find()) {
            String value = at(field.group(1)).asText();
            if (!value.matches(ID)) {
                throw new BrokenDocument(new Fault(
                        "fetch-id-invalid",
                        "callback." + field.group(1),
                        null,
                        "must be an id of letters, digits, hyphens and underscores, to ask the shop for it"));
            }
            field.appendReplacement(address, value);
        }
        return field.appendTail(address).toString();
    }

    private JsonNode at(String path) {
        return callback.at("/" + path.replace('.', '/'));
    }
}
