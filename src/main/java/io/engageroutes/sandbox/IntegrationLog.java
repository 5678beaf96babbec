package io.engageroutes.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Engage's integration log, where late problems show; keeps the newest entries. */
final class IntegrationLog {

    private static final int LONGEST = 20_000;

    /** How bad it is. */
    enum Level {
        INFO,
        WARNING
    }

    /** An entry; {@code uniqueReceiptId} is null when it is about no receipt, {@code orderId} when about no order. */
    record Entry(String time, Level level, String text, String uniqueReceiptId, String orderId) {}

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    IntegrationLog(Clock clock) {
        this.clock = clock;
    }

    void add(Level level, String text, String uniqueReceiptId) {
        add(level, text, uniqueReceiptId, null);
    }

    void addForOrder(Level level, String text, String orderId) {
        add(level, text, null, orderId);
    }

    private synchronized void add(Level level, String text, String uniqueReceiptId, String orderId) {
        if (entries.size() == LONGEST) {
            entries.removeFirst();
        }
        String time = Instant.ofEpochMilli(clock.millis()).toString();
        entries.addLast(new Entry(time, level, text, uniqueReceiptId, orderId));
    }

    /** The entries in order; of one receipt or order only when an id is given. */
    synchronized List<Entry> entries(String uniqueReceiptId, String orderId) {
        return entries.stream()
                .filter(entry -> uniqueReceiptId == null || uniqueReceiptId.equals(entry.uniqueReceiptId()))
                .filter(entry -> orderId == null || orderId.equals(entry.orderId()))
                .toList();
    }

    synchronized void reset() {
        entries.clear();
    }
}
