package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Where a line says what was taken off its price.
 *
 * @param element from the sale element to each price change
 * @param deduct whether it is still to be taken off the line's amount
 * @param lineTotal true when {@code amount} is for the whole line, false when it is for one piece
 * @param wholeLine what stands in a price change whose amount is for the whole line, where others are for one piece
 * @param unless tells that a price change does not count
 * @param action from the price change: {@code Replace} or {@code Subtract}
 * @param amount what was subtracted, or the new price
 * @param previousPrice the price before
 * @param newPrice the price after, for {@code Replace}
 */
record PriceRule(
        Paths element,
        Deduct deduct,
        boolean lineTotal,
        Paths wholeLine,
        Condition unless,
        Paths action,
        Paths amount,
        Paths previousPrice,
        Paths newPrice,
        Paths type,
        Paths description) {

    /** Whether a line's amount is the one after the discount. */
    enum Deduct {
        /** It is. */
        NEVER,
        /** It is the one before. */
        ALWAYS,
        /** Nobody knows: whichever way the lines come to the total. */
        BY_TOTAL;

        static Deduct read(ProfileSection section) {
            return switch (section.oneOf("deduct", "never", "always", "byTotal")) {
                case "always" -> ALWAYS;
                case "byTotal" -> BY_TOTAL;
                default -> NEVER;
            };
        }
    }

    static PriceRule read(ProfileSection section) {
        ProfileSection unless = section.section("unless");
        PriceRule rule = new PriceRule(
                section.requiredPaths("element"),
                Deduct.read(section),
                section.oneOf("per", "piece", "line").equals("line"),
                section.paths("wholeLine"),
                unless.isPresent() ? unless.condition() : Condition.NEVER,
                section.paths("action"),
                section.requiredPaths("amount"),
                section.paths("previousPrice"),
                section.paths("newPrice"),
                section.paths("type"),
                section.paths("description"));
        unless.end();
        section.end();
        return rule;
    }
}
