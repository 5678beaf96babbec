package io.engageroutes.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what went through the simulator. */
final class Traffic {

    private final Clock clock;
    private final Map<String, Long> byStatus = new TreeMap<>();
    private long requests;
    private long accepted;
    private long rejected;
    private long firstAt;
    private long lastAt;
    private long second;
    private long inSecond;
    private long peakPerSecond;
    private long inFlight;
    private long peakInFlight;

    Traffic(Clock clock) {
        this.clock = clock;
    }

    synchronized void arrived() {
        requests++;
        inFlight++;
        peakInFlight = Math.max(peakInFlight, inFlight);
        long now = clock.millis() / 1000;
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        peakPerSecond = Math.max(peakPerSecond, inSecond);
    }

    /** A call ended; without a status when its answer was lost. */
    synchronized void answered(Integer status) {
        inFlight--;
        byStatus.merge(status == null ? "none" : status.toString(), 1L, Long::sum);
    }

    synchronized void accepted() {
        accepted++;
        lastAt = clock.millis();
        firstAt = firstAt == 0 ? lastAt : firstAt;
    }

    synchronized void rejected() {
        rejected++;
    }

    synchronized Map<String, Object> figures(ReceiptImport receipts) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("requests", requests);
        figures.put("accepted", accepted);
        figures.put("queued", receipts.waiting());
        figures.put("unique", receipts.unique());
        figures.put("duplicates", receipts.duplicates());
        figures.put("notConnected", receipts.notConnected());
        figures.put("rejected", rejected);
        figures.put("byStatus", new TreeMap<>(byStatus));
        figures.put(
                "firstAt", firstAt == 0 ? null : Instant.ofEpochMilli(firstAt).toString());
        figures.put("lastAt", lastAt == 0 ? null : Instant.ofEpochMilli(lastAt).toString());
        figures.put("peakRequestsPerSecond", peakPerSecond);
        figures.put("peakInFlight", peakInFlight);
        return figures;
    }

    synchronized void reset() {
        byStatus.clear();
        requests = accepted = rejected = firstAt = lastAt = second = inSecond = peakPerSecond = 0;
        peakInFlight = inFlight;
    }
}
