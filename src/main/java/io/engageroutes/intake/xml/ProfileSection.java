package io.engageroutes.intake.xml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** One group of keys of a profile. Collects what is wrong instead of throwing, and knows which keys nobody asked for. */
public final class ProfileSection {

    private final String fileName;
    private final String path;
    private final JsonNode node;
    private final List<Fault> faults;
    private final TreeSet<String> known = new TreeSet<>();

    ProfileSection(String fileName, String path, JsonNode node, List<Fault> faults) {
        this.fileName = fileName;
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            fault("", node.toString(), "must be a group of keys");
        }
    }

    private JsonNode get(String key) {
        known.add(key);
        JsonNode value = node.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    /** One path or a list of them; none when the key is missing. */
    public Paths paths(String key) {
        List<Path> paths = new ArrayList<>();
        for (String text : texts(key, any -> null)) {
            try {
                paths.add(PathParser.parse(text));
            } catch (IllegalArgumentException e) {
                fault(key, text, "is no path: " + e.getMessage());
            }
        }
        return new Paths(paths);
    }

    public Paths requiredPaths(String key) {
        Paths paths = paths(key);
        if (get(key).isMissingNode()) {
            fault(key, null, "must say where it stands, such as 'SequenceNumber'");
        }
        return paths;
    }

    /** One text or a list of them. */
    public List<String> texts(String key, Function<String, String> faultOf) {
        JsonNode value = get(key);
        List<String> texts = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (one.isMissingNode()) {
                continue;
            }
            String fault = one.isContainerNode() ? "must be a text or a list of texts" : faultOf.apply(one.asText());
            if (fault == null) {
                texts.add(one.asText());
            } else {
                fault(key, one.isContainerNode() ? one.toString() : one.asText(), fault);
            }
        }
        return List.copyOf(texts);
    }

    public List<String> texts(String key) {
        return texts(key, any -> null);
    }

    public String text(String key, String otherwise) {
        List<String> texts = texts(key);
        if (texts.size() > 1) {
            fault(key, texts.toString(), "must be one text, not a list");
        }
        return texts.isEmpty() ? otherwise : texts.get(0);
    }

    public boolean flag(String key, boolean otherwise) {
        JsonNode value = get(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(key, value.asText(), "must be true or false");
        }
        return value.isBoolean() ? value.booleanValue() : otherwise;
    }

    public int number(String key, int otherwise) {
        JsonNode value = get(key);
        boolean right = value.canConvertToInt() && value.isIntegralNumber() && value.intValue() > 0;
        if (!value.isMissingNode() && !right) {
            fault(key, value.asText(), "must be a whole number above zero");
        }
        return right ? value.intValue() : otherwise;
    }

    /** The code of a currency; null when the key is missing. */
    public String currency(String key) {
        String currency = text(key, null);
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            fault(key, currency, "must be an ISO 4217 code such as SEK");
        }
        return currency;
    }

    /** One of the words that {@code words} lists; the first of them when the key is missing. */
    public String oneOf(String key, String... words) {
        String text = text(key, words[0]);
        if (!List.of(words).contains(text)) {
            fault(key, text, "must be one of " + String.join(", ", words));
            return words[0];
        }
        return text;
    }

    /** A group inside this one; an empty one when the key is missing. */
    public ProfileSection section(String key) {
        return new ProfileSection(fileName, place(key), get(key), faults);
    }

    /** A list of groups; a single group is a list of one. */
    public List<ProfileSection> sections(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            return List.of(section(key));
        }
        List<ProfileSection> sections = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            sections.add(new ProfileSection(fileName, place(key) + "[" + i + "]", value.get(i), faults));
        }
        return sections;
    }

    /** Every key of this group with its texts; for groups whose keys are the profile's own. */
    public Map<String, List<String>> everyKey() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> all.put(key, texts(key)));
        }
        return all;
    }

    /** The condition in the keys {@code path} and {@code is} or {@code isNot}; this group may hold other keys too. */
    public Condition condition() {
        Paths paths = requiredPaths("path");
        List<String> is = texts("is");
        List<String> isNot = texts("isNot");
        if (is.isEmpty() == isNot.isEmpty()) {
            fault("is", null, "must have either is or isNot, with a value or a list of values");
        }
        return new Condition(paths, is.isEmpty() ? isNot : is, !is.isEmpty());
    }

    public boolean isPresent() {
        return node.isObject();
    }

    /** Says that all keys have been asked for; any other one is a fault. */
    public void end() {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    faults.add(new Fault(
                            "unknown-key",
                            fileName + ", " + place(key),
                            key,
                            "there is no such key here; there are " + String.join(", ", known)));
                }
            });
        }
    }

    public void fault(String key, String value, String rule) {
        faults.add(new Fault("wrong-profile", fileName + ", " + place(key), value, rule));
    }

    private String place(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
