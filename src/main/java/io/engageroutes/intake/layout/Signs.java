package io.engageroutes.intake.layout;

import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;

/**
 * How a file says that a line is a return, and which sign its numbers have then. Canonical numbers are positive either way.
 *
 * @param by what says that a line is a return
 * @param quantity the sign that the quantity of a return has in the file
 * @param amounts the sign that the amounts of a return have in the file
 */
record Signs(By by, Sign quantity, Sign amounts) {

    enum By {
        QUANTITY,
        AMOUNT,
        TYPE
    }

    enum Sign {
        POSITIVE,
        NEGATIVE
    }

    LineType type(BigDecimal quantity, BigDecimal gross, String type) {
        return switch (by) {
            case QUANTITY -> of(quantity);
            case AMOUNT -> of(gross);
            case TYPE -> type == null ? LineType.SALE : LineType.valueOf(type);
        };
    }

    BigDecimal quantity(LineType type, BigDecimal value) {
        return turned(type, quantity, value);
    }

    BigDecimal amount(LineType type, BigDecimal value) {
        return turned(type, amounts, value);
    }

    private static LineType of(BigDecimal value) {
        return value != null && value.signum() < 0 ? LineType.RETURN : LineType.SALE;
    }

    private static BigDecimal turned(LineType type, Sign sign, BigDecimal value) {
        return value != null && type == LineType.RETURN && sign == Sign.NEGATIVE ? value.negate() : value;
    }
}
