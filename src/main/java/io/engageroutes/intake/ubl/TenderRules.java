package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import io.engageroutes.intake.xml.ValueTable;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How an invoice is paid: what was prepaid, and the rest by its means of payment. An invoice says how it is to be paid, not that it was.
 *
 * @param path from the invoice to the code of the means of payment
 * @param types the type of tender by that code
 * @param otherwise the type when there is no code or no such one
 * @param prepaid the type of what was prepaid
 */
record TenderRules(Paths path, Map<String, String> types, String otherwise, String prepaid) {

    static TenderRules read(ProfileSection section) {
        TenderRules rules = new TenderRules(
                section.paths("path"),
                ValueTable.reversed(section.section("types")),
                section.text("otherwise", "credit"),
                section.text("prepaid", "prepaid"));
        section.end();
        return rules;
    }

    /**
     * The payments of an invoice.
     *
     * @param paid what they come to, signed
     * @param prepaidAmount the part that was prepaid, signed; or null
     */
    List<Tender> of(Element invoice, BigDecimal paid, BigDecimal prepaidAmount) {
        List<Tender> tenders = new ArrayList<>(2);
        BigDecimal rest = paid;
        if (prepaidAmount != null && prepaidAmount.signum() != 0) {
            tenders.add(new Tender(prepaid, null, prepaidAmount, false, null));
            rest = rest.subtract(prepaidAmount);
        }
        if (rest.signum() != 0) {
            String code = path.first(invoice);
            tenders.add(new Tender(types.getOrDefault(code == null ? "" : code, otherwise), null, rest, false, null));
        }
        return tenders;
    }
}
