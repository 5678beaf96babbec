package io.engageroutes.intake.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that a profile finds by a path and may translate, or sets for all.
 *
 * @param constant the value for all, or null
 * @param values what each value in the document means
 * @param same whether a value that is not listed means itself
 */
public record ValueTable(Paths paths, String constant, Map<String, String> values, boolean same) {

    /** The group of that key: {@code constant}, or {@code path} with {@code values} and {@code otherwise: same | reject}. */
    public static ValueTable read(ProfileSection root, String key) {
        ProfileSection section = root.section(key);
        String written = section.text("constant", "");
        String constant = written.isEmpty() ? null : written;
        Paths paths = section.paths("path");
        if (constant == null && paths.isEmpty()) {
            section.fault("path", null, "must say where it stands, or constant what it always is");
        }
        if (constant != null && !paths.isEmpty()) {
            section.fault("constant", constant, "must be either constant or path, not both");
        }
        ValueTable table = new ValueTable(
                paths,
                constant,
                texts(section.section("values")),
                section.oneOf("otherwise", "same", "reject").equals("same"));
        section.end();
        return table;
    }

    /** A group of keys that are values of the document, each with one text. */
    public static Map<String, String> texts(ProfileSection section) {
        Map<String, String> texts = new HashMap<>();
        section.everyKey().forEach((key, values) -> {
            if (values.size() == 1 && !values.get(0).isBlank()) {
                texts.put(key, values.get(0));
            } else {
                section.fault(key, values.toString(), "must be one text");
            }
        });
        return Map.copyOf(texts);
    }

    /** A group whose keys are meanings, each with the values of the document that mean it, the other way round. */
    public static Map<String, String> reversed(ProfileSection section) {
        Map<String, String> meanings = new HashMap<>();
        section.everyKey()
                .forEach((meaning, values) -> values.forEach(value -> {
                    String before = meanings.put(value, meaning);
                    if (before != null && !before.equals(meaning)) {
                        section.fault(meaning, value, "is listed under " + before + " too; list it once");
                    }
                }));
        return Map.copyOf(meanings);
    }

    /** What the value means; null when nothing stands there, or it is not listed and must be. */
    public String of(String value) {
        if (constant != null) {
            return constant;
        }
        return value == null ? null : values.getOrDefault(value, same ? value : null);
    }

    /** The value in the document, or null. */
    public String written(List<Element> from) {
        for (Element element : from) {
            String value = paths.first(element);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
