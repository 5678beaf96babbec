package io.engageroutes.currency;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one file of rates says.
 *
 * @param days per day of publication and currency, how many units of it one euro is; a currency that was not quoted is left out
 */
public record PublishedRates(Map<LocalDate, Map<String, BigDecimal>> days) {

    public PublishedRates {
        days = days.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> Map.copyOf(day.getValue())));
    }
}
