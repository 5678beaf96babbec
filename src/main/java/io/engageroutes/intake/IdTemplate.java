package io.engageroutes.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a receipt's unique id from a template of texts and named parts, such as {@code {source}-{store}-{register}-{date}-{receipt}}. */
public final class IdTemplate {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");

    private final String template;
    /** What stands before, between and behind the parts; one more than those. */
    private final List<String> texts;

    private final List<String> parts;

    private IdTemplate(String template, List<String> texts, List<String> parts) {
        this.template = template;
        this.texts = List.copyOf(texts);
        this.parts = List.copyOf(parts);
    }

    public static IdTemplate of(String template) {
        List<String> texts = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(template);
        int from = 0;
        while (part.find()) {
            texts.add(template.substring(from, part.start()));
            parts.add(part.group(1));
            from = part.end();
        }
        texts.add(template.substring(from));
        return new IdTemplate(template, texts, parts);
    }

    /** The names in braces, in their order. */
    public List<String> parts() {
        return parts;
    }

    /**
     * The unique id; null when a part has no value.
     *
     * @param values of the parts by name; null for one that the receipt lacks
     * @param missing gets the names of those
     */
    public String of(UnaryOperator<String> values, List<String> missing) {
        StringBuilder id = new StringBuilder(64).append(texts.get(0));
        for (int at = 0; at < parts.size(); at++) {
            String value = values.apply(parts.get(at));
            if (value == null) {
                missing.add(parts.get(at));
            }
            id.append(value).append(texts.get(at + 1));
        }
        return missing.isEmpty() ? id.toString() : null;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return template;
    }
}
