package io.engageroutes.intake.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes the business key from a template such as {@code {source}-{supplier}-{number}-{date}-{type}}. */
public final class IdTemplate {

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");

    private final String template;

    private IdTemplate(String template) {
        this.template = template;
    }

    /**
     * Reads the key {@code uniqueId}.
     *
     * @param usual the template when the profile has none
     * @param parts what a template may name
     * @param needed the part without which all receipts would get the same id
     */
    public static IdTemplate read(ProfileSection root, String usual, List<String> parts, String needed) {
        String template = root.text("uniqueId", usual);
        List<String> named =
                PART.matcher(template).results().map(part -> part.group(1)).toList();
        for (String name : named) {
            if (!parts.contains(name)) {
                root.fault("uniqueId", "{" + name + "}", "must be one of " + parts + " in braces");
            }
        }
        if (!named.contains(needed)) {
            root.fault("uniqueId", template, "must have {" + needed + "}, else different receipts get the same id");
        }
        return new IdTemplate(template);
    }

    private String of(Map<String, String> values, List<String> missing) {
        StringBuilder id = new StringBuilder(64);
        int end = 0;
        for (MatchResult part : PART.matcher(template).results().toList()) {
            String value = values.get(part.group(1));
            if (value == null) {
                missing.add(part.group(1));
            }
            id.append(template, end, part.start()).append(value);
            end = part.end();
        }
        return missing.isEmpty() ? id.append(template.substring(end)).toString() : null;
    }

    /** The key; null when parts of it are missing, which is a fault then. */
    public String of(Map<String, String> values, Findings findings) {
        List<String> missing = new ArrayList<>(0);
        String id = of(values, missing);
        if (id == null) {
            findings.add(
                    "unique-id-incomplete",
                    "uniqueId",
                    null,
                    "the unique id needs " + missing
                            + ", which is not there; correct it at the sender, or the paths or uniqueId in layout "
                            + findings.layout());
        }
        return id;
    }
}
