package io.engageroutes.receipt;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** How many decimals a currency has: ISO 4217's, unless the retailer books it otherwise. */
public final class MinorUnits {

    private static final int MOST_DECIMALS = 4;

    private final Map<String, Integer> decimals;

    /**
     * @param overrides currency code to number of decimals, 0 to 4, for currencies that the retailer books with others than
     *     ISO 4217 says; a code that ISO 4217 does not have becomes known
     * @throws IllegalArgumentException naming the override that is not a code of three capital letters or not 0 to 4
     */
    public MinorUnits(Map<String, Integer> overrides) {
        Map<String, Integer> all = new HashMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            all.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
        }
        // ISO 4217 gives "no currency" and "testing" no decimals either, but not every Java says -1 for them.
        all.put("XXX", -1);
        all.put("XTS", -1);
        overrides.forEach((code, digits) -> {
            if (!code.matches("[A-Z]{3}") || digits == null || digits < 0 || digits > MOST_DECIMALS) {
                throw new IllegalArgumentException("decimals of currency '" + code + "': '" + digits
                        + "': give three capital letters and 0 to " + MOST_DECIMALS + " decimals");
            }
        });
        all.putAll(overrides);
        all.values().removeIf(digits -> digits < 0);
        decimals = Map.copyOf(all);
    }

    /** Whether money can be paid in it; {@code SEK} but not {@code sek}, and not gold. Null is not known. */
    public boolean isKnown(String currency) {
        return currency != null && decimals.containsKey(currency);
    }

    /**
     * The number of decimals.
     *
     * @throws IllegalArgumentException when the currency is not known
     */
    public int of(String currency) {
        Integer digits = currency == null ? null : decimals.get(currency);
        if (digits == null) {
            throw new IllegalArgumentException("'" + currency + "' is not an ISO 4217 currency to pay in");
        }
        return digits;
    }
}
