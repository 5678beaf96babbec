package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Condition;
import io.engageroutes.intake.xml.Paths;
import io.engageroutes.intake.xml.ProfileSection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the children of a line item mean.
 *
 * @param path from {@code Transaction} to the line items
 * @param number from a line item to its number
 * @param roles the meaning of a child by its name
 * @param voids which line items do not count, or count against others; the first that holds decides
 * @param returned from the sale element: tells that it is a return
 * @param negativeQuantityReturns whether a negative quantity makes a return
 * @param negativeAmountReturns whether a negative amount makes a return
 * @param givenBack from the sale element: of these a negative amount makes a return whatever others may do
 * @param unknownMayPass whether an unknown kind of line that names no money is passed over
 */
record LineRules(
        Paths path,
        Paths number,
        Map<String, Role> roles,
        List<VoidRule> voids,
        Condition returned,
        boolean negativeQuantityReturns,
        boolean negativeAmountReturns,
        Condition givenBack,
        boolean unknownMayPass) {

    /** What a child of a line item is. */
    enum Role {
        SALE,
        RETURN,
        DISCOUNT,
        TENDER,
        /** A row of tax that is added on top of the amounts. */
        TAX,
        /** Known, and without money of its own: tax rows. */
        IGNORED,
        /** About the line item: its number, its times. */
        ABOUT
    }

    /**
     * A line item that was voided.
     *
     * @param added true when it is an extra line that takes another one back, false when it does not count
     */
    record VoidRule(Condition condition, boolean added) {

        static VoidRule read(ProfileSection section) {
            VoidRule rule = new VoidRule(
                    section.condition(), section.oneOf("do", "ignore", "add").equals("add"));
            section.end();
            return rule;
        }
    }

    static LineRules read(ProfileSection section) {
        Map<String, Role> roles = new HashMap<>();
        add(section, "sale", Role.SALE, roles);
        add(section, "return", Role.RETURN, roles);
        add(section, "discount", Role.DISCOUNT, roles);
        add(section, "tender", Role.TENDER, roles);
        add(section, "tax", Role.TAX, roles);
        add(section, "ignore", Role.IGNORED, roles);
        add(section, "about", Role.ABOUT, roles);
        if (!roles.containsValue(Role.SALE)) {
            section.fault("sale", null, "must name the elements of sold lines, such as Sale");
        }
        ProfileSection returned = section.section("returnWhen");
        ProfileSection givenBack = section.section("negativeAmountReturns");
        LineRules rules = new LineRules(
                section.requiredPaths("path"),
                section.paths("number"),
                Map.copyOf(roles),
                section.sections("voids").stream().map(VoidRule::read).toList(),
                returned.isPresent() ? returned.condition() : Condition.NEVER,
                section.oneOf("negativeQuantity", "reject", "return").equals("return"),
                section.oneOf("negativeAmount", "reject", "return").equals("return"),
                givenBack.isPresent() ? givenBack.condition() : Condition.NEVER,
                section.oneOf("unknown", "reject", "rejectMoney").equals("rejectMoney"));
        givenBack.end();
        returned.end();
        section.end();
        return rules;
    }

    private static void add(ProfileSection section, String key, Role role, Map<String, Role> roles) {
        for (String name : section.texts(key)) {
            Role before = roles.put(name, role);
            if (before != null && before != role) {
                section.fault(key, name, "is declared as two kinds of line; declare it once");
            }
        }
    }
}
