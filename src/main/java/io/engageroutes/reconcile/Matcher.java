package io.engageroutes.reconcile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds for every fiscal sale its receipt of the main feed: by unique id, then by key, then by amount and time. Each is taken once,
 * and a surer match always comes first.
 */
final class Matcher {

    private final Matching how;
    private final Set<FiscalSale> fiscal;
    private final Set<DeliveredSale> delivered;
    private final List<Reconciliation.Pair> pairs = new ArrayList<>();

    Matcher(Matching how, List<FiscalSale> fiscal, List<DeliveredSale> delivered) {
        this.how = how;
        this.fiscal = new LinkedHashSet<>(fiscal);
        this.delivered = new LinkedHashSet<>(delivered);
    }

    List<Reconciliation.Pair> match() {
        byKey(
                sale -> List.of(sale.receipt().uniqueId()),
                sale -> sale.row().uniqueId() == null
                        ? List.of()
                        : List.of(sale.row().uniqueId()),
                Matching.Way.id);
        byKey(how::keys, how::keys, Matching.Way.key);
        undated();
        if (!how.within().isZero()) {
            byAmountAndTime();
        }
        return List.copyOf(pairs);
    }

    Set<FiscalSale> missing() {
        return fiscal;
    }

    Set<DeliveredSale> surplus() {
        return delivered;
    }

    private void byKey(
            Function<FiscalSale, List<String>> fiscalKeys,
            Function<DeliveredSale, List<String>> deliveredKeys,
            Matching.Way way) {
        Map<String, List<DeliveredSale>> index = new HashMap<>();
        delivered.forEach(
                sale -> deliveredKeys.apply(sale).forEach(key -> index.computeIfAbsent(key, any -> new ArrayList<>(1))
                        .add(sale)));
        for (FiscalSale sale : List.copyOf(fiscal)) {
            fiscalKeys.apply(sale).stream()
                    .flatMap(key -> index.getOrDefault(key, List.of()).stream())
                    .filter(delivered::contains)
                    .min(Comparator.comparing(candidate -> sameAmount(sale, candidate) ? 0 : 1))
                    .ifPresent(found -> pair(sale, found, way));
        }
    }

    /** Of what the ledger has no day: by number alone, when only one on each side has it. */
    private void undated() {
        Map<String, List<DeliveredSale>> byNumber = new LinkedHashMap<>();
        delivered.stream()
                .filter(sale -> sale.day() == null && sale.row().receiptNumber() != null)
                .forEach(sale -> byNumber.computeIfAbsent(
                                Matching.plain(sale.row().receiptNumber()), any -> new ArrayList<>(1))
                        .add(sale));
        Map<String, List<FiscalSale>> fiscalByNumber = new HashMap<>();
        fiscal.stream().filter(sale -> sale.receipt().receiptNumber() != null).forEach(sale -> fiscalByNumber
                .computeIfAbsent(Matching.plain(sale.receipt().receiptNumber()), any -> new ArrayList<>(1))
                .add(sale));
        byNumber.forEach((number, candidates) -> {
            List<FiscalSale> sales = fiscalByNumber.getOrDefault(number, List.of());
            if (candidates.size() == 1 && sales.size() == 1) {
                pair(sales.get(0), candidates.get(0), Matching.Way.key);
            }
        });
    }

    private record Candidate(FiscalSale sale, DeliveredSale delivered, Duration apart) {}

    /** The nearest in time first, so that two sales of one amount within a minute do not swap. */
    private void byAmountAndTime() {
        Map<String, List<DeliveredSale>> index = new HashMap<>();
        delivered.stream()
                .filter(sale -> sale.total() != null && sale.row().occurredAt() != null)
                .forEach(sale -> index.computeIfAbsent(
                                amountKey(
                                        sale.row().store(),
                                        sale.total(),
                                        sale.row().currency()),
                                any -> new ArrayList<>(1))
                        .add(sale));
        List<Candidate> candidates = new ArrayList<>();
        for (FiscalSale sale : fiscal) {
            String key = amountKey(
                    sale.receipt().storeId(), sale.total(), sale.receipt().currency());
            for (DeliveredSale other : index.getOrDefault(key, List.of())) {
                Duration apart = apart(sale.receipt().occurredAt(), other.row().occurredAt());
                if (apart.compareTo(how.within()) <= 0) {
                    candidates.add(new Candidate(sale, other, apart));
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::apart));
        for (Candidate candidate : candidates) {
            if (fiscal.contains(candidate.sale()) && delivered.contains(candidate.delivered())) {
                pair(candidate.sale(), candidate.delivered(), Matching.Way.amountAndTime);
            }
        }
    }

    private static String amountKey(String store, BigDecimal total, String currency) {
        return Matching.plain(store) + '\n' + total.stripTrailingZeros().toPlainString() + '\n' + currency;
    }

    private static Duration apart(OffsetDateTime one, OffsetDateTime other) {
        return Duration.between(one, other).abs();
    }

    private void pair(FiscalSale sale, DeliveredSale found, Matching.Way way) {
        fiscal.remove(sale);
        delivered.remove(found);
        pairs.add(new Reconciliation.Pair(sale, found, way));
    }

    static boolean sameAmount(FiscalSale sale, DeliveredSale other) {
        return other.total() == null
                || sale.total().compareTo(other.total()) == 0
                        && Objects.equals(sale.receipt().currency(), other.row().currency());
    }
}
