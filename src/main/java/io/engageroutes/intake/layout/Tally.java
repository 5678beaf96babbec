package io.engageroutes.intake.layout;

import java.util.List;

/**
 * One thing that a trailer says should stand before it.
 *
 * @param declared the trailer's column
 * @param counted what may have been counted: {@code records}, {@code all-records}, {@code receipts} or types of record; empty for
 *     a sum
 * @param summed what is summed, or null for a count
 * @param in the type of record whose columns are summed
 * @param hash whether it is a hash total: the sum of a column's digits taken as a number, cut to the digits of the trailer
 */
record Tally(Field declared, List<String> counted, Field summed, String in, boolean hash) {

    /** Between the header and the trailer. */
    static final String RECORDS = "records";
    /** The same with header and trailer. */
    static final String ALL_RECORDS = "all-records";

    static final String RECEIPTS = "receipts";
}
