package io.engageroutes.receipt;

import java.math.BigDecimal;

/**
 * A discount that a line's gross amount already contains.
 *
 * @param type the retailer's code for it
 * @param description what the customer was told, or null
 * @param amount what was taken off, positive
 */
public record LineDiscount(String type, String description, BigDecimal amount) {}
