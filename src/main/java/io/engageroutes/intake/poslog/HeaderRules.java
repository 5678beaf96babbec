package io.engageroutes.intake.poslog;

import io.engageroutes.intake.IdTemplate;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.UniqueIdKey;
import java.util.List;

/**
 * Where the parts that name a transaction stand; paths from {@code Transaction}.
 *
 * @param utcTime the same moment in UTC, which proves the offset of {@code time}
 * @param defaultCurrency for tills that write none, or null
 */
record HeaderRules(
        Paths store,
        Paths register,
        Paths sequence,
        Paths businessDate,
        Paths receiptNumber,
        Paths time,
        Paths utcTime,
        Paths currency,
        String defaultCurrency,
        IdTemplate uniqueId) {

    /** What the template of the unique id may name. */
    private static final List<String> ID_PARTS =
            List.of("source", "store", "register", "businessDate", "sequence", "receiptNumber");

    private static final String USUAL_ID = "{source}-{store}-{register}-{businessDate}-{sequence}";

    static HeaderRules read(ProfileSection root) {
        Paths sequence = root.requiredPaths("sequence");
        Paths receiptNumber = root.paths("receiptNumber");
        return new HeaderRules(
                root.requiredPaths("store"),
                root.paths("register"),
                sequence,
                root.paths("businessDate"),
                receiptNumber.isEmpty() ? sequence : receiptNumber,
                root.requiredPaths("time"),
                root.paths("utcTime"),
                root.paths("currency"),
                root.currency("defaultCurrency"),
                UniqueIdKey.read(root, USUAL_ID, ID_PARTS, List.of("sequence", "receiptNumber")));
    }
}
