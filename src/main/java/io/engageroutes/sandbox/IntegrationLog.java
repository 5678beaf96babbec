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

    /** An entry; {@code uniqueReceiptId} is null when it is about no receipt. */
    record Entry(String time, Level level, String text, String uniqueReceiptId) {}

    private final Clock clock;
    private final Deque<Entry> entries = new ArrayDeque<>();

    IntegrationLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(Level level, String text, String uniqueReceiptId) {
        if (entries.size() == LONGEST) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(Instant.ofEpochMilli(clock.millis()).toString(), level, text, uniqueReceiptId));
    }

    /** The entries in order; of one receipt only when an id is given. */
    synchronized List<Entry> entries(String uniqueReceiptId) {
        return entries.stream()
                .filter(entry -> uniqueReceiptId == null || uniqueReceiptId.equals(entry.uniqueReceiptId()))
                .toList();
    }

    synchronized void reset() {
        entries.clear();
    }
}
