package io.engageroutes.intake.poslog;

import io.engageroutes.intake.xml.Decimals;
import io.engageroutes.intake.xml.Element;
import java.math.BigDecimal;

/** Tells whether an element that no profile knows speaks of money. */
final class Money {

    private Money() {}

    /** Whether it, or anything in it, is named as an amount or price and is not nothing; a number that cannot be read may be one. */
    static boolean isIn(Element element) {
        if (isMoney(element.name(), element.text())) {
            return true;
        }
        String[] attributes = element.attributes();
        for (int at = 0; at < attributes.length; at += 2) {
            if (isMoney(attributes[at], attributes[at + 1])) {
                return true;
            }
        }
        for (Element child = element.firstChild(); child != null; child = child.next()) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMoney(String name, String value) {
        if (value == null || value.isEmpty() || !name.endsWith("Amount") && !name.endsWith("Price")) {
            return false;
        }
        BigDecimal number = Decimals.parse(value);
        return number == null || number.signum() != 0;
    }
}
