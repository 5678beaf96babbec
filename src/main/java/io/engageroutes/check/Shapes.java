package io.engageroutes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The shapes in Camel's own JSON schema of its YAML. Read as data instead of by a validator: that answers one mistake with fifty
 * alternatives that did not match, and refuses placeholders where a number is meant, which Camel takes.
 */
final class Shapes {

    private static final String SCHEMA = "/schema/camelYamlDsl.json";
    private static final String REF = "$ref";

    private final JsonNode definitions;
    private final Map<String, Shape> named = new HashMap<>();
    private final Shape file = new Shape(null);

    private Shapes(JsonNode schema) {
        JsonNode items = schema.path("items");
        definitions = items.path("definitions");
        file.item = new Shape(null);
        fill(file.item, items);
        file.item.group = true;
    }

    static Shapes ofCamel() {
        try (InputStream schema = Shapes.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException("camel-yaml-dsl without " + SCHEMA);
            }
            return new Shapes(new ObjectMapper().readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole file of routes. */
    Shape file() {
        return file;
    }

    /** What may stand under one of the keys of a file, such as {@code route}. */
    Shape topLevel(String key) {
        return file.item.keys.get(key);
    }

    private Shape shape(JsonNode node) {
        if (node.has(REF)) {
            return named(node.path(REF).asText());
        }
        Shape shape = new Shape(null);
        fill(shape, node);
        return shape;
    }

    private Shape named(String reference) {
        Shape known = named.get(reference);
        if (known != null) {
            return known;
        }
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        Shape shape = new Shape(name.substring(name.lastIndexOf('.') + 1));
        named.put(reference, shape); // before it is filled: steps hold steps
        fill(shape, definitions.path(name));
        return shape;
    }

    private void fill(Shape shape, JsonNode node) {
        if (node.has(REF)) {
            String reference = node.path(REF).asText();
            fill(shape, definitions.path(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        switch (node.path("type").asText()) {
            case "" -> {}
            case "array" -> shape.item = shape(node.path("items"));
            case "object" -> shape.group = true;
            default -> shape.value = node.path("type").asText();
        }
        node.path("properties").properties().forEach(property -> {
            if (!property.getValue().isEmpty() || !shape.keys.containsKey(property.getKey())) {
                shape.keys.put(property.getKey(), shape(property.getValue()));
                shape.says.put(
                        property.getKey(),
                        property.getValue().path("description").asText());
            }
        });
        node.path("required").forEach(name -> shape.required.add(name.asText()));
        node.path("enum").forEach(word -> shape.words.add(word.asText()));
        shape.mostKeys = Math.min(shape.mostKeys, node.path("maxProperties").asInt(Integer.MAX_VALUE));
        node.path("oneOf").forEach(alternative -> fill(shape, alternative)); // a value or a group, mostly
        node.path("anyOf").forEach(part -> choice(shape, part));
        shape.anyKey = shape.group && shape.keys.isEmpty();
    }

    /** One of several keys, such as the languages of an expression. */
    private void choice(Shape shape, JsonNode part) {
        Set<String> names = new LinkedHashSet<>();
        boolean optional = collect(shape, part, names);
        if (!names.isEmpty()) {
            shape.choices.add(new Shape.Choice(names, !optional));
        }
    }

    private boolean collect(Shape shape, JsonNode part, Set<String> names) {
        boolean optional = false;
        for (JsonNode alternative : part.path("oneOf")) {
            if (alternative.has("not")) {
                optional = true;
            } else if (alternative.has(REF)) {
                String reference = alternative.path(REF).asText();
                JsonNode definition = definitions.path(reference.substring(reference.lastIndexOf('/') + 1));
                for (JsonNode inner : definition.path("anyOf")) {
                    collect(shape, inner, names);
                }
            } else {
                alternative.path("properties").properties().forEach(property -> {
                    names.add(property.getKey());
                    shape.keys.put(property.getKey(), shape(property.getValue()));
                });
            }
        }
        return optional;
    }
}
