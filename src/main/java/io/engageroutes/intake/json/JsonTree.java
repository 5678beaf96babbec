package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a document as a tree in which numbers keep their text: a double would already have lost cents.
 *
 * @param value the tree; numbers are {@link RawValue}s
 * @param faults fields that stand twice
 */
record JsonTree(JsonNode value, List<Fault> faults) {

    /** Reads the value that begins at the parser's current token and leaves the parser on its last. */
    static JsonTree read(JsonParser parser) throws IOException {
        List<Fault> faults = new ArrayList<>();
        return new JsonTree(new Builder(parser, faults).value(""), faults);
    }

    private static final class Builder {

        private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

        private final JsonParser parser;
        private final List<Fault> faults;
        private int tokens;

        private Builder(JsonParser parser, List<Fault> faults) {
            this.parser = parser;
            this.faults = faults;
        }

        private JsonNode value(String path) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(path);
                case START_ARRAY -> array(path);
                case VALUE_STRING -> NODES.textNode(parser.getText());
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                case VALUE_NULL -> NODES.nullNode();
                default -> NODES.rawValueNode(new RawValue(parser.getText()));
            };
        }

        private ObjectNode object(String path) throws IOException {
            ObjectNode object = NODES.objectNode();
            while (next() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String place = path.isEmpty() ? name : path + "." + name;
                next();
                JsonNode value = value(place);
                if (object.has(name)) {
                    faults.add(new Fault(
                            "duplicate-field", place, name, "a field may stand only once; send the one that counts"));
                } else {
                    object.set(name, value);
                }
            }
            return object;
        }

        private ArrayNode array(String path) throws IOException {
            ArrayNode array = NODES.arrayNode();
            while (next() != JsonToken.END_ARRAY) {
                array.add(value(path + "[" + array.size() + "]"));
            }
            return array;
        }

        private JsonToken next() throws IOException {
            if (++tokens > JsonLimits.MOST_TOKENS) {
                throw new BrokenDocument(new Fault(
                        "receipt-too-large",
                        Places.of(parser.currentLocation()),
                        null,
                        "a receipt may have at most " + JsonLimits.MOST_TOKENS + " names, values and brackets"));
            }
            return parser.nextToken();
        }
    }
}
