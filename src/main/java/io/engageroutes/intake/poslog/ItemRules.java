package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.LineKinds;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.receipt.LineKind;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a sold or returned line stand; paths from its sale or return element.
 *
 * @param reference what other lines of the document call it by
 * @param kinds which value at {@code kind} means what
 * @param kindsComplete whether any other value there is a fault instead of goods
 * @param noBonus tells that the line earns no points
 * @param masks which articles are not to be named
 */
record ItemRules(
        Paths sku,
        Paths articleNumber,
        Paths name,
        Paths group,
        Paths quantity,
        Paths unitPrice,
        Paths gross,
        Paths taxPercent,
        Paths taxAmount,
        Paths kind,
        Map<String, LineKind> kinds,
        boolean kindsComplete,
        Paths reference,
        Condition noBonus,
        List<Mask> masks,
        List<PriceRule> discounts) {

    static ItemRules read(ProfileSection section) {
        Paths sku = section.requiredPaths("sku");
        Paths articleNumber = section.paths("articleNumber");
        ProfileSection noBonus = section.section("noBonus");
        ItemRules rules = new ItemRules(
                sku,
                articleNumber.isEmpty() ? sku : articleNumber,
                section.paths("name"),
                section.paths("group"),
                section.requiredPaths("quantity"),
                section.paths("unitPrice"),
                section.requiredPaths("gross"),
                section.paths("taxPercent"),
                section.paths("taxAmount"),
                section.paths("kind"),
                LineKinds.read(section.section("kinds")),
                section.oneOf("otherKinds", "goods", "reject").equals("reject"),
                section.paths("reference"),
                noBonus.isPresent() ? noBonus.condition() : Condition.NEVER,
                section.sections("masks").stream().map(Mask::read).toList(),
                section.sections("discounts").stream().map(PriceRule::read).toList());
        noBonus.end();
        section.end();
        return rules;
    }
}
