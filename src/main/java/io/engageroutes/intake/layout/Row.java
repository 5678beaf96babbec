package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.List;

/**
 * One row of a document as named fields, whatever kind of file it was in.
 *
 * @param line the line it begins on, from 1
 * @param type what kind of record it is, with its columns
 * @param values its values
 * @param fault what is wrong with the row as a whole, or null
 * @param around records that lend it the columns it has not itself
 */
record Row(long line, RecordType type, Values values, Fault fault, List<Row> around) {

    Row(long line, RecordType type, Values values, Fault fault) {
        this(line, type, values, fault, List.of());
    }

    /** The same row, with records around it. */
    Row within(List<Row> others) {
        return new Row(line, type, values, fault, others);
    }

    /** The same row with something wrong with it as a whole. */
    Row spoilt(Fault what) {
        return new Row(line, type, values, what, around);
    }

    Header header() {
        return type.header();
    }

    /** What stands in the column, without spaces around; empty when nothing does. */
    String get(String column) {
        int at = header().position(column);
        if (at >= 0) {
            return values.get(at);
        }
        for (Row other : around) {
            int there = other.header().position(column);
            if (there >= 0) {
                return other.values.get(there);
            }
        }
        return "";
    }

    String place(String column) {
        if (column == null) {
            return place();
        }
        for (Row other : around) {
            if (header().position(column) < 0 && other.header().position(column) >= 0) {
                return other.place(column);
            }
        }
        return place() + ", column \"" + column + "\"";
    }

    String place() {
        return type.name() == null ? "line " + line : "line " + line + ", record " + type.name();
    }

    boolean isBlank() {
        for (int at = 0; at < values.size(); at++) {
            if (!values.isBlank(at)) {
                return false;
            }
        }
        return true;
    }
}
