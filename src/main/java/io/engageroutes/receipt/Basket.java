package io.engageroutes.receipt;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The lines of one receipt in minor units, while discounts on several of them are taken off. */
final class Basket {

    private static final String VOUCHER = "voucher";

    private final List<Line> lines;
    private final LineType type;
    private final boolean overFreight;
    private final int decimals;
    private final long[] left;
    private final List<List<LineDiscount>> shares = new ArrayList<>();

    /**
     * A basket before discounts.
     *
     * @param amounts the lines' gross amounts
     * @param refund true when discounts are for the returned lines: nothing is sold
     */
    Basket(List<Line> lines, long[] amounts, boolean refund, boolean overFreight, int decimals) {
        this.lines = lines;
        this.type = refund ? LineType.RETURN : LineType.SALE;
        this.overFreight = overFreight;
        this.decimals = decimals;
        this.left = amounts.clone();
        lines.forEach(line -> shares.add(new ArrayList<>()));
    }

    /**
     * Takes a discount off the lines it is for that take part in discounts. One for named lines of which none takes part, such as
     * free freight, is meant for them all the same.
     */
    void take(BasketDiscount discount, long amount, String place) {
        Predicate<Line> meant =
                line -> discount.lines().isEmpty() || discount.lines().contains(line.number());
        long[] weights = left(meant.and(this::isDiscountable).and(this::takesPart));
        if (!discount.lines().isEmpty() && sum(weights) == 0) {
            weights = left(meant.and(this::isDiscountable));
        }
        give(new Spread(place, decimals).shares(amount, weights, weights), discount.type(), discount.description());
    }

    /** Takes off what a voucher paid: first from the lines that take part in discounts; it may have paid for the others too. */
    void takeVoucher(long amount, String description) {
        Spread spread = new Spread("tenders", decimals);
        long[] goods = left(((Predicate<Line>) this::isDiscountable).and(this::takesPart));
        long onGoods = Math.min(amount, sum(goods));
        if (onGoods < amount) {
            long[] all = left(line -> true);
            spread.shares(amount, all, all);
        }
        give(spread.shares(onGoods, goods, goods), VOUCHER, description);
        long[] others = left(line -> true);
        give(spread.shares(amount - onGoods, others, others), VOUCHER, description);
    }

    /** What is left of every line. */
    long[] amounts() {
        return left.clone();
    }

    /** The line's shares of the discounts, in their order. */
    List<LineDiscount> shares(int line) {
        return shares.get(line);
    }

    private boolean isDiscountable(Line line) {
        return !Boolean.FALSE.equals(line.discountable());
    }

    private boolean takesPart(Line line) {
        return switch (line.kind()) {
            case GOODS, SERVICE -> true;
            case FREIGHT -> overFreight;
            case DEPOSIT, GIFT_CARD, OTHER -> false;
        };
    }

    /** What is left of the lines asked for that go the right way; nothing of the others. */
    private long[] left(Predicate<Line> asked) {
        long[] amounts = new long[left.length];
        for (int at = 0; at < left.length; at++) {
            Line line = lines.get(at);
            amounts[at] = line.type() == type && asked.test(line) ? left[at] : 0;
        }
        return amounts;
    }

    private void give(long[] parts, String kind, String description) {
        for (int at = 0; at < parts.length; at++) {
            if (parts[at] > 0) {
                left[at] -= parts[at];
                shares.get(at).add(new LineDiscount(kind, description, BigDecimal.valueOf(parts[at], decimals)));
            }
        }
    }

    private static long sum(long[] amounts) {
        return LongStream.of(amounts).sum();
    }
}
