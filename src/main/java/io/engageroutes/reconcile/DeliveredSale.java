package io.engageroutes.reconcile;

import io.engageroutes.delivery.LedgerDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A receipt of the main feed and how it ended; one that came several times is one.
 *
 * @param row the end that counts most: delivered, else skipped, dead, duplicate
 * @param duplicates how often it came again
 */
public record DeliveredSale(LedgerDays.Row row, long duplicates) {

    private static final List<String> WEIGHT = List.of("delivered", "skipped", "dead", "duplicate");

    static List<DeliveredSale> of(List<LedgerDays.Row> rows) {
        Map<String, List<LedgerDays.Row>> receipts = new LinkedHashMap<>();
        for (LedgerDays.Row row : rows) {
            String key = row.uniqueId() == null ? "message " + row.messageId() : "key " + row.uniqueId();
            receipts.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
        }
        return receipts.values().stream().map(DeliveredSale::one).toList();
    }

    private static DeliveredSale one(List<LedgerDays.Row> rows) {
        LedgerDays.Row counts = rows.stream()
                .min(Comparator.comparing(row -> WEIGHT.indexOf(row.ended())))
                .orElseThrow();
        long duplicates = rows.stream()
                .filter(row -> row != counts && row.ended().equals("duplicate"))
                .count();
        return new DeliveredSale(counts, duplicates);
    }

    public String ended() {
        return row.ended();
    }

    BigDecimal total() {
        return row.total();
    }

    LocalDate day() {
        return row.day();
    }

    Till till() {
        return new Till(row.store(), row.register(), row.day());
    }
}
