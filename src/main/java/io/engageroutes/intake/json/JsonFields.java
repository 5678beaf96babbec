package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of one JSON object, each read by its name and type; what does not fit becomes a fault. */
final class JsonFields {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final JsonPart part;

    JsonFields(JsonPart part) {
        this.part = part;
    }

    /** A string that is not blank, or null. */
    String text(String name) {
        JsonNode node = part.get(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            part.wrongType(name, node, "a string in quotes, for leading zeros count");
            return null;
        }
        return node.textValue().isBlank() ? null : node.textValue();
    }

    String required(String name) {
        return required(name, text(name));
    }

    /** Passes on what was read from the field, and makes a fault of nothing. */
    <T> T required(String name, T value) {
        JsonNode node = part.get(name);
        if (value == null
                && (node == null || node.isTextual() && node.textValue().isBlank())) {
            part.fault(
                    "field-missing", name, null, "this field must be there and not empty; the source has to send it");
        }
        return value;
    }

    BigDecimal decimal(String name) {
        JsonNode node = part.get(name);
        if (node == null) {
            return null;
        }
        String text = node.isTextual() ? node.textValue() : JsonPart.numberText(node);
        if (text == null) {
            part.wrongType(name, node, "a decimal such as \"12.50\", in quotes or not");
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            part.fault(
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
            part.fault(
                    "amount-negative",
                    name,
                    amount.toPlainString(),
                    "amounts are positive and `type` carries the sign; send it without the minus (a return has type RETURN)");
        }
        return amount;
    }

    Boolean bool(String name) {
        JsonNode node = part.get(name);
        if (node != null && !node.isBoolean()) {
            part.wrongType(name, node, "true or false, without quotes");
            return null;
        }
        return node == null ? null : node.booleanValue();
    }

    Integer wholeNumber(String name) {
        JsonNode node = part.get(name);
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
        part.fault("unknown-value", name, text, "one of " + allowed + " should stand here, spelt like that");
        return null;
    }

    /** Reads every object of a list; {@code reading} also gets its position, from 1. */
    <T> List<T> objects(String name, BiFunction<JsonFields, Integer, T> reading) {
        List<T> values = new ArrayList<>();
        elements(name, (place, node) -> {
            if (!node.isObject()) {
                part.wrongType(place, node, "an object in braces");
                return null;
            }
            JsonPart element = part.part(place, node);
            values.add(reading.apply(new JsonFields(element), values.size() + 1));
            element.refuseUnknown();
            return null;
        });
        return values;
    }

    /** Reads the object at the field, or answers null where there is none. */
    <T> T object(String name, BiFunction<JsonFields, JsonPart, T> reading) {
        JsonNode node = part.get(name);
        if (node == null) {
            return null;
        }
        if (!node.isObject()) {
            part.wrongType(name, node, "an object in braces");
            return null;
        }
        JsonPart inner = part.part(name, node);
        T value = reading.apply(new JsonFields(inner), inner);
        inner.refuseUnknown();
        return value;
    }

    /** A time with its offset. */
    OffsetDateTime time(String name) {
        return parsed(
                name,
                JsonFields::offsetTime,
                "not-a-time",
                "a time with its offset such as 2026-03-01T14:22:05+01:00 should stand here");
    }

    private static OffsetDateTime offsetTime(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    List<String> texts(String name) {
        return elements(name, (place, node) -> {
            if (node.isTextual() && !node.textValue().isBlank()) {
                return node.textValue();
            }
            part.wrongType(place, node, "a string in quotes that is not empty");
            return null;
        });
    }

    List<Integer> wholeNumbers(String name) {
        return elements(name, this::wholeNumber);
    }

    /** Reads a field as {@code text} and then by {@code reading}, which returns null for what it does not understand. */
    <T> T parsed(String name, Function<String, T> reading, String code, String rule) {
        String text = text(name);
        T value = text == null ? null : reading.apply(text);
        if (text != null && value == null) {
            part.fault(code, name, text, rule);
        }
        return value;
    }

    private <T> List<T> elements(String name, BiFunction<String, JsonNode, T> element) {
        JsonNode node = part.get(name);
        if (node != null && !node.isArray()) {
            part.wrongType(name, node, "a list in square brackets");
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
        String text = JsonPart.numberText(node);
        if (text != null && WHOLE_NUMBER.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        part.wrongType(name, node, "a whole number from 0, without quotes");
        return null;
    }
}
