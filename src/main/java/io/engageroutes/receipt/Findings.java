package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the faults of one receipt; its methods are the rules that many fields share. */
final class Findings {

    private static final int MOST_INTEGER_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    void addAll(List<Fault> others) {
        faults.addAll(others);
    }

    void add(String code, String place, Object value, String rule) {
        faults.add(new Fault(code, place, value == null ? null : value.toString(), rule));
    }

    /** Demands a value; says so and answers false when there is none. */
    boolean required(String place, Object value, String meaning) {
        boolean missing = value == null || value instanceof String text && text.isBlank();
        if (missing) {
            add("field-missing", place, null, "must be given: " + meaning);
        }
        return !missing;
    }

    /** What people read may hold anything that can be written down. */
    void text(String place, String value) {
        if (value != null && !Text.isEncodable(value)) {
            add(
                    "text-invalid",
                    place,
                    Text.encodable(value),
                    "must be whole characters; half a surrogate pair comes of a broken escape at the source");
        }
    }

    /** An id is compared by machines, so nothing invisible may be in it. */
    void id(String place, String value) {
        text(place, value);
        if (value != null && Text.hasControls(value)) {
            add(
                    "text-invalid",
                    place,
                    CONTROL.matcher(Text.encodable(value)).replaceAll("?"),
                    "must be without control characters (shown as ?); correct how the source writes or the layout reads it");
        }
    }

    /** Demands a sane number; false when it is missing or not sane, so that no more needs to be said about it. */
    boolean number(String place, BigDecimal value) {
        return number(place, value, MOST_DECIMALS);
    }

    boolean number(String place, BigDecimal value, int mostDecimals) {
        if (value == null) {
            return false;
        }
        if ((long) value.precision() - value.scale() > MOST_INTEGER_DIGITS) {
            add(
                    "number-too-large",
                    place,
                    value,
                    "must have at most " + MOST_INTEGER_DIGITS + " digits before the decimal point");
            return false;
        }
        if (decimals(value) > mostDecimals) {
            add("number-too-fine", place, value, "must have at most " + mostDecimals + " decimals");
            return false;
        }
        return true;
    }

    boolean notNegative(String place, BigDecimal value, String why) {
        boolean sane = number(place, value);
        if (sane && value.signum() < 0) {
            add("amount-negative", place, value, "must not be negative: " + why);
        }
        return sane && value.signum() >= 0;
    }

    boolean positive(String code, String place, BigDecimal value, String why) {
        boolean sane = number(place, value);
        if (sane && value.signum() <= 0) {
            add(code, place, value, "must be above zero: " + why);
        }
        return sane && value.signum() > 0;
    }

    static int decimals(BigDecimal value) {
        return value.signum() == 0 ? 0 : value.stripTrailingZeros().scale();
    }
}
