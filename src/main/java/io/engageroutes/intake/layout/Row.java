package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;

/**
 * One row of a document as named fields, whatever kind of file it was in.
 *
 * @param line the line it begins on, from 1
 * @param header which column stands where
 * @param values its values as they came
 * @param fault what is wrong with the row as a whole, or null
 */
record Row(long line, Header header, String[] values, Fault fault) {

    /** What stands in the column, without spaces around; empty when nothing does. */
    String get(String column) {
        int at = header.position(column);
        return at < 0 || at >= values.length ? "" : NumberPattern.stripped(values[at]);
    }

    String place(String column) {
        return column == null ? place() : place() + ", column \"" + column + "\"";
    }

    String place() {
        return "line " + line;
    }

    boolean isBlank() {
        for (String value : values) {
            if (!NumberPattern.stripped(value).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
