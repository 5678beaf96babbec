package io.engageroutes.intake.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a layout writes numbers. What does not fit exactly is refused: a guess at a separator is a wrong amount.
 *
 * @param decimal the character before the decimals
 * @param thousands characters that may group digits by three; a space stands for every kind of space, an apostrophe for both
 *     kinds
 * @param negative where a minus may stand
 * @param impliedDecimals how many of the last digits are decimals that no character separates; then there is no other
 *     separator
 * @param symbols what may stand before or after the number, such as {@code kr}
 */
record NumberPattern(
        char decimal,
        String thousands,
        Set<Negative> negative,
        int impliedDecimals,
        List<String> symbols,
        Pattern digits) {

    private static final String SPACES = " \u00A0\u2007\u2009\u202F";
    private static final String APOSTROPHES = "'\u2019";
    private static final String MINUS = "-\u2212";
    private static final String OVERPUNCHED = "{ABCDEFGHI}JKLMNOPQR";
    private static final char LAST_LATIN = '\u167F';
    private static final int MOST_DIGITS = 24;
    /** Fits a long. */
    private static final int SIMPLE = 18;

    enum Negative {
        /** {@code -1,00} */
        LEADING,
        /** {@code 1,00-} */
        TRAILING,
        /** {@code (1,00)} */
        BRACKETS,
        /** {@code 10}} for -1,00 with two implied decimals: the last digit is a letter that has the sign too */
        OVERPUNCH
    }

    static NumberPattern of(
            char decimal, String thousands, Set<Negative> negative, int impliedDecimals, List<String> symbols) {
        return new NumberPattern(
                decimal, thousands, negative, impliedDecimals, symbols, digits(decimal, thousands, impliedDecimals));
    }

    private static Pattern digits(char decimal, String thousands, int impliedDecimals) {
        if (impliedDecimals > 0) {
            return Pattern.compile("(?<whole>[0-9]+)(?<decimals>)");
        }
        String separators = thousands.replace(" ", SPACES).replace("'", APOSTROPHES);
        String grouped =
                "[0-9]{1,3}(?<separator>[" + Pattern.quote(separators) + "])[0-9]{3}(?:\\k<separator>[0-9]{3})*";
        String whole = thousands.isEmpty() ? "[0-9]+" : "[0-9]+|" + grouped;
        return Pattern.compile("(?<whole>" + whole + ")(?:" + Pattern.quote("" + decimal) + "(?<decimals>[0-9]+))?");
    }

    /** The number, or null when the text is none of this kind. */
    BigDecimal parse(String text) {
        BigDecimal simple = simple(text);
        return simple != null ? simple : written(text);
    }

    /** Digits with at most a decimal character and a minus before them, as nearly all numbers are; null for any other. */
    private BigDecimal simple(String text) {
        int length = text.length();
        int first = length > 1 && text.charAt(0) == '-' && negative.contains(Negative.LEADING) ? 1 : 0;
        int decimalAt = -1;
        long digits = 0;
        for (int at = first; at < length; at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
            } else if (c == decimal && decimalAt < 0 && impliedDecimals == 0 && at > first && at < length - 1) {
                decimalAt = at;
            } else {
                return null;
            }
        }
        if (length == first || length > SIMPLE) {
            return null;
        }
        int decimals = decimalAt < 0 ? impliedDecimals : length - 1 - decimalAt;
        return BigDecimal.valueOf(first == 0 ? digits : -digits, decimals);
    }

    private BigDecimal written(String text) {
        String rest = withoutSymbols(text);
        boolean minus = false;
        if (negative.contains(Negative.BRACKETS) && rest.startsWith("(") && rest.endsWith(")")) {
            minus = true;
            rest = withoutSymbols(rest.substring(1, rest.length() - 1));
        } else if (negative.contains(Negative.LEADING) && !rest.isEmpty() && MINUS.indexOf(rest.charAt(0)) >= 0) {
            minus = true;
            rest = withoutSymbols(rest.substring(1));
        } else if (negative.contains(Negative.TRAILING)
                && !rest.isEmpty()
                && MINUS.indexOf(rest.charAt(rest.length() - 1)) >= 0) {
            minus = true;
            rest = withoutSymbols(rest.substring(0, rest.length() - 1));
        } else if (negative.contains(Negative.OVERPUNCH) && !rest.isEmpty()) {
            int last = rest.length() - 1;
            int digit = OVERPUNCHED.indexOf(rest.charAt(last));
            minus = digit >= 10;
            rest = digit < 0 ? rest : rest.substring(0, last) + digit % 10;
        }
        Matcher number = digits.matcher(rest);
        if (rest.length() > MOST_DIGITS || !number.matches()) {
            return null;
        }
        String whole = number.group("whole").replaceAll("[^0-9]", "");
        String decimals = number.group("decimals");
        BigDecimal value = new BigDecimal(decimals == null || decimals.isEmpty() ? whole : whole + "." + decimals)
                .movePointLeft(impliedDecimals);
        return minus ? value.negate() : value;
    }

    /** For the rule of a fault: an example of what is understood. */
    String example() {
        String plain = impliedDecimals > 0
                ? "12" + "50".repeat(impliedDecimals).substring(0, impliedDecimals)
                : "12" + decimal + "50";
        List<String> examples = new ArrayList<>(List.of(plain));
        if (!thousands.isEmpty() && impliedDecimals == 0) {
            examples.add("1" + thousands.charAt(0) + "234" + decimal + "50");
        }
        negative.stream()
                .sorted()
                .forEach(each -> examples.add(
                        switch (each) {
                            case LEADING -> "-" + plain;
                            case TRAILING -> plain + "-";
                            case BRACKETS -> "(" + plain + ")";
                            case OVERPUNCH -> plain.substring(0, plain.length() - 1) + "}";
                        }));
        return String.join(" or ", examples);
    }

    private String withoutSymbols(String text) {
        String rest = stripped(text);
        for (String symbol : symbols) {
            if (rest.startsWith(symbol)) {
                rest = stripped(rest.substring(symbol.length()));
            } else if (rest.endsWith(symbol)) {
                rest = stripped(rest.substring(0, rest.length() - symbol.length()));
            }
        }
        return rest;
    }

    /** Without spaces around, of every kind: {@link String#strip} leaves the unbreakable ones. */
    static String stripped(String text) {
        return stripped(text, 0, text.length());
    }

    /** The part of the text without spaces around. */
    static String stripped(String text, int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether there are only spaces in this part of the text. */
    static boolean isBlank(String text, int begin, int end) {
        int from = begin;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        return from == end;
    }

    private static boolean isSpace(char c) {
        return c <= ' ' ? c == ' ' || Character.isWhitespace(c) : c == '\u00A0' || c > LAST_LATIN && isOtherSpace(c);
    }

    private static boolean isOtherSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
