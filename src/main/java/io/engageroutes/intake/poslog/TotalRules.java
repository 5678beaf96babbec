package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;

/**
 * Where the totals stand; paths from {@code Transaction}.
 *
 * @param unsigned true when totals have no sign of their own: then more returned than bought makes them negative
 */
record TotalRules(Total total, Total tax, boolean unsigned) {

    /**
     * One total.
     *
     * @param summed true when everything at every path is added up, false when the first value counts
     */
    record Total(Paths paths, boolean summed) {

        static Total read(ProfileSection section, String key) {
            Paths first = section.paths(key);
            Paths sum = section.paths(key + "Sum");
            if (!first.isEmpty() && !sum.isEmpty()) {
                section.fault(key, first.toString(), "must be either " + key + " or " + key + "Sum, not both");
            }
            return sum.isEmpty() ? new Total(first, false) : new Total(sum, true);
        }
    }

    static TotalRules read(ProfileSection section) {
        TotalRules rules = new TotalRules(
                Total.read(section, "total"), Total.read(section, "tax"), section.flag("unsigned", false));
        section.end();
        return rules;
    }
}
