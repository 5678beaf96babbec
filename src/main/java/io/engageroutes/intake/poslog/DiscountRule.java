package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * What a separate discount line means; the first rule whose condition holds counts. Paths from the discount element.
 *
 * @param condition null for every discount line
 * @param negative true when the till writes discounts as negative amounts
 * @param id what rows about the same discount have in common, for tills that write several
 * @param line what it calls the line that it is for, as in {@code item.reference}
 */
record DiscountRule(
        Condition condition,
        As as,
        boolean negative,
        Paths amount,
        Paths type,
        Paths description,
        Paths voucherId,
        Paths id,
        Paths line) {

    /** What a discount line is. */
    enum As {
        /** To be taken off the lines. */
        BASKET,
        /** The same as rows of its id that are {@link #BASKET} say in detail; to be taken off when there are none. */
        SUMMARY,
        /** In the lines' amounts already, or no money. */
        INFORMATION
    }

    static DiscountRule read(ProfileSection section) {
        ProfileSection when = section.section("when");
        As as =
                switch (section.oneOf("as", "basket", "information", "summary")) {
                    case "basket" -> As.BASKET;
                    case "summary" -> As.SUMMARY;
                    default -> As.INFORMATION;
                };
        DiscountRule rule = new DiscountRule(
                when.isPresent() ? when.condition() : null,
                as,
                section.oneOf("sign", "positive", "negative").equals("negative"),
                as == As.INFORMATION ? section.paths("amount") : section.requiredPaths("amount"),
                section.paths("type"),
                section.paths("description"),
                section.paths("voucherId"),
                as == As.SUMMARY ? section.requiredPaths("id") : section.paths("id"),
                section.paths("line"));
        when.end();
        section.end();
        return rule;
    }

    boolean isFor(Element discount) {
        return condition == null || condition.holds(discount);
    }
}
