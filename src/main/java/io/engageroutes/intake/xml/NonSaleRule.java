package io.engageroutes.intake.xml;

import java.util.List;

/**
 * Says which transactions are no sales, and why.
 *
 * @param reason counted per document
 * @param condition holds for a transaction that is none
 * @param absent none of these being there makes it none too
 */
public record NonSaleRule(String reason, Condition condition, Paths absent) {

    /** The rules in a list of groups with {@code reason} and either a condition or {@code absent}. */
    public static List<NonSaleRule> all(ProfileSection root, String key) {
        return root.sections(key).stream()
                .map(section -> {
                    NonSaleRule rule = read(section);
                    section.end();
                    return rule;
                })
                .toList();
    }

    /** One of them; the group may hold other keys too. */
    public static NonSaleRule read(ProfileSection section) {
        String reason = section.text("reason", null);
        if (!isReason(reason)) {
            section.fault("reason", reason, "must be a short constant in kebab case, such as training");
        }
        Paths absent = section.paths("absent");
        Condition condition = absent.isEmpty() ? section.condition() : Condition.NEVER;
        return new NonSaleRule(reason, condition, absent);
    }

    /** Whether it can be counted by. */
    public static boolean isReason(String text) {
        return text != null && text.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The reason of the first rule that takes the transaction out, or null. */
    public static String reason(List<NonSaleRule> rules, Element transaction) {
        for (NonSaleRule rule : rules) {
            if (rule.takesOut(transaction)) {
                return rule.reason;
            }
        }
        return null;
    }

    public boolean takesOut(Element transaction) {
        return absent.isEmpty() ? condition.holds(transaction) : !absent.exist(transaction);
    }
}
