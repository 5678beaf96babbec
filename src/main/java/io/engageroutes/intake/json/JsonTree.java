package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a document as a tree in which no number is a double: a double would already have lost cents.
 *
 * @param value the tree; numbers are as {@link PartRules#numbers} says
 * @param faults fields that stand twice, and embedded texts that are no JSON
 */
record JsonTree(JsonNode value, List<Fault> faults) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** How much of a document may still be taken into memory. */
    static final class Budget {

        private int tokens;

        void count(JsonParser parser) {
            if (++tokens > JsonLimits.MOST_TOKENS) {
                throw new BrokenDocument(new Fault(
                        "receipt-too-large",
                        Places.of(parser.currentLocation()),
                        null,
                        "a receipt may have at most " + JsonLimits.MOST_TOKENS + " names, values and brackets"));
            }
        }
    }

    /**
     * Reads the value that begins at the parser's current token and leaves the parser on its last.
     *
     * @param name of the field it stands at, or in whose array
     */
    static JsonTree read(JsonParser parser, PartRules rules, String name) throws IOException {
        List<Fault> faults = new ArrayList<>();
        return new JsonTree(new Builder(parser, rules, new Budget(), faults).value("", name), faults);
    }

    /** The same for one of several values that share a budget; {@code name} is its place too. */
    static JsonNode read(JsonParser parser, PartRules rules, Budget budget, String name, List<Fault> faults)
            throws IOException {
        return new Builder(parser, rules, budget, faults).value(name, name);
    }

    static Fault twice(String place, String name) {
        return new Fault("duplicate-field", place, name, "a field may stand only once; send the one that counts");
    }

    private record Builder(JsonParser parser, PartRules rules, Budget budget, List<Fault> faults) {

        private JsonNode value(String path, String name) throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(path, name);
                case START_ARRAY -> array(path, name);
                case VALUE_STRING -> text(path, name);
                case VALUE_TRUE -> NODES.booleanNode(true);
                case VALUE_FALSE -> NODES.booleanNode(false);
                case VALUE_NULL -> NODES.nullNode();
                default -> JsonNumbers.node(parser.getText(), rules.numbers());
            };
        }

        private ObjectNode object(String path, String parent) throws IOException {
            ObjectNode object = NODES.objectNode();
            while (next() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String place = path.isEmpty() ? name : path + "." + name;
                next();
                if (rules.drops(name, parent)) {
                    parser.skipChildren();
                    continue;
                }
                JsonNode value = value(place, name);
                if (object.has(name)) {
                    faults.add(twice(place, name));
                } else {
                    object.set(name, value);
                }
            }
            return object;
        }

        private ArrayNode array(String path, String name) throws IOException {
            ArrayNode array = NODES.arrayNode();
            while (next() != JsonToken.END_ARRAY) {
                array.add(value(path + "[" + array.size() + "]", name));
            }
            return array;
        }

        private JsonNode text(String path, String name) throws IOException {
            String text = parser.getText();
            if (!rules.embedded().contains(name) || text.isBlank()) {
                return NODES.textNode(text);
            }
            try (JsonParser inner = JsonLimits.factory().createParser(text)) {
                inner.nextToken();
                JsonNode value = new Builder(inner, rules, budget, faults).value(path, name);
                if (inner.nextToken() == null) {
                    return value;
                }
            } catch (JsonProcessingException e) {
                // said below: what is quoted of it may be personal data
            }
            faults.add(new Fault(
                    "not-json",
                    path,
                    null,
                    "one JSON value should stand in this text, as the mapping's settings say with `embedded`"));
            return NODES.nullNode();
        }

        private JsonToken next() throws IOException {
            budget.count(parser);
            return parser.nextToken();
        }
    }
}
