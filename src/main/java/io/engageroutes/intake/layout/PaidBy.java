package io.engageroutes.intake.layout;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** What a receipt comes to in a file that does not say how it was paid. */
final class PaidBy {

    private PaidBy() {}

    /** The total as written, else that of its lines; null when it cannot be told. */
    static BigDecimal total(BigDecimal written, List<Line> lines, List<BasketDiscount> discounts, String currency) {
        boolean known = lines.stream().allMatch(line -> line.gross() != null);
        if (written != null || !known || currency == null) {
            return written;
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean sells = false;
        for (Line line : lines) {
            boolean sold = line.type() == LineType.SALE;
            sum = sold ? sum.add(line.gross()) : sum.subtract(line.gross());
            sells |= sold && line.gross().signum() != 0;
        }
        for (BasketDiscount discount : discounts) {
            sum = sells ? sum.subtract(discount.amount()) : sum.add(discount.amount());
        }
        return sum.setScale(decimals(currency), RoundingMode.HALF_UP);
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2; // the receipt's rules refuse the currency
        }
    }
}
