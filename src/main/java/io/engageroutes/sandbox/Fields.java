package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the fields of one object of a payload and notes every one that is missing or of the wrong type. */
record Fields(JsonNode object, String place, List<String> errors) {

    private static final int MOST_DIGITS = 30;

    /** A text that must be there, or null. */
    String text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return error(name, "is required");
        }
        if (!value.isTextual()) {
            return error(name, "must be a string");
        }
        return value.textValue().isBlank() ? error(name, "is required and is blank") : value.textValue();
    }

    String textIfAny(String name) {
        return absent(name) ? null : text(name);
    }

    /** A number that must be there, or null. */
    BigDecimal number(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return error(name, "is required");
        }
        if (!value.isNumber()) {
            return error(name, "must be a number");
        }
        BigDecimal number = value.decimalValue();
        // 1E+999999999 is a JSON number too, and adding to it takes gigabytes.
        boolean sane = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
        return sane ? number : error(name, "is out of range");
    }

    BigDecimal numberIfAny(String name) {
        return absent(name) ? null : number(name);
    }

    /** An object that must be there; empty when it is not, which is noted once. */
    Fields object(String name) {
        JsonNode value = object.path(name);
        if (!value.isObject()) {
            error(name, absent(name) ? "is required" : "must be an object");
            return null;
        }
        return new Fields(value, path(name), errors);
    }

    /** The rows of an array, those that are objects; null when there is no array. */
    List<Fields> rows(String name) {
        JsonNode array = object.path(name);
        if (!array.isArray()) {
            return error(name, absent(name) ? "is required" : "must be an array");
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> new Fields(array.get(i), path(name) + "[" + i + "]", errors))
                .filter(Fields::isObject)
                .toList();
    }

    List<Fields> rowsIfAny(String name) {
        return absent(name) ? List.of() : rows(name);
    }

    private boolean isObject() {
        if (!object.isObject()) {
            errors.add(place + " must be an object");
        }
        return object.isObject();
    }

    private boolean absent(String name) {
        return object.path(name).isMissingNode() || object.path(name).isNull();
    }

    private String path(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    <T> T error(String name, String rule) {
        errors.add(path(name) + " " + rule);
        return null;
    }
}
