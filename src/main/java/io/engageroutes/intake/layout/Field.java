package io.engageroutes.intake.layout;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a canonical field comes from.
 *
 * @param name the canonical field, for messages
 * @param column the column, or null for a constant
 * @param orElse columns that count when that one is blank, in this order
 * @param constant the value of every row, or null
 * @param blank the value of a row whose column is blank, or null for none
 * @param values what stands in the column to what it means, or null when it means itself
 * @param otherwise what anything else means, or null when anything else is a fault
 * @param numbers how its numbers are written
 * @param sign the column that has its sign, or null
 * @param negate whether the column has the opposite sign
 * @param personal whether its values may stand in no message
 */
record Field(
        String name,
        String column,
        List<String> orElse,
        String constant,
        String blank,
        Map<String, String> values,
        String otherwise,
        NumberPattern numbers,
        SignColumn sign,
        boolean negate,
        boolean personal) {

    Field {
        column = column == null ? null : column.intern();
    }

    /** A field that is what stands in the column. */
    static Field of(String name, String column, NumberPattern numbers, boolean personal) {
        return new Field(name, column, List.of(), null, null, null, null, numbers, null, false, personal);
    }

    /** All values that this field can have by way of the layout alone. */
    Stream<String> fixedValues() {
        Stream<String> mapped = values == null ? Stream.of() : values.values().stream();
        return Stream.concat(Stream.of(constant, blank, otherwise), mapped).filter(value -> value != null);
    }

    /** Whether every value comes out of the layout, so that all can be checked before the first document. */
    boolean isFixed() {
        return constant != null || values != null;
    }

    /** The columns that it is read from. */
    Stream<String> columns() {
        Stream<String> others =
                sign == null ? orElse.stream() : Stream.concat(orElse.stream(), Stream.of(sign.column()));
        return column == null ? others : Stream.concat(Stream.of(column), others);
    }
}
