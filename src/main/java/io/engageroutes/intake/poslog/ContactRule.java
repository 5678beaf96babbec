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
 * @param except from {@code Transaction} to keys that were taken back: one there takes back one at {@code paths}, which lead to both
 * @param pattern what the whole value must look like to be such a key, or null
 */
record ContactRule(Paths paths, Paths except, ContactKeyType type, Pattern pattern) {

    static ContactRule read(ProfileSection section) {
        Paths paths = section.requiredPaths("path");
        Paths except = section.paths("except");
        ContactKeyType type = type(section, section.text("type", null));
        Pattern pattern = pattern(section, section.text("pattern", null));
        section.end();
        return new ContactRule(paths, except, type, pattern);
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
        if (pattern == null && except.isEmpty()) {
            return paths.first(transaction);
        }
        return paths.first(
                transaction,
                value -> (pattern == null || pattern.matcher(value).matches()) && !isTakenBack(value, transaction));
    }

    private boolean isTakenBack(String value, Element transaction) {
        int[] count = {0, 0};
        except.eachValue(transaction, other -> count[1] += other.equals(value) ? 1 : 0);
        if (count[1] > 0) {
            paths.eachValue(transaction, other -> count[0] += other.equals(value) ? 1 : 0);
        }
        return count[1] > 0 && count[0] <= 2 * count[1];
    }
}
