package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;

/**
 * Where the columns of a fixed-width record stand.
 *
 * @param bounds for each column the position from 0 where it begins, and behind it the one where it ends
 * @param length how long a record is
 * @param looseEnds whether there may be fewer or more blanks at its end
 * @param hint what else to say about a record of another length; empty for nothing
 */
record Widths(int[] bounds, int length, boolean looseEnds, String hint) {

    Values cut(String text) {
        if (text.length() >= length) {
            return new CutText(text, bounds, bounds.length / 2);
        }
        int[] there = bounds.clone();
        for (int at = 0; at < there.length; at++) {
            there[at] = Math.min(there[at], text.length());
        }
        return new CutText(text, there, there.length / 2);
    }

    /** Null when the record is as long as it should be. */
    Fault wrongLength(String place, String text) {
        int seen = text.length();
        while (looseEnds && seen > length && text.charAt(seen - 1) == ' ') {
            seen--;
        }
        if (seen == length || looseEnds && seen < length) {
            return null;
        }
        return new Fault(
                "record-width",
                place,
                seen + " characters",
                "a record of " + length + " characters should stand here: " + (seen < length ? "it was cut off or" : "")
                        + " another version of the format writes it; have the file sent again, or take the layout of the"
                        + " version that the system writes"
                        + (seen < length ? "; where only blanks at the ends of lines were cut off, set looseEnds" : "")
                        + hint);
    }
}
