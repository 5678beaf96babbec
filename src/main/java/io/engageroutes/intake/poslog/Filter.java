package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Says which transactions are no sales, and why.
 *
 * @param reason counted per document
 * @param condition holds for a transaction that is none
 * @param absent none of these being there makes it none too
 */
record Filter(String reason, Condition condition, Paths absent) {

    static Filter read(ProfileSection section) {
        String reason = section.text("reason", null);
        if (reason == null || !reason.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            section.fault("reason", reason, "must be a short constant in kebab case, such as training");
        }
        Paths absent = section.paths("absent");
        Condition condition = absent.isEmpty() ? section.condition() : Condition.NEVER;
        section.end();
        return new Filter(reason, condition, absent);
    }

    boolean takesOut(Element transaction) {
        return absent.isEmpty() ? condition.holds(transaction) : !absent.exist(transaction);
    }
}
