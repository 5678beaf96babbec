package io.engageroutes.intake.xml;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Where a contact key stands.
 *
 * @param except leads to keys that were taken back: one there takes back one at {@code paths}, which lead to both
 * @param pattern what the whole value must look like to be such a key, or null
 */
public record ContactPath(Paths paths, Paths except, ContactKeyType type, Pattern pattern) {

    /** The rules in a list of groups with {@code path}, {@code except}, {@code type} and {@code pattern}, best key first. */
    public static List<ContactPath> all(ProfileSection root, String key) {
        return root.sections(key).stream().map(ContactPath::read).toList();
    }

    private static ContactPath read(ProfileSection section) {
        ContactPath rule = new ContactPath(
                section.requiredPaths("path"),
                section.paths("except"),
                type(section, section.text("type", "")),
                pattern(section, section.text("pattern", null)));
        section.end();
        return rule;
    }

    private static ContactKeyType type(ProfileSection section, String name) {
        try {
            return ContactKeyType.valueOf(name);
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

    /**
     * The keys in the order of the rules, each once.
     *
     * @param written what a value becomes before it is compared with its pattern
     */
    public static List<ContactKey> keys(List<ContactPath> rules, Element from, UnaryOperator<String> written) {
        List<ContactKey> keys = new ArrayList<>(rules.size());
        for (ContactPath rule : rules) {
            String value =
                    rule.paths.first(from, text -> rule.fits(written.apply(text)) && !rule.isTakenBack(text, from));
            if (value != null) {
                ContactKey key = new ContactKey(rule.type, written.apply(value));
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private boolean fits(String value) {
        return pattern == null || pattern.matcher(value).matches();
    }

    private boolean isTakenBack(String value, Element from) {
        int[] count = {0, 0};
        except.eachValue(from, other -> count[1] += other.equals(value) ? 1 : 0);
        if (count[1] > 0) {
            paths.eachValue(from, other -> count[0] += other.equals(value) ? 1 : 0);
        }
        return count[1] > 0 && count[0] <= 2 * count[1];
    }
}
