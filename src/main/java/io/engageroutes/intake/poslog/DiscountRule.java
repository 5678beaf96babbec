package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * What a separate discount line means; the first rule whose condition holds counts. Paths from the discount element.
 *
 * @param condition null for every discount line
 * @param counts true for a discount that is to be spread over the lines, false for one that the lines already contain
 * @param negative true when the till writes discounts as negative amounts
 */
record DiscountRule(
        Condition condition,
        boolean counts,
        boolean negative,
        Paths amount,
        Paths type,
        Paths description,
        Paths voucherId) {

    static DiscountRule read(ProfileSection section) {
        ProfileSection when = section.section("when");
        boolean counts = section.oneOf("as", "basket", "information").equals("basket");
        DiscountRule rule = new DiscountRule(
                when.isPresent() ? when.condition() : null,
                counts,
                section.oneOf("sign", "positive", "negative").equals("negative"),
                counts ? section.requiredPaths("amount") : section.paths("amount"),
                section.paths("type"),
                section.paths("description"),
                section.paths("voucherId"));
        when.end();
        section.end();
        return rule;
    }

    boolean isFor(Element discount) {
        return condition == null || condition.holds(discount);
    }
}
