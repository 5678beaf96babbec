package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.LineKinds;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.ValueTable;
import io.engageroutes.receipt.LineKind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an item (E1WPB02) holds; paths from it.
 *
 * @param sold the VORZEICHEN of goods that leave the store
 * @param conditions by KONDITION
 * @param taxCodes the rate by MWSKZ
 */
record ItemRules(
        Paths sku,
        Paths articleNumber,
        Paths qualifier,
        Paths name,
        Paths group,
        Paths kind,
        Map<String, LineKind> kinds,
        String sold,
        Map<String, ConditionRule> conditions,
        Map<String, BigDecimal> taxCodes,
        TaxFrom taxFrom) {

    /** Where a line's VAT rate comes from. */
    enum TaxFrom {
        /** From the code; the amounts are compared with what follows from it. */
        CODES,
        /** From the code; the amounts are not looked at. */
        CODES_ONLY,
        /** From the amount, by the rates of the store's country. */
        AMOUNTS
    }

    static ItemRules read(ProfileSection section) {
        Paths sku = section.requiredPaths("sku");
        Paths articleNumber = section.paths("articleNumber");
        ItemRules rules = new ItemRules(
                sku,
                articleNumber.isEmpty() ? sku : articleNumber,
                section.paths("qualifier"),
                section.paths("name"),
                section.paths("group"),
                section.paths("kind"),
                LineKinds.read(section.section("kinds")),
                section.oneOf("sold", "-", "+"),
                ConditionRule.all(section, "conditions", "price", "lineDiscount", "basketDiscount", "ignore"),
                taxCodes(section.section("taxCodes")),
                TaxFrom.valueOf(section.oneOf("taxFrom", "codes", "codes-only", "amounts")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT)));
        section.end();
        return rules;
    }

    private static Map<String, BigDecimal> taxCodes(ProfileSection section) {
        Map<String, BigDecimal> codes = new HashMap<>();
        ValueTable.texts(section).forEach((code, percent) -> {
            if (percent.matches("\\d{1,2}([.]\\d{1,4})?|100")) {
                codes.put(code, new BigDecimal(percent));
            } else {
                section.fault(code, percent, "must be a VAT rate from 0 to 100, such as 25");
            }
        });
        return Map.copyOf(codes);
    }
}
