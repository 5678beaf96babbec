package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * How tax is written that was added on top of the amounts.
 *
 * @param onTop false when amounts include their tax
 * @param amount from a row of tax to its amount
 * @param percent from a row of tax to its rate
 * @param free from the sale element: tells that the line bears no tax
 */
record TaxRules(boolean onTop, Paths amount, Paths percent, Condition free) {

    static TaxRules read(ProfileSection root) {
        boolean included = root.flag("taxIncluded", true);
        ProfileSection section = root.section("tax");
        ProfileSection free = section.section("free");
        TaxRules rules = new TaxRules(
                !included,
                section.paths("amount"),
                section.paths("percent"),
                free.isPresent() ? free.condition() : Condition.NEVER);
        free.end();
        section.end();
        return rules;
    }
}
