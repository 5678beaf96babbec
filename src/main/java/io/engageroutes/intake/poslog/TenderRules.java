package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * How payments are written; paths from the tender element.
 *
 * @param refund tells that the amount went back to the customer
 * @param refused tells that the bank may have refused it: it counts unless the others alone pay the total
 * @param change from a tender to money given back with it
 * @param changeUnsure whether the amount may be without the change already: then change counts unless payments alone come to the total
 * @param changeType the type of such a tender, from the change element; that of the tender when it has none
 * @param voucher tells that it is a reward voucher
 * @param rounding from a tender to its rounding to coins
 * @param roundingAmount from the rounding element
 * @param roundingDown tells, from the rounding element, that the rounding lowered what was paid
 */
record TenderRules(
        Paths type,
        Paths amount,
        Paths description,
        Condition refund,
        Condition refused,
        Paths change,
        boolean changeUnsure,
        Paths changeAmount,
        Paths changeType,
        Condition voucher,
        Paths voucherId,
        Paths rounding,
        Paths roundingAmount,
        Condition roundingDown) {

    static TenderRules read(ProfileSection section) {
        ProfileSection refund = section.section("refund");
        ProfileSection refused = section.section("refused");
        ProfileSection change = section.section("change");
        ProfileSection voucher = section.section("voucher");
        ProfileSection rounding = section.section("rounding");
        ProfileSection down = rounding.section("down");
        TenderRules rules = new TenderRules(
                section.paths("type"),
                section.paths("amount"),
                section.paths("description"),
                condition(refund),
                condition(refused),
                change.isPresent() ? change.requiredPaths("element") : Paths.NONE,
                change.oneOf("deduct", "always", "byTotal").equals("byTotal"),
                change.isPresent() ? change.requiredPaths("amount") : Paths.NONE,
                change.paths("type"),
                condition(voucher),
                voucher.paths("id"),
                rounding.isPresent() ? rounding.requiredPaths("element") : Paths.NONE,
                rounding.isPresent() ? rounding.requiredPaths("amount") : Paths.NONE,
                condition(down));
        down.end();
        rounding.end();
        voucher.end();
        change.end();
        refused.end();
        refund.end();
        section.end();
        return rules;
    }

    private static Condition condition(ProfileSection section) {
        return section.isPresent() ? section.condition() : Condition.NEVER;
    }
}
