package io.engageroutes.intake.mapping;

import static io.engageroutes.intake.mapping.MappingFunction.decimal;
import static io.engageroutes.intake.mapping.MappingFunction.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.schibsted.spt.data.jslt.Function;
import io.engageroutes.receipt.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What money needs and JSLT lacks: JSLT's own arithmetic is done in doubles. Some of these take the place of a function of JSLT's
 * that would lose cents. An absent value counts as nothing in {@code add}, {@code subtract}, {@code sum} and {@code sign}; elsewhere it makes the
 * result absent.
 */
final class ExactFunctions {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MinorUnits UNITS = new MinorUnits(Map.of());
    private static final int MOST = 1024;

    private ExactFunctions() {}

    static List<Function> all() {
        return List.of(
                decimal("money", 2, 2, ExactFunctions::money),
                decimal("decimal", 1, 2, ExactFunctions::parsed),
                decimal("add", 2, MOST, given -> folded(given, BigDecimal::add)),
                decimal("subtract", 2, MOST, given -> folded(given, BigDecimal::subtract)),
                decimal("multiply", 2, 2, given -> both(given, BigDecimal::multiply)),
                decimal("divide", 3, 3, ExactFunctions::divided),
                decimal("percent-of", 3, 3, ExactFunctions::percentOf),
                decimal("gross-of", 3, 3, ExactFunctions::grossOf),
                decimal("sum", 1, 1, ExactFunctions::sum),
                decimal(
                        "negate",
                        1,
                        1,
                        given -> absent(given.decimal(0))
                                ? null
                                : given.decimal(0).negate()),
                decimal(
                        "abs",
                        1,
                        1,
                        given -> absent(given.decimal(0))
                                ? null
                                : given.decimal(0).abs()),
                decimal("round", 1, 2, given -> rounded(given, RoundingMode.HALF_UP)),
                decimal("floor", 1, 2, given -> rounded(given, RoundingMode.FLOOR)),
                decimal("ceiling", 1, 2, given -> rounded(given, RoundingMode.CEILING)),
                of("number", 1, 2, ExactFunctions::number),
                of(
                        "sign",
                        1,
                        1,
                        given -> whole(
                                absent(given.decimal(0)) ? 0 : given.decimal(0).signum())),
                of("compare", 2, 2, ExactFunctions::compared),
                of("list", 1, 1, ExactFunctions::list));
    }

    private static boolean absent(BigDecimal value) {
        return value == null;
    }

    private static JsonNode whole(int value) {
        return IntNode.valueOf(value);
    }

    private static BigDecimal money(Arguments given) {
        BigDecimal units = given.decimal(0);
        if (units == null || given.isAbsent(1)) {
            return null;
        }
        String currency = given.text(1);
        if (!UNITS.isKnown(currency)) {
            throw given.failure(1, "is no ISO 4217 currency such as SEK");
        }
        if (units.stripTrailingZeros().scale() > 0) {
            throw given.failure(0, "is no whole number of the currency's smallest unit");
        }
        int decimals = UNITS.of(currency);
        return units.movePointLeft(decimals).setScale(decimals);
    }

    /** Of a text with blanks, thousand separators, a minus behind, or a decimal comma. */
    private static BigDecimal parsed(Arguments given) {
        if (given.isAbsent(0) || !given.node(0).isTextual()) {
            return given.decimal(0);
        }
        boolean comma = given.count() > 1 && given.text(1).equals(",");
        String text = given.text(0).replaceAll("[\\s\u00a0\u202f'\u2019]", "");
        text = comma ? text.replace(".", "").replace(',', '.') : text.replace(",", "");
        if (text.endsWith("-")) {
            text = "-" + text.substring(0, text.length() - 1);
        }
        return text.isEmpty() ? null : given.decimal(JsonNodeFactory.instance.textNode(text), 0);
    }

    private static BigDecimal folded(Arguments given, BinaryOperator<BigDecimal> operator) {
        BigDecimal result = given.decimal(0);
        for (int at = 1; at < given.count(); at++) {
            BigDecimal next = given.decimal(at);
            if (next != null) {
                result = operator.apply(result == null ? BigDecimal.ZERO : result, next);
            }
        }
        return result;
    }

    private static BigDecimal both(Arguments given, BinaryOperator<BigDecimal> operator) {
        BigDecimal left = given.decimal(0);
        BigDecimal right = given.decimal(1);
        return left == null || right == null ? null : operator.apply(left, right);
    }

    private static BigDecimal divided(Arguments given) {
        return both(given, (dividend, divisor) -> {
            if (divisor.signum() == 0) {
                throw given.failure(1, "is zero, and nothing can be divided by it");
            }
            return dividend.divide(divisor, given.decimals(2, 0), RoundingMode.HALF_UP);
        });
    }

    private static BigDecimal percentOf(Arguments given) {
        return both(given, (percent, amount) -> percent.multiply(amount)
                .divide(HUNDRED, given.decimals(2, 0), RoundingMode.HALF_UP));
    }

    private static BigDecimal grossOf(Arguments given) {
        return both(given, (net, percent) -> net.multiply(HUNDRED.add(percent))
                .divide(HUNDRED, given.decimals(2, 0), RoundingMode.HALF_UP));
    }

    private static BigDecimal rounded(Arguments given, RoundingMode mode) {
        BigDecimal value = given.decimal(0);
        return value == null ? null : value.setScale(given.decimals(1, 0), mode);
    }

    private static BigDecimal sum(Arguments given) {
        if (given.isAbsent(0)) {
            return null;
        }
        if (!given.node(0).isArray()) {
            throw given.failure(0, "is no array");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode each : given.node(0)) {
            sum = each.isNull() ? sum : sum.add(given.decimal(each, 0));
        }
        return sum;
    }

    /** JSLT's own makes a double of a text with decimals. */
    private static JsonNode number(Arguments given) {
        try {
            BigDecimal value = given.decimal(0);
            return value == null
                    ? given.count() > 1 ? given.node(1) : null
                    : JsonNodeFactory.withExactBigDecimals(true)
                            .numberNode(value.scale() < 0 ? value.setScale(0) : value);
        } catch (MappingFailure noNumber) {
            if (given.count() > 1) {
                return given.node(1);
            }
            throw noNumber;
        }
    }

    private static JsonNode compared(Arguments given) {
        BigDecimal left = given.decimal(0);
        BigDecimal right = given.decimal(1);
        return left == null || right == null ? null : whole(left.compareTo(right));
    }

    /** Of systems that write one thing as an object and several as an array. */
    private static JsonNode list(Arguments given) {
        JsonNode node = given.node(0);
        if (node.isArray()) {
            return node;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        return node.isNull() ? list : list.add(node);
    }
}
