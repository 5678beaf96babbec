package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a receipt. Amounts and quantity are positive on a return too: {@code type} carries the sign.
 *
 * @param number the line's number in the source, from 1
 * @param type whether it was sold or taken back
 * @param kind what it is; goods unless said otherwise
 * @param sku the most detailed article id
 * @param articleNumber the article's number; the sku when the source has no other
 * @param articleName the name printed on the receipt
 * @param articleGroup the merchandise group, or null
 * @param quantity how many, or how much of the unit; above zero
 * @param unitPrice the price of one before discounts including VAT, or null
 * @param gross the line's total including VAT after its own discounts, before basket discounts
 * @param taxPercent the VAT rate in percent, or null when the source does not say
 * @param taxAmount the VAT in {@code gross} as the source says, or null; sent is what follows from price and rate
 * @param discounts the discounts already taken off {@code gross}
 * @param awardsBonus whether the line earns points, or null for Engage's own rule
 * @param discountable false when basket discounts must leave the line alone; null means yes
 */
public record Line(
        int number,
        LineType type,
        LineKind kind,
        String sku,
        String articleNumber,
        String articleName,
        String articleGroup,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal gross,
        BigDecimal taxPercent,
        BigDecimal taxAmount,
        List<LineDiscount> discounts,
        Boolean awardsBonus,
        Boolean discountable) {

    public Line {
        kind = kind == null ? LineKind.GOODS : kind;
        discounts = discounts == null ? List.of() : List.copyOf(discounts);
    }
}
