package io.engageroutes.workbench;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.NoExchangeRate;
import io.engageroutes.currency.StaticRates;
import io.engageroutes.receipt.Receipt;
import java.time.Duration;
import java.time.LocalDate;

/** Finds a receipt's exchange rate as the flow does, but where there is none says so instead of waiting for it. */
public final class Rating {

    private final ExchangeRates rates;
    private final String groupCurrency;
    private final boolean tillRates;
    private final String missingRate;

    /**
     * @param groupCurrency blank when none is set: then no rate is looked up
     * @param tillRates whether a rate that came with the receipt is taken before any other
     * @param missingRate the setting {@code currency.missing-rate}
     */
    public Rating(ExchangeRates rates, String groupCurrency, boolean tillRates, String missingRate) {
        this.rates = rates;
        this.groupCurrency = groupCurrency;
        this.tillRates = tillRates;
        this.missingRate = missingRate;
    }

    /** For golden tests: what a rate is depends on the day on which they run. */
    public static Rating none() {
        return new Rating(new ExchangeRates(StaticRates.none(), Duration.ZERO), "", true, "");
    }

    /** @param missing why there is no rate and what the application would do; null when there is one or none is asked for */
    record Rated(ExchangeRate rate, String missing) {}

    Rated rate(Receipt receipt) {
        LocalDate day = receipt.occurredAt().toLocalDate();
        if (tillRates && receipt.exchangeRate() != null) {
            return new Rated(new ExchangeRate(receipt.exchangeRate(), day, "till"), null);
        }
        if (groupCurrency.isBlank()) {
            return new Rated(null, null);
        }
        try {
            return new Rated(rates.rate(receipt.currency(), groupCurrency, day), null);
        } catch (NoExchangeRate none) {
            return new Rated(null, none.getMessage() + "; " + consequence());
        }
    }

    private String consequence() {
        return switch (missingRate) {
            case "omit" -> "the application would send it without (currency.missing-rate: omit)";
            case "dead-letter" -> "the application would make it a dead letter (currency.missing-rate: dead-letter)";
            default -> "the application would wait for one (currency.missing-rate: hold)";
        };
    }
}
