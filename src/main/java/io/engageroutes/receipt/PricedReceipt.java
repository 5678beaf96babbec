package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * A receipt whose every line knows what was really paid for it. Amounts have the currency's own number of decimals, and
 * {@code total} is exactly the sold lines less the returned ones.
 *
 * @param receipt the receipt as it came
 * @param lines its lines in the same order
 * @param total what was paid including VAT; negative when more was returned than bought
 * @param payments the tenders without those vouchers that became discounts
 * @param vouchersUsed numbers of the reward vouchers used, each once
 */
public record PricedReceipt(
        Receipt receipt, List<PricedLine> lines, BigDecimal total, List<Tender> payments, List<String> vouchersUsed) {}
