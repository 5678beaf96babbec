package io.engageroutes.intake.saft;

import io.engageroutes.intake.xml.Decimals;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with one transaction. */
final class Findings {

    final String place;
    private final List<Fault> faults = new ArrayList<>(0);

    Findings(String place) {
        this.place = place;
    }

    void fault(String code, String where, String value, String rule) {
        faults.add(new Fault(code, place + ", " + where, value, rule));
    }

    /** Each once: some values are read for two fields. */
    List<Fault> faults() {
        return faults.stream().distinct().toList();
    }

    /** The child's amount; null when it is not there, or is none, which is a fault then. */
    BigDecimal amount(Element parent, String name, String where) {
        String text = text(parent, name);
        if (text == null) {
            return null;
        }
        BigDecimal number = Decimals.parse(text);
        if (number == null) {
            fault(
                    "not-a-decimal",
                    where + name,
                    text,
                    "must be digits with a decimal point, such as 1234.50; correct it at the sender");
        }
        return number;
    }

    /** The child's amount; a missing one is a fault too, and zero stands for it. */
    BigDecimal required(Element parent, String name, String where) {
        if (text(parent, name) == null) {
            fault("field-missing", where + name, null, "must hold the amount; correct it at the sender");
        }
        BigDecimal number = amount(parent, name, where);
        return number == null ? BigDecimal.ZERO : number;
    }

    /** The child's text; null when it is not there or empty. */
    static String text(Element parent, String name) {
        Element child = parent == null ? null : parent.child(name);
        return child == null || child.text() == null || child.text().isEmpty() ? null : child.text();
    }
}
