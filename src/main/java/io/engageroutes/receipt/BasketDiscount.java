package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * A discount on the whole receipt or on several of its lines.
 *
 * @param type the retailer's code for it
 * @param description what the customer was told, or null
 * @param amount what was taken off in all, positive
 * @param lines numbers of the lines it is for; empty for all
 * @param voucherId the number of the reward voucher behind it, or null
 */
public record BasketDiscount(
        String type, String description, BigDecimal amount, List<Integer> lines, String voucherId) {

    public BasketDiscount {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
