package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.LineKinds;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.receipt.LineKind;
import java.util.Map;

/**
 * What the charges and allowances of a whole invoice are; paths from {@code AllowanceCharge}.
 *
 * @param kinds of charges by the values at {@code kind}; any other charge is of the kind OTHER
 * @param roundingSku the article of a line that holds a rounding which the total contains
 */
record AllowanceRules(
        Paths type,
        Paths description,
        Paths voucherId,
        Paths kind,
        Map<String, LineKind> kinds,
        String roundingSku,
        String roundingName) {

    static AllowanceRules read(ProfileSection section) {
        ProfileSection rounding = section.section("rounding");
        AllowanceRules rules = new AllowanceRules(
                section.paths("type"),
                section.paths("description"),
                section.paths("voucherId"),
                section.paths("kind"),
                LineKinds.read(section.section("kinds")),
                rounding.text("sku", "ROUNDING"),
                rounding.text("name", "Rounding"));
        rounding.end();
        section.end();
        return rules;
    }

    LineKind kindOf(Element charge) {
        String value = kind.first(charge, kinds::containsKey);
        return value == null ? LineKind.OTHER : kinds.get(value);
    }
}
