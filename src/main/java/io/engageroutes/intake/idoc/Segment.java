package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.util.Set;

/**
 * One segment while it is read.
 *
 * @param where for faults, such as {@code E1WPB02 3}
 */
record Segment(Element element, String where, Findings findings) {

    /** The field of the first of these names that is filled; null when none is. */
    String field(String... names) {
        for (String name : names) {
            String text = element.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The number in the first of these fields that is filled; null when none is, or when it is wrong, which is a fault then. */
    BigDecimal number(String... names) {
        for (String name : names) {
            String text = element.text(name);
            if (text != null) {
                BigDecimal number = SapNumber.parse(text);
                if (number == null) {
                    fault(
                            "not-a-decimal",
                            name,
                            text,
                            "must be digits with a decimal point, with a minus before or behind, such as 1234.50 or 1234.50-; correct it at the till");
                }
                return number;
            }
        }
        return null;
    }

    void fault(String code, String field, String value, String rule) {
        findings.add(code, where.isEmpty() ? field : where + "/" + field, value, rule);
    }

    /** A segment that nobody knows may hold money. */
    void demandKnown(Set<String> known, Set<String> ignored) {
        for (Element child = element.firstChild(); child != null; child = child.next()) {
            if (child.firstChild() != null && !known.contains(child.name()) && !ignored.contains(child.name())) {
                fault(
                        "unknown-segment",
                        child.name(),
                        child.name(),
                        "this segment is not declared, so it is not known whether it holds money: if it does not, add it to ignore in layout "
                                + findings.layout());
            }
        }
    }
}
