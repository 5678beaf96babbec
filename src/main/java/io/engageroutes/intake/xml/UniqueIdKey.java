package io.engageroutes.intake.xml;

import io.engageroutes.intake.IdTemplate;
import java.util.List;
import java.util.stream.Collectors;

/** The key {@code uniqueId} of a profile. */
public final class UniqueIdKey {

    private UniqueIdKey() {}

    /**
     * Reads the template.
     *
     * @param usual when the profile has none
     * @param parts what a template may name
     * @param telling the parts of which it needs one, since without them all receipts of a day would get the same id
     */
    public static IdTemplate read(ProfileSection root, String usual, List<String> parts, List<String> telling) {
        IdTemplate template = IdTemplate.of(root.text("uniqueId", usual));
        for (String name : template.parts()) {
            if (!parts.contains(name)) {
                root.fault("uniqueId", "{" + name + "}", "must be one of " + parts + " in braces");
            }
        }
        if (telling.stream().noneMatch(template.parts()::contains)) {
            String names = telling.stream().map(part -> "{" + part + "}").collect(Collectors.joining(" or "));
            root.fault(
                    "uniqueId",
                    template.toString(),
                    "must have " + names + ", else different receipts get the same id");
        }
        return template;
    }
}
