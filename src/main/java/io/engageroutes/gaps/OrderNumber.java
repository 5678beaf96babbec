package io.engageroutes.gaps;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop's running order number: a whole number of up to 15 digits, with or without letters or signs before it such as {@code #}. */
final class OrderNumber {

    private static final Pattern NUMBER = Pattern.compile("[^0-9]{0,20}([0-9]{1,15})");

    private OrderNumber() {}

    /** Empty when it is something else, such as {@code 2026-1005}, whose digits do not run on. */
    static OptionalLong of(String text) {
        Matcher number = NUMBER.matcher(text.strip());
        return number.matches() ? OptionalLong.of(Long.parseLong(number.group(1))) : OptionalLong.empty();
    }
}
