package io.engageroutes.currency;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rates of every day that is known, and which of them a receipt of some day gets. Safe for threads, and fast enough to be
 * asked for every receipt.
 */
public final class ExchangeRates {

    /** The source of rates that the European Central Bank published. */
    public static final String ECB = "ecb";

    private static final ExchangeRate SAME = new ExchangeRate(BigDecimal.ONE, null, "same");

    private final StaticRates fixed;
    private final long mostDays;
    private volatile RateTable table = new RateTable(new TreeMap<>());

    /**
     * @param fixed the company's own rates
     * @param staleAfter the oldest a published rate may be, in whole days; usually 7, which bridges Christmas and Easter
     */
    public ExchangeRates(StaticRates fixed, Duration staleAfter) {
        if (staleAfter.isNegative()) {
            throw new IllegalArgumentException("rates cannot be stale after " + staleAfter);
        }
        this.fixed = fixed;
        this.mostDays = staleAfter.toDays();
    }

    /**
     * Takes in a file of rates: all of it at once, for lookups that run meanwhile. A day that is known already is replaced.
     *
     * @param source what {@link ExchangeRate#source()} of its rates will say; {@link #ECB}
     * @return what it changed
     */
    public synchronized RateChanges add(PublishedRates published, String source) {
        RateTable before = table;
        table = before.with(published, source);
        return before.changes(published);
    }

    /**
     * The factor from a currency to the group currency for a receipt of some day: 1 for the same currency, else the static rate,
     * else the cross rate via the euro, to 15 digits, of the last day up to then on which both were published.
     *
     * @param day the receipt's local day
     * @throws NoExchangeRate when none is known or the last one is stale
     */
    public ExchangeRate rate(String currency, String groupCurrency, LocalDate day) {
        Objects.requireNonNull(day, "a rate is of a day");
        if (currency.equals(groupCurrency)) {
            return SAME;
        }
        BigDecimal factor = fixed.factor(currency, groupCurrency);
        return factor != null
                ? new ExchangeRate(factor, null, "static")
                : table.rate(currency, groupCurrency, day, mostDays);
    }

    /** The newest day with a rate. */
    public Optional<LocalDate> newestDay() {
        RateTable now = table;
        return now.days().isEmpty() ? Optional.empty() : Optional.of(now.days().lastKey());
    }

    /** How many days are known. */
    public int days() {
        return table.days().size();
    }
}
