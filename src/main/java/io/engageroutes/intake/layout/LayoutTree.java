package io.engageroutes.intake.layout;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A layout file as a tree, laid over the one that it extends. */
final class LayoutTree {

    private static final int DEEPEST = 5;
    private static final String ENDING = ".yaml";

    private final YAMLFactory yaml =
            (YAMLFactory) new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private final Layout.Siblings siblings;

    LayoutTree(Layout.Siblings siblings) {
        this.siblings = siblings;
    }

    /** @throws BrokenLayout when it is no YAML, or extends what is not there */
    ObjectNode read(InputStream file, String fileName) throws IOException {
        return read(file, fileName, 0);
    }

    private ObjectNode read(InputStream file, String fileName, int depth) throws IOException {
        ObjectNode tree = parse(file, fileName);
        JsonNode base = tree.remove("extends");
        if (base == null) {
            return tree;
        }
        String name = base.asText();
        if (depth == DEEPEST || !name.matches("[\\w-]+(\\.[\\w-]+)*")) {
            throw broken(
                    fileName,
                    "extends",
                    name,
                    "the name of a layout beside this one should stand here, such as nordic-flat; layouts may extend each other "
                            + DEEPEST + " deep, and never in a circle");
        }
        String sibling = name.endsWith(ENDING) ? name : name + ENDING;
        try (InputStream opened = siblings.open(sibling)) {
            if (opened == null) {
                throw broken(fileName, "extends", name, "there is no " + sibling + " beside this layout");
            }
            return merged(read(opened, sibling, depth + 1), tree);
        }
    }

    private ObjectNode parse(InputStream file, String fileName) throws IOException {
        try (YAMLParser parser = yaml.createParser(file)) {
            if (parser.nextToken() != null && tree(parser) instanceof ObjectNode tree && parser.nextToken() == null) {
                return tree;
            }
            throw broken(
                    fileName, "", null, "one layout with keys such as `separator` and `receipt` should stand here");
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw broken(fileName, place, null, "well-formed YAML should stand here: " + e.getOriginalMessage());
        }
    }

    /** Values stay text as they are written: a constant 014 is a store and not the number 12 in octal. */
    private static JsonNode tree(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = nodes.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, tree(parser));
                }
                return object;
            }
            case START_ARRAY -> {
                ArrayNode array = nodes.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(parser));
                }
                return array;
            }
            case VALUE_NULL -> {
                return nodes.nullNode();
            }
            default -> {
                return nodes.textNode(parser.getText());
            }
        }
    }

    /** Sections are merged key by key; anything else replaces what it is laid over. */
    private static ObjectNode merged(ObjectNode base, ObjectNode over) {
        over.fields().forEachRemaining(each -> {
            if (each.getValue() instanceof ObjectNode part && base.get(each.getKey()) instanceof ObjectNode below) {
                merged(below, part);
            } else {
                base.set(each.getKey(), each.getValue());
            }
        });
        return base;
    }

    private static BrokenLayout broken(String fileName, String key, String value, String rule) {
        return new BrokenLayout(List.of(new Fault("broken-layout", fileName + ": " + key, value, rule)));
    }
}
