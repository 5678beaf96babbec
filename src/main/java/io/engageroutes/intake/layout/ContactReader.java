package io.engageroutes.intake.layout;

import io.engageroutes.receipt.ContactKeyType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads from a layout which column tells who bought, and what its values are. */
final class ContactReader {

    private ContactReader() {}

    static ContactFields read(Section section, FieldReader fields) {
        Map<Pattern, ContactKeyType> types = new LinkedHashMap<>();
        ContactKeyType type = contactType(section);
        if (type != null) {
            types.put(Pattern.compile("(?s).*"), type);
        }
        for (Section each : section.sections("types")) {
            pattern(each, types);
        }
        Field field = fields.personal(section, "column");
        if (types.isEmpty() || field == null) {
            section.fault(
                    "missing-key", "", null, "`column` and either `type` or `types` with patterns should stand here");
        }
        return new ContactFields(field, types);
    }

    private static void pattern(Section section, Map<Pattern, ContactKeyType> types) {
        try {
            Pattern pattern = Pattern.compile(section.text("pattern", ""));
            ContactKeyType type = contactType(section);
            if (type == null || pattern.pattern().isEmpty()) {
                section.fault("missing-key", "", null, "both `pattern` and `type` should stand here");
            } else {
                types.put(pattern, type);
            }
        } catch (PatternSyntaxException e) {
            section.fault(
                    "wrong-type",
                    "pattern",
                    e.getPattern(),
                    "a regular expression should stand here: " + e.getDescription());
        }
        section.refuseUnknown();
    }

    private static ContactKeyType contactType(Section section) {
        String text = section.text("type", null);
        for (ContactKeyType type : ContactKeyType.values()) {
            if (type.name().equals(text)) {
                return type;
            }
        }
        if (text != null) {
            section.fault(
                    "unknown-value", "type", text, "one of " + List.of(ContactKeyType.values()) + " should stand here");
        }
        return null;
    }
}
