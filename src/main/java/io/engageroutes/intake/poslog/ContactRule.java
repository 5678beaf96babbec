package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.receipt.ContactKeyType;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a contact key stands.
 *
 * @param paths from {@code Transaction}
 * @param pattern what the whole value must look like to be such a key, or null
 */
record ContactRule(Paths paths, ContactKeyType type, Pattern pattern) {

    static ContactRule read(ProfileSection section) {
        Paths paths = section.requiredPaths("path");
        ContactKeyType type = type(section, section.text("type", null));
        Pattern pattern = pattern(section, section.text("pattern", null));
        section.end();
        return new ContactRule(paths, type, pattern);
    }

    private static ContactKeyType type(ProfileSection section, String name) {
        try {
            return ContactKeyType.valueOf(name == null ? "" : name);
        } catch (IllegalArgumentException e) {
            section.fault("type", name, "must be one of " + Arrays.toString(ContactKeyType.values()));
            return null;
        }
    }

    private static Pattern pattern(ProfileSection section, String text) {
        try {
            return text == null ? null : Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            section.fault("pattern", text, "is no regular expression: " + e.getDescription());
            return null;
        }
    }

    /** The key, or null when nothing stands there. */
    String keyOf(Element transaction) {
        return pattern == null
                ? paths.first(transaction)
                : paths.first(transaction, value -> pattern.matcher(value).matches());
    }
}
