package io.engageroutes.intake.layout;

import java.util.Locale;

/**
 * What the rows of a receipt are.
 *
 * @param field the column that says it, by the words of {@link Kind}; null when every row is a line
 */
record Kinds(Field field) {

    enum Kind {
        LINE,
        TENDER,
        DISCOUNT,
        IGNORED;

        /** As a layout has it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the row is, or null after a fault. */
    Kind of(Cells cells) {
        if (field == null) {
            return Kind.LINE;
        }
        String kind = cells.required(field);
        return kind == null ? null : Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
