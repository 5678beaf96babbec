package io.engageroutes.currency;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Rates that a company fixed itself; they win over published ones.
 *
 * @param groupCurrency the currency they lead to; they say nothing about any other
 * @param factors per currency, what one unit of it is worth in the group currency; above zero
 */
public record StaticRates(String groupCurrency, Map<String, BigDecimal> factors) {

    public StaticRates {
        factors = Map.copyOf(factors);
        factors.forEach((currency, factor) -> {
            if (!currency.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException(
                        "static rate: '" + currency + "' is not a currency of three capital letters");
            }
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("static rate of " + currency + ": " + factor + " is not above zero");
            }
        });
    }

    public static StaticRates none() {
        return new StaticRates("", Map.of());
    }

    /** The factor, or null. */
    BigDecimal factor(String currency, String groupCurrency) {
        return groupCurrency.equals(this.groupCurrency) ? factors.get(currency) : null;
    }
}
