package io.engageroutes.workbench;

import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PricedLine;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts and sums what documents yielded: seen = receipts + orders + contacts + non-sales + rejected. */
public final class Account {

    private static final int MOST_DIGITS = 30;

    private final Map<Judged.End, Long> ends = new EnumMap<>(Judged.End.class);
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<String, Long> nonSales = new TreeMap<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> faults = new TreeMap<>();
    private final Map<String, Map<Judged.End, Sum>> sums = new TreeMap<>();
    private long wrong;

    /**
     * Receipts of one currency and end.
     *
     * @param total what was to pay; without those whose total is not known
     * @param tax the VAT in it, of those that could be priced
     */
    public record Sum(long receipts, BigDecimal total, BigDecimal tax) {

        static final Sum NONE = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(receipts + other.receipts, total.add(other.total), tax.add(other.tax));
        }
    }

    void enter(Judged judged) {
        count(ends, judged.end());
        if (judged.end() != Judged.End.NON_SALE && judged.end() != Judged.End.REJECTED) {
            count(kinds, judged.kind());
        }
        if (judged.end() == Judged.End.NON_SALE) {
            count(nonSales, judged.reason());
        } else if (judged.end() == Judged.End.SKIPPED) {
            count(skipped, judged.reason());
        }
        judged.faults().stream().map(Fault::code).distinct().forEach(code -> count(faults, code));
        wrong += judged.faults().isEmpty() ? 0 : 1;
        if (judged.receipt() != null && judged.receipt().currency() != null) {
            sums.computeIfAbsent(judged.receipt().currency(), any -> new EnumMap<>(Judged.End.class))
                    .merge(judged.end(), sum(judged), Sum::plus);
        }
    }

    /** Takes in the counts of another one. */
    public void add(Account other) {
        other.ends.forEach((end, count) -> ends.merge(end, count, Long::sum));
        other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
        other.nonSales.forEach((reason, count) -> nonSales.merge(reason, count, Long::sum));
        other.skipped.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
        other.faults.forEach((code, count) -> faults.merge(code, count, Long::sum));
        other.sums.forEach((currency, more) ->
                more.forEach((end, sum) -> sums.computeIfAbsent(currency, any -> new EnumMap<>(Judged.End.class))
                        .merge(end, sum, Sum::plus)));
        wrong += other.wrong;
    }

    private static <K> void count(Map<K, Long> counts, K key) {
        counts.merge(key, 1L, Long::sum);
    }

    private static Sum sum(Judged judged) {
        if (judged.priced() == null) {
            BigDecimal declared = judged.receipt().total();
            return new Sum(1, isSensible(declared) ? declared : BigDecimal.ZERO, BigDecimal.ZERO);
        }
        BigDecimal tax = BigDecimal.ZERO;
        for (PricedLine line : judged.priced().lines()) {
            tax = line.line().type() == LineType.SALE ? tax.add(line.tax()) : tax.subtract(line.tax());
        }
        return new Sum(1, judged.priced().total(), tax);
    }

    /** What breaks a rule may be a number with millions of digits. */
    private static boolean isSensible(BigDecimal amount) {
        return amount != null && Math.abs((long) amount.scale()) <= MOST_DIGITS && amount.precision() <= MOST_DIGITS;
    }

    public long of(Judged.End end) {
        return ends.getOrDefault(end, 0L);
    }

    public long seen() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of a kind were read, good or not. */
    public long of(Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    public long receipts() {
        return of(Kind.RECEIPT);
    }

    /** Transactions with faults, skipped ones too. */
    public long wrong() {
        return wrong;
    }

    public boolean isGood() {
        return of(Judged.End.DEAD) + of(Judged.End.REJECTED) == 0;
    }

    /** Non-sales by reason. */
    public Map<String, Long> nonSales() {
        return nonSales;
    }

    /** Skipped receipts by reason. */
    public Map<String, Long> skipped() {
        return skipped;
    }

    /** In how many transactions a fault was found, by its code. */
    public Map<String, Long> faults() {
        return faults;
    }

    /** By currency and end. */
    public Map<String, Map<Judged.End, Sum>> sums() {
        return sums;
    }
}
