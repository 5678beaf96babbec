package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.receipt.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One JSON object of a receipt: knows where it stands, which of its fields were asked for, and where faults go. */
final class JsonPart {

    private static final Pattern PERSONAL = Pattern.compile("(^|[.])(contactKeys|attributes)\\b");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_ -]{1,40}");

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    JsonPart(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The object that stands at a field or in a list of this one. */
    JsonPart part(String name, JsonNode node) {
        return new JsonPart(node, place(name), faults);
    }

    /** The field, or null when it is absent or a JSON null. */
    JsonNode get(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** Reads every field of an object whose names nobody knows beforehand. */
    void fields(String name, BiConsumer<String, JsonNode> reading) {
        JsonNode node = get(name);
        if (node == null) {
            return;
        }
        if (!node.isObject()) {
            wrongType(name, node, "an object in braces");
            return;
        }
        node.fields().forEachRemaining(field -> reading.accept(field.getKey(), field.getValue()));
    }

    /** A number as it was written, or null when the node is none. */
    static String numberText(JsonNode node) {
        return JsonNumbers.text(node);
    }

    /** Makes a fault of every field that nobody asked for: a misspelt one would silently lose data. */
    void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !name.startsWith("x-")) {
                String names = known.stream().sorted().collect(Collectors.joining(", "));
                fault(
                        "unknown-field",
                        name,
                        name,
                        "no such field; known here are " + names + ", and what begins with x- is ignored");
            }
        });
    }

    void wrongType(String name, JsonNode node, String expected) {
        fault("wrong-type", name, shown(node), expected + " should stand here");
    }

    void fault(String code, String name, String value, String rule) {
        String place = place(name);
        // whatever stands in a contact key may be personal data, in the wrong field too; a single word says what kind
        // it is
        boolean secret = PERSONAL.matcher(place).find()
                && value != null
                && !WORD.matcher(value).matches();
        faults.add(new Fault(code, place, secret ? "(not shown)" : value, rule));
    }

    private static String shown(JsonNode node) {
        String number = numberText(node);
        if (number != null) {
            return number;
        }
        return node.isArray() ? "a list" : node.isObject() ? "an object" : node.asText();
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
