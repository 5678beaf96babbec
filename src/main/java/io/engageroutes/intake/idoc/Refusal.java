package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.ProfileSection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Why IDocs of some types are no receipts, and what is to be done.
 *
 * @param types patterns of their IDoc types, or of their message types where customers made types of their own
 * @param sum what they can be checked by all the same, or null
 */
record Refusal(List<Pattern> types, String because, SumCheck.Rule sum) {

    static Refusal read(ProfileSection section) {
        List<Pattern> types = patterns(section, "types");
        String because = section.text("because", null);
        if (because == null) {
            section.fault("because", null, "must say why they are no receipts, and what is to be done");
        }
        ProfileSection sum = section.section("sum");
        Refusal refusal = new Refusal(types, because, sum.isPresent() ? SumCheck.Rule.read(sum) : null);
        section.end();
        return refusal;
    }

    static List<Pattern> patterns(ProfileSection section, String key) {
        List<Pattern> patterns = new ArrayList<>();
        for (String text : section.texts(key)) {
            try {
                patterns.add(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                section.fault(key, text, "is no regular expression: " + e.getDescription());
            }
        }
        return List.copyOf(patterns);
    }

    static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }

    boolean isOf(ControlRecord control) {
        return any(types, control.idocType()) || any(types, control.messageType());
    }
}
