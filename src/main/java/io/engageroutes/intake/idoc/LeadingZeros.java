package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.ProfileSection;
import java.util.Set;

/**
 * Which ids lose the zeros that SAP fills numbers up with, as its own ALPHA conversion takes them off: of digits only, never of others.
 *
 * @param article ids whose qualifier is not one of {@code kept}
 */
record LeadingZeros(
        boolean store, boolean register, boolean receiptNumber, boolean article, boolean contact, Set<String> kept) {

    static LeadingZeros read(ProfileSection section) {
        LeadingZeros zeros = new LeadingZeros(
                strip(section, "store"),
                strip(section, "register"),
                strip(section, "receiptNumber"),
                strip(section, "article"),
                strip(section, "contact"),
                Set.copyOf(section.texts("keptArticles")));
        section.end();
        return zeros;
    }

    private static boolean strip(ProfileSection section, String key) {
        return section.oneOf(key, "keep", "strip").equals("strip");
    }

    static String written(String id, boolean strip) {
        if (!strip || id == null || !id.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return id;
        }
        int at = 0;
        while (at < id.length() - 1 && id.charAt(at) == '0') {
            at++;
        }
        return id.substring(at);
    }
}
