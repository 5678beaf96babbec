package io.engageroutes.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the rates of one file, and refuses what cannot be a rate. */
final class RateDays {

    private static final LocalDate FIRST_DAY = LocalDate.of(1999, 1, 4);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern RATE = Pattern.compile("[0-9]{1,12}([.][0-9]{1,12})?");

    private final String file;
    private final Map<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();

    RateDays(String file) {
        this.file = file;
    }

    Map<String, BigDecimal> begin(LocalDate day, String place) {
        if (day.isBefore(FIRST_DAY)) {
            throw unreadable(place, day.toString(), "is before the euro: its rates begin on " + FIRST_DAY);
        }
        Map<String, BigDecimal> rates = new HashMap<>();
        if (days.put(day, rates) != null) {
            throw unreadable(place, day.toString(), "stands in the file a second time: fetch the file again");
        }
        return rates;
    }

    void put(Map<String, BigDecimal> rates, String currency, String rate, String place) {
        requireCurrency(currency, place);
        if (rate == null || !RATE.matcher(rate).matches() || new BigDecimal(rate).signum() == 0) {
            throw unreadable(
                    place + ", " + currency,
                    rate,
                    "a rate is a number above zero with a decimal point, such as 10.9200");
        }
        if (rates.put(currency, new BigDecimal(rate)) != null) {
            throw unreadable(place, currency, "is quoted twice for the same day: fetch the file again");
        }
    }

    void requireCurrency(String currency, String place) {
        if (currency == null || !CURRENCY.matcher(currency).matches()) {
            throw unreadable(place, currency, "a currency is three capital letters, such as SEK");
        }
    }

    PublishedRates finish() {
        days.values().removeIf(Map::isEmpty);
        if (days.isEmpty()) {
            throw unreadable("whole file", null, "holds no rate: fetch it again from the European Central Bank");
        }
        return new PublishedRates(days);
    }

    UnreadableRates unreadable(String place, String value, String rule) {
        return new UnreadableRates(file, place, value, rule);
    }
}
