package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Where a line says what was taken off its price. Only tells people and Engage; the line's amount already is the one after it.
 *
 * @param element from the sale element to each price change
 * @param lineTotal true when {@code amount} is for the whole line, false when it is for one piece
 * @param action from the price change: {@code Replace} or {@code Subtract}
 * @param amount what was subtracted, or the new price
 * @param previousPrice the price before
 * @param newPrice the price after, for {@code Replace}
 */
record PriceRule(
        Paths element,
        boolean lineTotal,
        Paths action,
        Paths amount,
        Paths previousPrice,
        Paths newPrice,
        Paths type,
        Paths description) {

    static PriceRule read(ProfileSection section) {
        PriceRule rule = new PriceRule(
                section.requiredPaths("element"),
                section.oneOf("per", "piece", "line").equals("line"),
                section.paths("action"),
                section.requiredPaths("amount"),
                section.paths("previousPrice"),
                section.paths("newPrice"),
                section.paths("type"),
                section.paths("description"));
        section.end();
        return rule;
    }
}
