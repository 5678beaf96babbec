package io.engageroutes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Writes route files as a visual editor would: in another order, without comments, in short forms, with ids of its own. */
final class Kaoto {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "method");
    private static final Set<String> STEPS = Set.of(
            "to",
            "bean",
            "log",
            "split",
            "filter",
            "choice",
            "setBody",
            "setHeader",
            "setProperty",
            "removeHeaders",
            "doTry");

    private final Random random;

    Kaoto(long seed) {
        random = new Random(seed);
    }

    void rewrite(Path file) throws IOException {
        JsonNode tree = YAML.readTree(file.toFile());
        JsonNode written = rewritten(tree);
        if (written instanceof ArrayNode entries) {
            List<JsonNode> shuffled = new ArrayList<>();
            entries.forEach(shuffled::add);
            Collections.shuffle(shuffled, random);
            written = JsonNodeFactory.instance.arrayNode().addAll(shuffled);
        }
        Files.writeString(file, YAML.writeValueAsString(written));
    }

    private JsonNode rewritten(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> items.add(rewritten(item)));
            return items;
        }
        if (!(node instanceof ObjectNode group)) {
            return node;
        }
        List<String> names = new ArrayList<>();
        group.fieldNames().forEachRemaining(names::add);
        Collections.shuffle(names, random);
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode below = rewritten(group.get(name));
            if (name.equals("expression") && below.isObject() && random.nextBoolean()) {
                written.setAll((ObjectNode) below);
            } else if (LANGUAGES.contains(name) && isOnly(below, "expression") && random.nextBoolean()) {
                written.set(name, below.get("expression"));
            } else {
                written.set(name, STEPS.contains(name) && below instanceof ObjectNode step ? step(name, step) : below);
            }
        }
        return written;
    }

    private static boolean isOnly(JsonNode node, String key) {
        return node.isObject() && node.size() == 1 && node.path(key).isTextual();
    }

    private JsonNode step(String name, ObjectNode step) {
        if (name.equals("log") && isOnly(step, "message")) {
            return step.get("message");
        }
        if (name.equals("to") && step.path("uri").asText().equals("direct")) {
            String uri = "direct:" + step.path("parameters").path("name").asText();
            if (step.size() == 2 && random.nextBoolean()) {
                return TextNode.valueOf(uri);
            }
            step.put("uri", uri).remove("parameters");
        }
        return step.has("id") ? step : step.put("id", name + "-" + (1000 + random.nextInt(1_000_000_000)));
    }
}
