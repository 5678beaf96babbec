package io.engageroutes.intake.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Reads dates and times whose parts have a fixed number of digits, as nearly all do, many times faster than a formatter. What it does
 * not understand it leaves to that one.
 */
final class PlainPattern {

    private static final String PARTS = "yMdHms";
    private static final int YEAR_DIGITS = 4;
    private static final int PART_DIGITS = 2;

    private final String pattern;
    /** For each character of the pattern which of the parts it is of, or -1. */
    private final int[] partAt;

    private PlainPattern(String pattern) {
        this.pattern = pattern;
        this.partAt = pattern.chars().map(PARTS::indexOf).toArray();
    }

    /** Null for a pattern with anything but digits and separators in it. */
    static PlainPattern of(String pattern) {
        for (int at = 0; at < pattern.length(); ) {
            char c = pattern.charAt(at);
            int length = 1;
            if (PARTS.indexOf(c) >= 0) {
                while (at + length < pattern.length() && pattern.charAt(at + length) == c) {
                    length++;
                }
                boolean again = pattern.indexOf(c, at + length) >= 0;
                if (again || length != (c == 'y' ? YEAR_DIGITS : PART_DIGITS)) {
                    return null;
                }
            } else if (Character.isLetter(c) || "[]'{}#".indexOf(c) >= 0) {
                return null;
            }
            at += length;
        }
        return new PlainPattern(pattern);
    }

    /** The parts in the order y M d H m s, -1 for one that the pattern has not; null when the text does not fit. */
    private int[] parts(String text) {
        if (text.length() != pattern.length()) {
            return null;
        }
        int[] parts = {-1, -1, -1, -1, -1, -1};
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int part = partAt[at];
            if (part < 0) {
                if (c != pattern.charAt(at)) {
                    return null;
                }
            } else if (c >= '0' && c <= '9') {
                parts[part] = Math.max(0, parts[part]) * 10 + c - '0';
            } else {
                return null;
            }
        }
        return parts;
    }

    /** The day, or null when the text does not fit. */
    LocalDate day(String text) {
        int[] parts = parts(text);
        try {
            return parts == null || parts[0] <= 0 || parts[1] < 0 || parts[2] < 0
                    ? null
                    : LocalDate.of(parts[0], parts[1], parts[2]);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    LocalTime time(String text) {
        int[] parts = parts(text);
        try {
            return parts == null || parts[3] < 0 || parts[4] < 0
                    ? null
                    : LocalTime.of(parts[3], parts[4], Math.max(0, parts[5]));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
