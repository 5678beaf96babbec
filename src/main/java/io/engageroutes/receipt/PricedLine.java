package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line with its share of every basket discount.
 *
 * @param line the line as it came
 * @param paid the line's total including VAT after all discounts, never negative
 * @param tax the VAT in {@code paid}, never negative
 * @param taxPercent the VAT rate in percent
 * @param discounts the line's own discounts, then its share of each basket discount in order; shares of nothing left out
 */
public record PricedLine(
        Line line, BigDecimal paid, BigDecimal tax, BigDecimal taxPercent, List<LineDiscount> discounts) {}
