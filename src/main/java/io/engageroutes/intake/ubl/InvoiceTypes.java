package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.NonSaleRule;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.ValueTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the type codes of invoices (UN/CEFACT 1001) mean.
 *
 * @param sale sold, in the sign of the amounts
 * @param credit given back, against the sign of the amounts
 * @param nonSale codes of what is no sale, with the reason that is counted
 * @param refused codes nobody but the retailer can decide on, with why
 */
record InvoiceTypes(List<String> sale, List<String> credit, Map<String, String> nonSale, Map<String, String> refused) {

    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";

    static InvoiceTypes read(ProfileSection section) {
        ProfileSection nonSale = section.section("nonSale");
        Map<String, String> reasons = ValueTable.reversed(nonSale);
        reasons.values().stream()
                .filter(reason -> !NonSaleRule.isReason(reason))
                .forEach(reason -> nonSale.fault(reason, reason, "must be a short constant in kebab case"));
        Map<String, String> refused = new HashMap<>();
        for (ProfileSection one : section.sections("refused")) {
            String because = one.text("because", null);
            if (because == null) {
                one.fault("because", null, "must say why, and what is to be done");
            }
            one.texts("types").forEach(type -> refused.put(type, because));
            one.end();
        }
        InvoiceTypes types = new InvoiceTypes(section.texts("sale"), section.texts("credit"), reasons, refused);
        section.end();
        return types;
    }

    /** The type of a document; one without a code is what its element says. */
    static String code(String element, String written) {
        return written != null ? written : element.equals("CreditNote") ? CREDIT_NOTE : INVOICE;
    }

    /** 1 when amounts are what is bought, -1 when they are what comes back, 0 when the layout does not say. */
    int direction(String element, String code) {
        if (credit.contains(code)) {
            return -1;
        }
        return !sale.contains(code) ? 0 : element.equals("CreditNote") ? -1 : 1;
    }
}
