package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;

/**
 * One amount of an invoice that its total is made of: a line, a charge or an allowance.
 *
 * @param number of the line that is made of it
 * @param element what it was read from
 * @param net without VAT, signed: what the customer pays less is negative
 * @param category null when it says none
 * @param where for faults
 * @param quantity above zero
 * @param type whether it was sold or came back
 */
record Part(
        Kind kind,
        int number,
        Element element,
        BigDecimal net,
        Category category,
        String where,
        BigDecimal quantity,
        LineType type) {

    enum Kind {
        LINE,
        CHARGE,
        ALLOWANCE
    }

    /** Whether it stands on the invoice as a whole, not as one of its lines. */
    boolean isOfDocument() {
        return element.name().equals("AllowanceCharge");
    }
}
