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
 * @param rejects true when nobody knows whether it is a sale: it is rejected, and the reason is the fault's code
 * @param voids names the earlier receipt that it takes back; null when it takes none back
 */
record Filter(String reason, Condition condition, Paths absent, boolean rejects, VoidedReceipt voids) {

    static Filter read(ProfileSection section) {
        String reason = section.text("reason", null);
        if (reason == null || !reason.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            section.fault("reason", reason, "must be a short constant in kebab case, such as training");
        }
        Paths absent = section.paths("absent");
        Condition condition = absent.isEmpty() ? section.condition() : Condition.NEVER;
        boolean rejects = section.oneOf("do", "count", "reject").equals("reject");
        ProfileSection voids = section.section("voids");
        VoidedReceipt voided = voids.isPresent() ? VoidedReceipt.read(voids) : null;
        voids.end();
        section.end();
        return new Filter(reason, condition, absent, rejects, voided);
    }

    boolean takesOut(Element transaction) {
        return absent.isEmpty() ? condition.holds(transaction) : !absent.exist(transaction);
    }
}
