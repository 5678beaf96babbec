package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.NonSaleRule;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Says which transactions are no sales, and what becomes of them.
 *
 * @param rejects true when nobody knows whether it is a sale: it is rejected, and the reason is the fault's code
 * @param voids names the earlier receipt that it takes back; null when it takes none back
 */
record Filter(NonSaleRule rule, boolean rejects, VoidedReceipt voids) {

    static Filter read(ProfileSection section) {
        NonSaleRule rule = NonSaleRule.read(section);
        boolean rejects = section.oneOf("do", "count", "reject").equals("reject");
        ProfileSection voids = section.section("voids");
        VoidedReceipt voided = voids.isPresent() ? VoidedReceipt.read(voids) : null;
        voids.end();
        section.end();
        return new Filter(rule, rejects, voided);
    }

    String reason() {
        return rule.reason();
    }

    boolean takesOut(Element transaction) {
        return rule.takesOut(transaction);
    }
}
