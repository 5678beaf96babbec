package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one document yields while it is read: seen = receipts + non-sales + rejected. */
public final class Tally {

    private final Map<String, Long> reasons = new TreeMap<>();
    private final Map<Kind, Long> messages = new EnumMap<>(Kind.class);
    private long rejected;
    private String fault;
    private String contentHash;
    private long bytes;

    void message(Kind kind) {
        messages.merge(kind, 1L, Long::sum);
    }

    void nonSale(String reason) {
        reasons.merge(reason, 1L, Long::sum);
    }

    void reject() {
        rejected++;
    }

    void broken(String where) {
        fault = where;
    }

    void raw(long size, String hash) {
        bytes = size;
        contentHash = hash;
    }

    public long seen() {
        return receipts() + rejected + nonSales();
    }

    /** Canonical messages: receipts, orders and contacts. */
    public long receipts() {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Canonical messages of one kind. */
    public long of(Kind kind) {
        return messages.getOrDefault(kind, 0L);
    }

    public long nonSales() {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    public long rejected() {
        return rejected;
    }

    /** Non-sales by reason. */
    public Map<String, Long> reasons() {
        return reasons;
    }

    /** Where and why reading stopped before the end, or null. */
    public String fault() {
        return fault;
    }

    public String contentHash() {
        return contentHash;
    }

    public long bytes() {
        return bytes;
    }
}
