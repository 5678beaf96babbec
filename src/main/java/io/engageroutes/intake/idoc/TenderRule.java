package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a kind of payment (ZAHLART) is.
 *
 * @param type the retailer's own code in Engage
 * @param voucher whether it is a reward voucher
 * @param voucherId from the tender to the voucher's number
 * @param rounding whether it is no payment but the rounding to coins
 * @param ignored whether it is left out
 */
record TenderRule(
        String type, String description, boolean voucher, Paths voucherId, boolean rounding, boolean ignored) {

    /** All kinds of payment: a list of groups with {@code types} and what they are. */
    static Map<String, TenderRule> all(ProfileSection root, String key) {
        Map<String, TenderRule> rules = new HashMap<>();
        for (ProfileSection section : root.sections(key)) {
            List<String> types = section.texts("types");
            if (types.isEmpty()) {
                section.fault("types", null, "must list the kinds of payment that it is about, such as PTCS");
            }
            String as = section.oneOf("as", "payment", "voucher", "rounding", "ignore");
            TenderRule rule = new TenderRule(
                    section.text("tender", as),
                    section.text("description", null),
                    as.equals("voucher"),
                    section.paths("voucherId"),
                    as.equals("rounding"),
                    as.equals("ignore"));
            for (String type : types) {
                if (rules.put(type, rule) != null) {
                    section.fault("types", type, "is listed twice; list it once");
                }
            }
            section.end();
        }
        return Map.copyOf(rules);
    }
}
