package io.engageroutes.reconcile;

import io.engageroutes.delivery.LedgerDays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A fiscal record compared with what became of the main feed's receipts.
 *
 * @param period the days compared; null when the fiscal record covers none of those wanted
 * @param pairs what is in both
 * @param missing what the fiscal record has and the feed never brought
 * @param surplus what the feed brought, of the stores and days of the fiscal record, that is not in it
 * @param reports the control totals
 * @param otherStores receipts of the feed whose stores are not in the fiscal record; not compared
 * @param undated receipts of the feed of which the ledger has no day and that are not in the fiscal record
 * @param onTheirWay receipts of the feed that have no end yet
 * @param fiscal the fiscal record itself
 */
public record Reconciliation(
        Period period,
        List<Pair> pairs,
        List<FiscalSale> missing,
        List<DeliveredSale> surplus,
        List<ReportCheck> reports,
        long otherStores,
        long undated,
        long onTheirWay,
        FiscalRecord fiscal) {

    /** A sale that is in both. */
    public record Pair(FiscalSale sale, DeliveredSale delivered, Matching.Way way) {

        public boolean differs() {
            return !Matcher.sameAmount(sale, delivered);
        }
    }

    /** Says what became of receipts in some days: the database, or the running application. */
    @FunctionalInterface
    public interface Feed {
        LedgerDays.Ends of(Period days);
    }

    /** Compares. */
    public static Reconciliation of(FiscalRecord fiscal, Feed feed, Matching how) {
        Period period = fiscal.covered();
        LedgerDays.Ends ends = period == null ? new LedgerDays.Ends(List.of(), 0) : feed.of(period);
        Set<String> stores = fiscal.sales().stream()
                .map(sale -> Matching.plain(sale.receipt().storeId()))
                .collect(Collectors.toCollection(HashSet::new));
        Matcher matcher = new Matcher(how, fiscal.sales(), DeliveredSale.of(ends.rows()));
        List<Pair> pairs = matcher.match();
        List<DeliveredSale> left = List.copyOf(matcher.surplus());
        List<DeliveredSale> surplus = left.stream()
                .filter(sale -> sale.day() != null
                        && stores.contains(Matching.plain(sale.row().store())))
                .toList();
        long undated = left.stream().filter(sale -> sale.day() == null).count();
        return new Reconciliation(
                period,
                pairs,
                List.copyOf(matcher.missing()),
                surplus,
                ReportCheck.of(fiscal),
                left.size() - surplus.size() - undated,
                undated,
                ends.onTheirWay(),
                fiscal);
    }

    public List<Pair> differing() {
        return pairs.stream().filter(Pair::differs).toList();
    }

    /** Those that ended so, such as {@code dead}. */
    public List<Pair> ended(String how) {
        return pairs.stream()
                .filter(pair -> pair.delivered().ended().equals(how))
                .toList();
    }

    public long matched(Matching.Way way) {
        return pairs.stream().filter(pair -> pair.way() == way).count();
    }

    /** Nothing is missing, surplus, dead, of another amount, unread, and every report agrees. What was skipped is no difference. */
    public boolean isReconciled() {
        return missing.isEmpty()
                && surplus.isEmpty()
                && differing().isEmpty()
                && ended("dead").isEmpty()
                && fiscal.unread().isEmpty()
                && reports.stream().allMatch(ReportCheck::agrees);
    }

    /** One row for each store, register, day and currency. */
    public Collection<TillRow> rows() {
        Map<TillRow.Key, TillRow> rows = new TreeMap<>();
        for (Pair pair : pairs) {
            TillRow row = row(rows, pair.sale());
            row.fiscal(pair.sale().total());
            row.ended(pair.delivered(), pair.differs());
        }
        for (FiscalSale sale : missing) {
            TillRow row = row(rows, sale);
            row.fiscal(sale.total());
            row.missing(sale.total());
        }
        for (DeliveredSale sale : surplus) {
            var key = new TillRow.Key(sale.till(), String.valueOf(sale.row().currency()));
            BigDecimal total = sale.total() == null ? BigDecimal.ZERO : sale.total();
            rows.computeIfAbsent(key, TillRow::new).surplus(total);
        }
        return new ArrayList<>(rows.values());
    }

    private static TillRow row(Map<TillRow.Key, TillRow> rows, FiscalSale sale) {
        return rows.computeIfAbsent(
                new TillRow.Key(sale.till(), String.valueOf(sale.receipt().currency())), TillRow::new);
    }
}
