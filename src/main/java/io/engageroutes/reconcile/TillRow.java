package io.engageroutes.reconcile;

import java.math.BigDecimal;
import java.util.Comparator;

/** What one register of one store sold on one day, and what became of it. */
public final class TillRow {

    /** Amounts of two currencies are never added. */
    public record Key(Till till, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::till).thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Key key;
    private long sales;
    private long returns;
    private BigDecimal sold = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private long delivered;
    private BigDecimal deliveredAmount = BigDecimal.ZERO;
    private long skipped;
    private long dead;
    private long duplicates;
    private long differing;
    private long missing;
    private BigDecimal missingAmount = BigDecimal.ZERO;
    private long surplus;
    private BigDecimal surplusAmount = BigDecimal.ZERO;

    TillRow(Key key) {
        this.key = key;
    }

    void fiscal(BigDecimal total) {
        if (total.signum() < 0) {
            returns++;
            returned = returned.add(total);
        } else {
            sales++;
            sold = sold.add(total);
        }
    }

    void ended(DeliveredSale sale, boolean differs) {
        switch (sale.ended()) {
            case "delivered" -> {
                delivered++;
                deliveredAmount = deliveredAmount.add(sale.total() == null ? BigDecimal.ZERO : sale.total());
            }
            case "skipped" -> skipped++;
            case "dead" -> dead++;
            default -> duplicates++;
        }
        duplicates += sale.duplicates();
        differing += differs ? 1 : 0;
    }

    void missing(BigDecimal total) {
        missing++;
        missingAmount = missingAmount.add(total);
    }

    void surplus(BigDecimal total) {
        surplus++;
        surplusAmount = surplusAmount.add(total);
    }

    public Key key() {
        return key;
    }

    public long sales() {
        return sales;
    }

    public long returns() {
        return returns;
    }

    public BigDecimal sold() {
        return sold;
    }

    /** Zero or negative. */
    public BigDecimal returned() {
        return returned;
    }

    public long delivered() {
        return delivered;
    }

    public BigDecimal deliveredAmount() {
        return deliveredAmount;
    }

    public long skipped() {
        return skipped;
    }

    public long dead() {
        return dead;
    }

    public long duplicates() {
        return duplicates;
    }

    public long differing() {
        return differing;
    }

    public long missing() {
        return missing;
    }

    public BigDecimal missingAmount() {
        return missingAmount;
    }

    public long surplus() {
        return surplus;
    }

    public BigDecimal surplusAmount() {
        return surplusAmount;
    }
}
