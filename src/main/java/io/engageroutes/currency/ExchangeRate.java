package io.engageroutes.currency;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a receipt's currency is worth in the group currency.
 *
 * @param rate the factor: amount in the receipt's currency times this is the amount in the group currency; above zero
 * @param date the day the rate was published; null for a static rate or a till's own one without a day
 * @param source where it is from: {@code ecb}, {@code static}, {@code till}, or {@code same} when the currencies are the same
 */
public record ExchangeRate(BigDecimal rate, LocalDate date, String source) {

    public ExchangeRate {
        if (rate == null || rate.signum() <= 0) {
            throw new IllegalArgumentException("exchange rate " + rate + " is not above zero");
        }
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("an exchange rate needs its source");
        }
    }
}
