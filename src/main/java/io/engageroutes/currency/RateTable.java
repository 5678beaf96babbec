package io.engageroutes.currency;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** One state of the table, never changed; its cache goes with it, so a newer table cannot answer from an older one. */
final class RateTable {

    private static final MathContext PRECISION = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final String BASE = "EUR";
    /** Far more than a month of receipts asks for; a bound against documents full of odd days. */
    private static final int MOST_CACHED = 50_000;

    /** What was published on a day, and by whom. */
    record Day(Map<String, BigDecimal> rates, String source) {

        BigDecimal units(String currency) {
            return currency.equals(BASE) ? BigDecimal.ONE : rates.get(currency);
        }

        boolean quotes(String currency, String groupCurrency) {
            return units(currency) != null && units(groupCurrency) != null;
        }
    }

    private record Question(String currency, String groupCurrency, LocalDate day) {}

    private final NavigableMap<LocalDate, Day> days;
    private final Map<Question, ExchangeRate> cache = new ConcurrentHashMap<>();

    RateTable(NavigableMap<LocalDate, Day> days) {
        this.days = days;
    }

    /** This table with the days of a file, which replace known ones. */
    RateTable with(PublishedRates published, String source) {
        NavigableMap<LocalDate, Day> merged = new TreeMap<>(days);
        published.days().forEach((day, rates) -> merged.put(day, new Day(rates, source)));
        return new RateTable(merged);
    }

    RateChanges changes(PublishedRates published) {
        List<LocalDate> newDays = new ArrayList<>();
        List<RateChanges.Correction> corrected = new ArrayList<>();
        new TreeMap<>(published.days()).forEach((day, after) -> {
            if (!days.containsKey(day)) {
                newDays.add(day);
                return;
            }
            Map<String, BigDecimal> before = days.get(day).rates();
            TreeSet<String> currencies = new TreeSet<>(before.keySet());
            currencies.addAll(after.keySet());
            for (String currency : currencies) {
                if (!same(before.get(currency), after.get(currency))) {
                    corrected.add(new RateChanges.Correction(day, currency, before.get(currency), after.get(currency)));
                }
            }
        });
        return new RateChanges(newDays, corrected);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    ExchangeRate rate(String currency, String groupCurrency, LocalDate day, long mostDays) {
        Question question = new Question(currency, groupCurrency, day);
        ExchangeRate known = cache.get(question);
        if (known != null) {
            return known;
        }
        ExchangeRate rate = cross(currency, groupCurrency, day, mostDays);
        if (cache.size() < MOST_CACHED) {
            cache.put(question, rate);
        }
        return rate;
    }

    private ExchangeRate cross(String currency, String groupCurrency, LocalDate day, long mostDays) {
        NavigableMap<LocalDate, Day> upTo = days.headMap(day, true).descendingMap();
        for (Map.Entry<LocalDate, Day> entry : upTo.entrySet()) {
            Day published = entry.getValue();
            if (!published.quotes(currency, groupCurrency)) {
                continue;
            }
            if (entry.getKey().plusDays(mostDays).isBefore(day)) {
                throw NoExchangeRate.stale(currency, groupCurrency, day, entry.getKey(), mostDays);
            }
            BigDecimal rate = published.units(groupCurrency).divide(published.units(currency), PRECISION);
            return new ExchangeRate(rate, entry.getKey(), published.source());
        }
        throw new NoExchangeRate(currency, groupCurrency, day, null, whyNone(currency, groupCurrency, day));
    }

    private String whyNone(String currency, String groupCurrency, LocalDate day) {
        if (days.isEmpty()) {
            return "no file of rates was loaded yet";
        }
        if (day.isBefore(days.firstKey())) {
            return "the table begins on " + days.firstKey();
        }
        for (String wanted : List.of(currency, groupCurrency)) {
            if (days.headMap(day, true).values().stream().noneMatch(published -> published.units(wanted) != null)) {
                return wanted + " was not quoted on any day up to then";
            }
        }
        return "the two were never quoted on the same day";
    }

    NavigableMap<LocalDate, Day> days() {
        return days;
    }
}
