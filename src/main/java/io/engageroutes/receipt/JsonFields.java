package io.engageroutes.receipt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the values of JSON fields strictly; a wrong one names its path. */
final class JsonFields {

    private static final int LONGEST_NUMBER = 120;
    private static final int LARGEST_EXPONENT = 100;

    private final JsonParser json;

    JsonFields(JsonParser json) {
        this.json = json;
    }

    /** Demands that the parser stands on the beginning of an object. */
    void open() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("must be an object");
        }
    }

    /** The name of the next field, with the parser on its value; null at the end of the object. */
    String next() throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = json.currentName();
        json.nextToken();
        return name;
    }

    String text() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NULL -> null;
            default -> throw wrong("must be a string");
        };
    }

    BigDecimal amount() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> amount(json.getText());
            case VALUE_NULL -> null;
            default -> throw wrong("must be a decimal number, best as a string");
        };
    }

    private BigDecimal amount(String text) throws IOException {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                BigDecimal value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= LARGEST_EXPONENT) {
                    return value;
                }
            }
        } catch (NumberFormatException e) {
            // Said below, with the path.
        }
        throw wrong("must be a decimal number such as 12.50");
    }

    int integer() throws IOException {
        try {
            if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return json.getIntValue();
            }
        } catch (IOException tooLarge) {
            // Said below, with the path.
        }
        throw wrong("must be a whole number");
    }

    Boolean flag() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw wrong("must be true or false");
        };
    }

    <E extends Enum<E>> E name(Class<E> type) throws IOException {
        String text = text();
        try {
            return text == null ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw wrong("must be one of " + List.of(type.getEnumConstants()));
        }
    }

    LocalDate date() throws IOException {
        String text = text();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong("must be a date such as 2026-03-01");
        }
    }

    OffsetDateTime time() throws IOException {
        String text = text();
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("must be a time with offset such as 2026-03-01T14:22:05+01:00");
        }
    }

    <T> List<T> list(Element<T> element) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return List.of();
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("must be an array");
        }
        List<T> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            T read = element.read(this);
            if (read == null) {
                throw wrong("must not be null");
            }
            elements.add(read);
        }
        return elements;
    }

    IOException unknown() {
        return wrong("is not a field of the canonical receipt");
    }

    IOException wrong(String rule) {
        String path = path();
        return new IOException((path.isEmpty() ? "receipt" : path) + ": " + rule);
    }

    /** Where the parser stands, written like the places of faults: {@code lines[2].quantity}. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (JsonPointer at = json.getParsingContext().pathAsPointer(); !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return path.toString();
    }

    interface Element<T> {
        T read(JsonFields fields) throws IOException;
    }
}
