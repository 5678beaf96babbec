package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.ValueTable;
import java.util.Map;
import java.util.Set;

/**
 * What a transaction is, by its type.
 *
 * @param sales types that are sales or returns
 * @param credit types of sales that may have been paid by credit without saying so
 * @param untyped what one without a type is: {@code sale} or the reason why it is none
 * @param nonSales reasons by type
 */
record TypeRules(Set<String> sales, Set<String> credit, String untyped, Map<String, String> nonSales) {

    static final String SALE = "sale";

    static TypeRules read(ProfileSection section) {
        ProfileSection reasons = section.section("nonSales");
        TypeRules rules = new TypeRules(
                Set.copyOf(section.texts("sales")),
                Set.copyOf(section.texts("credit")),
                section.text("untyped", SALE),
                ValueTable.reversed(reasons));
        for (String reason : rules.nonSales.values()) {
            if (!reason.matches("[a-z][a-z0-9-]*")) {
                reasons.fault(reason, reason, "must be a short reason in small letters such as paid-in");
            }
        }
        if (rules.sales.isEmpty()) {
            section.fault("sales", null, "must list the types that are sales, such as \"11001\"");
        }
        section.end();
        return rules;
    }

    /** {@link #SALE}, the reason why it is no sale, or null when nobody said what the type means. */
    String of(String type, Codes codes) {
        if (type == null) {
            return untyped;
        }
        if (codes.isOneOf(sales, Codes.TRANSACTIONS, type) || isCredit(type, codes)) {
            return SALE;
        }
        String own = nonSales.get(type);
        return own == null ? nonSales.get(codes.predefined(Codes.TRANSACTIONS, type)) : own;
    }

    boolean isCredit(String type, Codes codes) {
        return codes.isOneOf(credit, Codes.TRANSACTIONS, type);
    }
}
