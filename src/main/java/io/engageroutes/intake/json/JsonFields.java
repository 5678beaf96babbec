package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of one JSON object, each read by its name and type; whatever is wrong is added to the faults, with its path. */
final class JsonFields {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final JsonNode object;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    JsonFields(JsonNode object, String path, List<Fault> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** A string that is not blank, or null. */
    String text(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            wrongType(name, node, "a string in quotes, for leading zeros count");
            return null;
        }
        return node.textValue().isBlank() ? null : node.textValue();
    }

    String required(String name) {
        return required(name, text(name));
    }

    /** Passes on what was read from the field, and makes a fault of nothing. */
    <T> T required(String name, T value) {
        JsonNode node = field(name);
        if (value == null
                && (node == null || node.isTextual() && node.textValue().isBlank())) {
            fault("missing-field", name, null, "this field must be there and not empty; the source has to send it");
        }
        return value;
    }

    BigDecimal decimal(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        String text = node.isTextual() ? node.textValue() : numberText(node);
        if (text == null) {
            wrongType(name, node, "a decimal such as \"12.50\", in quotes or not");
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            fault(
                    "not-a-decimal",
                    name,
                    text,
                    "a decimal such as 12.50 should stand here: digits, a point before the decimals, no exponent, no"
                            + " thousand separators");
            return null;
        }
        return new BigDecimal(text);
    }

    /** A decimal that is never below zero. */
    BigDecimal amount(String name) {
        BigDecimal amount = decimal(name);
        if (amount != null && amount.signum() < 0) {
            fault(
                    "negative-amount",
                    name,
                    amount.toPlainString(),
                    "amounts are positive and `type` carries the sign; send it without the minus (a return has type RETURN)");
        }
        return amount;
    }

    Boolean bool(String name) {
        JsonNode node = field(name);
        if (node != null && !node.isBoolean()) {
            wrongType(name, node, "true or false, without quotes");
            return null;
        }
        return node == null ? null : node.booleanValue();
    }

    Integer wholeNumber(String name) {
        JsonNode node = field(name);
        return node == null ? null : wholeNumber(name, node);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        fault("unknown-value", name, text, "one of " + allowed + " should stand here, spelt like that");
        return null;
    }

    /** Reads every object of a list; {@code part} also gets its position, from 1. */
    <T> List<T> objects(String name, BiFunction<JsonFields, Integer, T> part) {
        List<T> parts = new ArrayList<>();
        elements(name, (place, node) -> {
            if (!node.isObject()) {
                wrongType(place, node, "an object in braces");
                return null;
            }
            JsonFields fields = new JsonFields(node, path(place), faults);
            parts.add(part.apply(fields, parts.size() + 1));
            fields.refuseUnknown();
            return null;
        });
        return parts;
    }

    List<String> texts(String name) {
        return elements(name, (place, node) -> {
            if (node.isTextual() && !node.textValue().isBlank()) {
                return node.textValue();
            }
            wrongType(place, node, "a string in quotes that is not empty");
            return null;
        });
    }

    List<Integer> wholeNumbers(String name) {
        return elements(name, this::wholeNumber);
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

    /** Reads a field as {@code text} and then by {@code reading}, which returns null for what it does not understand. */
    <T> T parsed(String name, Function<String, T> reading, String code, String rule) {
        String text = text(name);
        T value = text == null ? null : reading.apply(text);
        if (text != null && value == null) {
            fault(code, name, text, rule);
        }
        return value;
    }

    void fault(String code, String name, String value, String rule) {
        faults.add(new Fault(code, path(name), value, rule));
    }

    private <T> List<T> elements(String name, BiFunction<String, JsonNode, T> element) {
        JsonNode node = field(name);
        if (node != null && !node.isArray()) {
            wrongType(name, node, "a list in square brackets");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; node != null && node.isArray() && i < node.size(); i++) {
            T value = element.apply(name + "[" + i + "]", node.get(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Integer wholeNumber(String name, JsonNode node) {
        String text = numberText(node);
        if (text != null && WHOLE_NUMBER.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        wrongType(name, node, "a whole number from 0, without quotes");
        return null;
    }

    private JsonNode field(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private void wrongType(String name, JsonNode node, String expected) {
        String value = node.isContainerNode() ? (node.isArray() ? "a list" : "an object") : node.asText();
        fault("wrong-type", name, secret(name) ? "(not shown)" : value, expected + " should stand here");
    }

    private boolean secret(String name) {
        return path.startsWith("contactKeys") && name.equals("value");
    }

    private static String numberText(JsonNode node) {
        return node instanceof POJONode number ? number.getPojo().toString() : null;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
