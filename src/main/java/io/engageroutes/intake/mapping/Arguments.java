package io.engageroutes.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The arguments of one call of a function; what does not fit is a failure in words that quote nothing of the part. */
record Arguments(String function, JsonNode[] given) {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,30}([.][0-9]{1,20})?");
    private static final int MOST_DECIMALS = 12;

    int count() {
        return given.length;
    }

    JsonNode node(int at) {
        return given[at];
    }

    boolean isAbsent(int at) {
        return at >= given.length || given[at].isNull();
    }

    /** An exact decimal; null when it is absent. */
    BigDecimal decimal(int at) {
        return isAbsent(at) ? null : decimal(given[at], at);
    }

    BigDecimal decimal(JsonNode node, int at) {
        if (node.isIntegralNumber() || node.isBigDecimal()) {
            return node.decimalValue();
        }
        if (node.isNumber()) {
            throw failure(
                    at,
                    "was computed with + - * / on decimals, which loses cents: use add, subtract, multiply and divide, and"
                            + " write decimals in quotes");
        }
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (!DECIMAL.matcher(text).matches()) {
            throw failure(at, "is no decimal such as 12.50");
        }
        return new BigDecimal(text);
    }

    String text(int at) {
        if (!given[at].isTextual()) {
            throw failure(at, "is no text");
        }
        return given[at].textValue();
    }

    /** How many decimals to round to. */
    int decimals(int at, int otherwise) {
        if (at >= given.length) {
            return otherwise;
        }
        if (!given[at].isIntegralNumber() || given[at].longValue() < 0 || given[at].longValue() > MOST_DECIMALS) {
            throw failure(at, "is no number of decimals from 0 to " + MOST_DECIMALS);
        }
        return given[at].intValue();
    }

    MappingFailure failure(int at, String what) {
        return new MappingFailure(function + "(): argument " + (at + 1) + " " + what);
    }
}
