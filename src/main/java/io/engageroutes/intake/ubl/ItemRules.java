package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.LineKinds;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.receipt.LineKind;
import java.util.Locale;
import java.util.Map;

/**
 * Where the parts of an invoice line stand; paths from the line.
 *
 * @param discount tells lines that are no goods but a discount on the others
 * @param negativeAmount what a line with a negative amount and a positive quantity is
 */
record ItemRules(
        Paths sku,
        Paths articleNumber,
        Paths name,
        Paths group,
        Paths kind,
        Map<String, LineKind> kinds,
        Condition discount,
        Negative negativeAmount) {

    enum Negative {
        REJECT,
        RETURN,
        DISCOUNT
    }

    static ItemRules read(ProfileSection section) {
        Paths sku = section.requiredPaths("sku");
        Paths articleNumber = section.paths("articleNumber");
        ProfileSection discount = section.section("discount");
        ItemRules rules = new ItemRules(
                sku,
                articleNumber.isEmpty() ? sku : articleNumber,
                section.requiredPaths("name"),
                section.paths("group"),
                section.paths("kind"),
                LineKinds.read(section.section("kinds")),
                discount.isPresent() ? discount.condition() : Condition.NEVER,
                Negative.valueOf(section.oneOf("negativeAmount", "reject", "return", "discount")
                        .toUpperCase(Locale.ROOT)));
        discount.end();
        section.end();
        return rules;
    }

    LineKind kindOf(Element line) {
        String value = kind.first(line, kinds::containsKey);
        return value == null ? LineKind.GOODS : kinds.get(value);
    }
}
