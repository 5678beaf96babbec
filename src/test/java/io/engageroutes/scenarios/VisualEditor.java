package io.engageroutes.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Writes a route file as the visual editor Kaoto saves it: comments gone, keys in another order, expressions without their outer
 * {@code expression}, and generated ids for steps.
 */
final class VisualEditor {

    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "method", "tokenize");
    private static final Set<String> STEPS =
            Set.of("to", "bean", "setProperty", "setHeader", "setBody", "split", "choice");

    private final ObjectMapper yaml = new YAMLMapper();
    private int number = 1000;

    String save(String file) {
        try {
            return yaml.writeValueAsString(rewritten(yaml.readTree(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode rewritten(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode copy = yaml.createArrayNode();
            list.forEach(each -> copy.add(rewritten(each)));
            return copy;
        }
        if (!(node instanceof ObjectNode group)) {
            return node;
        }
        List<String> names = new ArrayList<>();
        group.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode copy = yaml.createObjectNode();
        for (String name : names) {
            JsonNode value = group.get(name);
            if (name.equals("expression")
                    && value.isObject()
                    && LANGUAGES.contains(value.fieldNames().next())) {
                value.fields()
                        .forEachRemaining(language -> copy.set(language.getKey(), shortened(language.getValue())));
            } else {
                JsonNode its = rewritten(value);
                if (STEPS.contains(name) && its instanceof ObjectNode step && !step.has("id") && group.size() == 1) {
                    step.put("id", name + '-' + number++);
                }
                copy.set(name, its);
            }
        }
        return copy;
    }

    private JsonNode shortened(JsonNode language) {
        boolean onlyText = language.size() == 1 && language.path("expression").isTextual();
        return onlyText ? TextNode.valueOf(language.path("expression").asText()) : rewritten(language);
    }
}
