package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a condition (KONDITION of an item, RABATTART of the whole receipt) means.
 *
 * @param normal the VORZEICHEN that the condition has when it does what its meaning says; null when the sign is not asked
 * @param perPiece whether its value is that of one piece
 * @param description what the customer is told, or null
 */
record ConditionRule(Meaning meaning, String normal, boolean perPiece, String description, Paths voucherId) {

    enum Meaning {
        PRICE,
        LINE_DISCOUNT,
        BASKET_DISCOUNT,
        ROUNDING,
        IGNORE
    }

    /** All conditions by their type: a list of groups with {@code types} and what they mean. */
    static Map<String, ConditionRule> all(ProfileSection root, String key, String... meanings) {
        Map<String, ConditionRule> rules = new HashMap<>();
        for (ProfileSection section : root.sections(key)) {
            List<String> types = section.texts("types");
            if (types.isEmpty()) {
                section.fault("types", null, "must list the condition types that it is about, such as VKP0");
            }
            ConditionRule rule = read(section, meanings);
            for (String type : types) {
                if (rules.put(type, rule) != null) {
                    section.fault("types", type, "is listed twice; list it once");
                }
            }
        }
        return Map.copyOf(rules);
    }

    private static ConditionRule read(ProfileSection section, String... meanings) {
        String as = section.oneOf("as", meanings);
        String sign = section.oneOf("sign", "any", "+", "-");
        ConditionRule rule = new ConditionRule(
                Meaning.valueOf(as.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT)),
                sign.equals("any") ? null : sign,
                section.oneOf("per", "line", "piece").equals("piece"),
                section.text("description", null),
                section.paths("voucherId"));
        section.end();
        return rule;
    }

    /** The value in the direction of the meaning: negative when it does the opposite, such as a discount that raises. */
    BigDecimal value(BigDecimal written, String sign) {
        if (normal == null) {
            return written.abs();
        }
        boolean opposite = sign != null && !sign.equals(normal);
        return opposite ? written.negate() : written;
    }
}
