package io.engageroutes.intake.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A section of a layout file; knows which of its keys were asked for, so that a misspelt one is found. */
final class Section {

    private final JsonNode node;
    private final String path;
    private final List<Fault> faults;
    private final Set<String> known = new HashSet<>();

    Section(JsonNode node, String path, List<Fault> faults) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (!node.isMissingNode() && !node.isObject()) {
            faults.add(
                    new Fault("wrong-type", path, node.asText(), "a section with keys of its own should stand here"));
        }
    }

    boolean isPresent() {
        return node.isObject();
    }

    boolean has(String key) {
        return !get(key).isMissingNode();
    }

    /** The names of its keys, in their order. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    boolean isScalar(String key) {
        return get(key).isValueNode();
    }

    String text(String key, String otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isValueNode()) {
            fault("wrong-type", key, null, "one value should stand here");
            return otherwise;
        }
        return value.asText();
    }

    /** One of the constants, written in lower case with hyphens. */
    <E extends Enum<E>> E oneOf(String key, Class<E> type, E otherwise) {
        String text = text(key, null);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            names.add(name);
            if (name.equals(text)) {
                return constant;
            }
        }
        if (text != null) {
            fault("unknown-value", key, text, "one of " + String.join(", ", names) + " should stand here");
        }
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key, Boolean.toString(otherwise));
        if (!text.equals("true") && !text.equals("false")) {
            fault("wrong-type", key, text, "true or false should stand here");
            return otherwise;
        }
        return text.equals("true");
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, Integer.toString(otherwise));
        if (text.matches("[0-9]{1,8}") && (!has(key) || within(Integer.parseInt(text), least, most))) {
            return Integer.parseInt(text);
        }
        fault("wrong-type", key, text, "a whole number from " + least + " to " + most + " should stand here");
        return otherwise;
    }

    private static boolean within(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** One character, or null when the key is not there. */
    Character character(String key, Character otherwise) {
        String text = text(key, null);
        if (text != null && text.length() != 1) {
            fault("wrong-type", key, text, "one character should stand here, in quotes");
        }
        return text == null || text.length() != 1 ? otherwise : Character.valueOf(text.charAt(0));
    }

    /** A list of values; a single value counts as a list of one. */
    List<String> texts(String key) {
        JsonNode value = get(key);
        List<String> texts = new ArrayList<>();
        if (value.isValueNode()) {
            texts.add(value.asText());
        } else if (value.isArray()) {
            value.forEach(each -> texts.add(each.asText()));
        } else if (!value.isMissingNode()) {
            fault("wrong-type", key, null, "a list should stand here, such as [a, b]");
        }
        return texts;
    }

    /** Keys and values, in their order; null when the key is not there. */
    Map<String, String> map(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return null;
        }
        Map<String, String> map = new LinkedHashMap<>();
        if (!value.isObject()) {
            fault("wrong-type", key, value.asText(), "pairs should stand here, such as {V: SALE, R: RETURN}");
        }
        value.fields()
                .forEachRemaining(each -> map.put(each.getKey(), each.getValue().asText()));
        return map;
    }

    Section section(String key) {
        return new Section(get(key), path(key), faults);
    }

    List<Section> sections(String key) {
        JsonNode value = get(key);
        List<Section> sections = new ArrayList<>();
        if (!value.isMissingNode() && !value.isArray()) {
            fault("wrong-type", key, null, "a list of sections should stand here, each begun with a hyphen");
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            sections.add(new Section(value.get(i), path(key) + "[" + i + "]", faults));
        }
        return sections;
    }

    /** To be called last: makes a fault of every key that nobody asked for. */
    void refuseUnknown() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String names = known.stream().sorted().collect(Collectors.joining(", "));
                fault("unknown-key", name, name, "no such key; known here are " + names);
            }
        });
    }

    void fault(String code, String key, String value, String rule) {
        faults.add(new Fault(code, key.isEmpty() ? path : path(key), value, rule));
    }

    String path(String key) {
        return path.isEmpty() || path.endsWith(": ") ? path + key : path + "." + key;
    }

    private JsonNode get(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? MissingNode.getInstance() : value;
    }
}
