package io.engageroutes.currency;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** There is no rate that may be used; time and a newer file of rates will help, so what waits for it must wait and not be dropped. */
public final class NoExchangeRate extends RuntimeException {

    private final String currency;
    private final String groupCurrency;
    private final transient LocalDate day;
    private final transient LocalDate newestDay;

    /** @param newestDay the last day up to {@code day} on which both currencies were quoted; null when there is none */
    NoExchangeRate(String currency, String groupCurrency, LocalDate day, LocalDate newestDay, String why) {
        super(
                "no exchange rate from " + currency + " to " + groupCurrency + " for " + day + ": " + why
                        + "; load a file of rates that covers the day (the ECB's eurofxref-hist.zip has every day since 1999), or set a"
                        + " static rate for " + currency,
                null,
                false,
                false);
        this.currency = currency;
        this.groupCurrency = groupCurrency;
        this.day = day;
        this.newestDay = newestDay;
    }

    static NoExchangeRate stale(
            String currency, String groupCurrency, LocalDate day, LocalDate newestDay, long mostDays) {
        String why = "the last rate of both before it is of " + newestDay + ", "
                + ChronoUnit.DAYS.between(newestDay, day) + " days older, more than the " + mostDays + " allowed";
        return new NoExchangeRate(currency, groupCurrency, day, newestDay, why);
    }

    public String currency() {
        return currency;
    }

    public String groupCurrency() {
        return groupCurrency;
    }

    public LocalDate day() {
        return day;
    }

    /** The last day up to the wanted one on which both currencies were quoted; null when there is none. */
    public LocalDate newestDay() {
        return newestDay;
    }
}
