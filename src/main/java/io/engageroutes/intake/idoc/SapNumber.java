package io.engageroutes.intake.idoc;

import io.engageroutes.intake.xml.Decimals;
import java.math.BigDecimal;

/** Numbers as SAP writes them into text fields: a decimal point, and a minus before or behind. */
final class SapNumber {

    private SapNumber() {}

    /** Null when the text is no number. */
    static BigDecimal parse(String text) {
        String digits = text.strip();
        boolean behind = digits.endsWith("-") || digits.endsWith("+");
        boolean minus = digits.endsWith("-");
        BigDecimal number =
                Decimals.parse(behind ? digits.substring(0, digits.length() - 1).strip() : digits);
        if (number == null || behind && number.signum() < 0) {
            return null;
        }
        return minus ? number.negate() : number;
    }
}
