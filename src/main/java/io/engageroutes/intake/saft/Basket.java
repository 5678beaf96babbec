package io.engageroutes.intake.saft;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The lines and discounts of one transaction while they are read. */
final class Basket {

    final List<Line> lines = new ArrayList<>();
    final List<BasketDiscount> discounts = new ArrayList<>(0);

    /** Discounts that stood as lines, each with the VAT rate that it lowers. */
    private final List<DiscountLine> discountLines = new ArrayList<>(0);

    private record DiscountLine(String type, String description, BigDecimal amount, BigDecimal taxPercent) {}

    void discountLine(String type, String description, BigDecimal amount, BigDecimal taxPercent) {
        if (amount.signum() != 0) {
            discountLines.add(new DiscountLine(type, description, amount, taxPercent));
        }
    }

    /** Once all lines are known: a discount that stood as a line is for those of its VAT rate, or else for all. */
    void assignDiscountLines() {
        for (DiscountLine discount : discountLines) {
            List<Integer> lowered = lines.stream()
                    .filter(line -> discount.taxPercent() != null
                            && line.taxPercent() != null
                            && line.type() == LineType.SALE
                            && line.taxPercent().compareTo(discount.taxPercent()) == 0)
                    .map(Line::number)
                    .toList();
            discounts.add(new BasketDiscount(
                    discount.type(),
                    discount.description(),
                    discount.amount(),
                    lowered.size() == lines.size() ? List.of() : lowered,
                    null));
        }
        discountLines.clear();
    }

    /** Sold less returned, as the lines' amounts stand. */
    BigDecimal sum() {
        return lines.stream().map(line -> signed(line, line.gross())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the lines' own discounts come to. */
    BigDecimal lineDiscounts() {
        return lines.stream().map(line -> signed(line, discount(line))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal basketDiscounts() {
        return discounts.stream().map(BasketDiscount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(Line line, BigDecimal amount) {
        return line.type() == LineType.RETURN ? amount.negate() : amount;
    }

    private static BigDecimal discount(Line line) {
        return line.discounts().stream().map(LineDiscount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines' amounts stood before their discounts: takes these off. */
    void takeOffLineDiscounts() {
        lines.replaceAll(line -> new Line(
                line.number(),
                line.type(),
                line.kind(),
                line.sku(),
                line.articleNumber(),
                line.articleName(),
                line.articleGroup(),
                line.quantity(),
                line.unitPrice(),
                line.gross().subtract(discount(line)),
                line.taxPercent(),
                line.discounts().isEmpty() ? line.taxAmount() : null,
                line.discounts(),
                line.awardsBonus(),
                line.discountable()));
    }
}
