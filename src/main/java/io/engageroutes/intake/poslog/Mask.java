package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Articles that nobody may know that somebody bought, such as medicine on prescription; their money counts all the same.
 *
 * @param condition from the sale element: tells such an article
 * @param article sent instead of its ids
 * @param name sent instead of its name
 */
record Mask(Condition condition, String article, String name) {

    static Mask read(ProfileSection section) {
        String article = section.text("article", null);
        if (article == null) {
            section.fault("article", null, "must be the id that is sent instead, such as MASKED");
        }
        Mask mask = new Mask(section.condition(), article, section.text("name", article));
        section.end();
        return mask;
    }
}
