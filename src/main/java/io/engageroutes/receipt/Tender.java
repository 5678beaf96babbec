package io.engageroutes.receipt;

import java.math.BigDecimal;

/**
 * One payment.
 *
 * @param type how it was paid (card, cash, swish, ...), the retailer's own code
 * @param description what is printed for it, or null
 * @param amount what was paid; negative when money went back to the customer
 * @param voucher true when it is a reward voucher, which Engage wants as a discount
 * @param voucherId the voucher's number, or null
 */
public record Tender(String type, String description, BigDecimal amount, boolean voucher, String voucherId) {}
