package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.LineKinds;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.receipt.LineKind;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lines mean.
 *
 * @param bySign whether a minus says that something came back
 * @param byDebit whether amntTp D says so
 * @param returnTypes line types that always came back
 * @param discountTypes line types that are a discount
 * @param ignoredTypes line types that are left out
 * @param negativeIsDiscount what a minus without negative quantity is, in a transaction that comes to something
 * @param discounts whether line amounts contain their discounts: included, before, tell
 * @param kinds what lines are, by line type, group, predefined group or article
 */
record LineRules(
        boolean bySign,
        boolean byDebit,
        Set<String> returnTypes,
        Set<String> discountTypes,
        Set<String> ignoredTypes,
        boolean negativeIsDiscount,
        String discounts,
        Map<String, LineKind> kinds) {

    static LineRules read(ProfileSection section) {
        String returns = section.oneOf("returns", "either", "sign", "amntTp");
        LineRules rules = new LineRules(
                !returns.equals("amntTp"),
                !returns.equals("sign"),
                Set.copyOf(section.texts("returnTypes")),
                Set.copyOf(section.texts("discountTypes")),
                Set.copyOf(section.texts("ignoredTypes")),
                section.oneOf("negative", "discount", "return").equals("discount"),
                section.oneOf("discounts", "tell", "included", "before"),
                LineKinds.read(section.section("kinds")));
        section.end();
        return rules;
    }

    LineKind kind(String lineType, String group, String article, Codes codes) {
        String predefined = group == null ? null : codes.predefined(Codes.GROUPS, group);
        return Stream.of(article, lineType, group, predefined)
                .filter(code -> code != null && kinds.containsKey(code))
                .map(kinds::get)
                .findFirst()
                .orElse(LineKind.GOODS);
    }

    /** An amount with a minus when it came back, whichever way the till says so. */
    boolean isReturn(int sign, String amntTp) {
        return bySign && sign < 0 || byDebit && "D".equals(amntTp);
    }
}
