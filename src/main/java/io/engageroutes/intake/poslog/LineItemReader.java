package io.engageroutes.intake.poslog;

import io.engageroutes.intake.poslog.LineRules.Role;
import io.engageroutes.intake.poslog.LineRules.VoidRule;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Fault;
import java.util.Map;

/** Goes through a transaction's line items and hands each to who reads its kind. */
final class LineItemReader {

    private final LineRules rules;
    private final ItemReader items;
    private final DiscountReader discounts;
    private final TenderReader tenders;
    private final TaxReader taxes;

    LineItemReader(PosLogProfile profile) {
        rules = profile.lines();
        items = new ItemReader(profile.item(), rules, profile.tax());
        discounts = new DiscountReader(profile.discounts());
        tenders = new TenderReader(profile.tenders());
        taxes = new TaxReader(profile.tax());
    }

    void read(Element transaction, Findings findings) {
        int[] position = {0};
        rules.path().each(transaction, lineItem -> {
            position[0]++;
            lineItem(lineItem, position[0], findings);
        });
        findings.at(null, 0, null);
    }

    private void lineItem(Element lineItem, int position, Findings findings) {
        VoidRule voided = voided(lineItem);
        if (voided != null && !voided.added()) {
            return;
        }
        Map<String, Role> roles = rules.roles();
        boolean known = false;
        Element unknown = null;
        for (Element child = lineItem.firstChild(); child != null; child = child.next()) {
            Role role = roles.get(child.name());
            if (role == null) {
                unknown = unknown == null || !Money.isIn(unknown) ? child : unknown;
            } else if (role != Role.ABOUT) {
                known = true;
                if (role != Role.IGNORED) {
                    findings.at(lineItem, position, child);
                    read(child, role, lineItem, position, voided != null, findings);
                }
            }
        }
        findings.at(lineItem, position, null);
        if (unknown != null && known && Money.isIn(unknown)) {
            findings.suspect(unknown(unknown, findings));
        } else if (unknown != null && !known && (!rules.unknownMayPass() || Money.isIn(unknown))) {
            Fault fault = unknown(unknown, findings);
            findings.faultAt(fault.code(), fault.place(), fault.value(), fault.rule());
        }
    }

    private static Fault unknown(Element unknown, Findings findings) {
        return new Fault(
                "unknown-line-kind",
                findings.here(unknown.name()),
                unknown.name(),
                "this kind of line is not declared, so it is not known whether it was sold: add " + unknown.name()
                        + " to lines.sale, lines.return, lines.discount, lines.tender or, if it holds no money, "
                        + "lines.ignore in profile " + findings.profile);
    }

    private VoidRule voided(Element lineItem) {
        for (VoidRule rule : rules.voids()) {
            if (rule.condition().holds(lineItem)) {
                return rule;
            }
        }
        return null;
    }

    private void read(
            Element element, Role role, Element lineItem, int position, boolean takesBack, Findings findings) {
        switch (role) {
            case SALE, RETURN ->
                items.read(element, number(lineItem, position, findings), role == Role.RETURN, takesBack, findings);
            case DISCOUNT -> discounts.read(element, findings);
            case TENDER -> tenders.read(element, takesBack, findings);
            case TAX -> taxes.read(element, findings);
            default -> throw new IllegalStateException("a line of kind " + role + " holds nothing to read");
        }
    }

    private int number(Element lineItem, int position, Findings findings) {
        String text = rules.number().first(lineItem);
        if (text == null) {
            return position;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        findings.fault("not-a-number", rules.number(), text, "must be the line's number, a whole number from 1");
        return position;
    }
}
