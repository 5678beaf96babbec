package io.engageroutes.intake.poslog;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A discount line as read.
 *
 * @param summary whether it only counts when no row of the same id says it in detail
 * @param id what rows about the same discount have in common, or null
 * @param line the reference of the line that it is for, or null
 * @param amount what it takes off; negative when it gives back
 * @param place where the amount stands
 */
record DiscountRow(
        boolean summary,
        String id,
        String line,
        String type,
        String description,
        BigDecimal amount,
        String voucherId,
        String place) {

    /** What it is about: one such row may take another one back. */
    List<String> about() {
        return Arrays.asList(id, line);
    }

    DiscountRow plus(DiscountRow other) {
        return new DiscountRow(summary, id, line, type, description, amount.add(other.amount), voucherId, other.place);
    }
}
