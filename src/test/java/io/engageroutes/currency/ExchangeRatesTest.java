package io.engageroutes.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRatesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2025, 5, 9);

    private final ExchangeRates rates = new ExchangeRates(StaticRates.none(), Duration.ofDays(7));

    private static PublishedRates day(LocalDate day, String... currenciesAndUnits) {
        Map<String, BigDecimal> units = new java.util.HashMap<>();
        for (int i = 0; i < currenciesAndUnits.length; i += 2) {
            units.put(currenciesAndUnits[i], new BigDecimal(currenciesAndUnits[i + 1]));
        }
        return new PublishedRates(Map.of(day, units));
    }

    private RateChanges add(LocalDate day, String... currenciesAndUnits) {
        return rates.add(day(day, currenciesAndUnits), ExchangeRates.ECB);
    }

    @Test
    void crossRateGoesThroughTheEuroToFifteenDigits() {
        add(FRIDAY, "SEK", "10.9200", "NOK", "11.6725");

        ExchangeRate rate = rates.rate("NOK", "SEK", FRIDAY);

        assertThat(rate).isEqualTo(new ExchangeRate(new BigDecimal("0.935532233883058"), FRIDAY, "ecb"));
        assertThat(rates.rate("SEK", "EUR", FRIDAY).rate()).isEqualTo(new BigDecimal("0.0915750915750916"));
        assertThat(rates.rate("EUR", "SEK", FRIDAY).rate()).isEqualByComparingTo("10.92");
    }

    @Test
    void sameCurrencyIsOneEvenWithoutAnyRates() {
        assertThat(rates.rate("SEK", "SEK", FRIDAY)).isEqualTo(new ExchangeRate(BigDecimal.ONE, null, "same"));
    }

    @Test
    void staticRateWinsButOnlyTowardsItsGroupCurrency() {
        StaticRates fixed = new StaticRates("SEK", Map.of("NOK", new BigDecimal("0.95")));
        ExchangeRates rates = new ExchangeRates(fixed, Duration.ofDays(7));
        rates.add(day(FRIDAY, "SEK", "10.92", "NOK", "11.6725"), ExchangeRates.ECB);

        assertThat(rates.rate("NOK", "SEK", FRIDAY))
                .isEqualTo(new ExchangeRate(new BigDecimal("0.95"), null, "static"));
        assertThat(rates.rate("NOK", "SEK", LocalDate.of(1970, 1, 1)).source()).isEqualTo("static");
        assertThat(rates.rate("NOK", "EUR", FRIDAY).source()).isEqualTo("ecb");
    }

    @ParameterizedTest
    @CsvSource({"2025-05-09", "2025-05-10", "2025-05-11", "2025-05-16"})
    void lastPublishedDayIsTakenForUpToAWeek(LocalDate day) {
        add(LocalDate.of(2025, 5, 8), "SEK", "99");
        add(FRIDAY, "SEK", "10.92");

        assertThat(rates.rate("EUR", "SEK", day)).isEqualTo(new ExchangeRate(new BigDecimal("10.92"), FRIDAY, "ecb"));
    }

    @Test
    void laterRateIsNeverUsedForAnEarlierReceipt() {
        add(FRIDAY, "SEK", "10.92");
        add(FRIDAY.plusDays(3), "SEK", "99");

        assertThat(rates.rate("EUR", "SEK", FRIDAY.plusDays(2)).rate()).isEqualByComparingTo("10.92");
    }

    @Test
    void rateOlderThanAWeekIsRefused() {
        add(FRIDAY, "SEK", "10.92");

        assertThatThrownBy(() -> rates.rate("EUR", "SEK", LocalDate.of(2025, 5, 17)))
                .isInstanceOfSatisfying(NoExchangeRate.class, none -> {
                    assertThat(none.currency()).isEqualTo("EUR");
                    assertThat(none.groupCurrency()).isEqualTo("SEK");
                    assertThat(none.day()).isEqualTo("2025-05-17");
                    assertThat(none.newestDay()).isEqualTo(FRIDAY);
                })
                .hasMessageContaining("of 2025-05-09, 8 days older, more than the 7 allowed")
                .hasMessageContaining("eurofxref-hist.zip");
    }

    @Test
    void bothLegsAreOfTheSameDay() {
        add(FRIDAY.minusDays(1), "SEK", "10", "ISK", "140");
        add(FRIDAY, "SEK", "11");

        assertThat(rates.rate("ISK", "SEK", FRIDAY).date()).isEqualTo(FRIDAY.minusDays(1));
        assertThat(rates.rate("ISK", "SEK", FRIDAY).rate()).isEqualByComparingTo("0.0714285714285714");
        assertThat(rates.rate("EUR", "SEK", FRIDAY).rate()).isEqualByComparingTo("11");
    }

    @Test
    void suspendedCurrencyIsStale() {
        add(LocalDate.of(2022, 3, 1), "SEK", "10.78", "RUB", "117.2010");
        add(LocalDate.of(2022, 3, 14), "SEK", "10.6");

        assertThat(rates.rate("RUB", "SEK", LocalDate.of(2022, 3, 8)).date()).isEqualTo("2022-03-01");
        assertThatThrownBy(() -> rates.rate("RUB", "SEK", LocalDate.of(2022, 3, 14)))
                .isInstanceOf(NoExchangeRate.class)
                .hasMessageContaining("of 2022-03-01, 13 days older");
    }

    @Test
    void everyReasonForHavingNoRateIsSaid() {
        assertThatThrownBy(() -> rates.rate("NOK", "SEK", FRIDAY))
                .hasMessageContaining("no file of rates was loaded yet");
        add(FRIDAY, "SEK", "10.92");
        assertThatThrownBy(() -> rates.rate("NOK", "SEK", FRIDAY)).hasMessageContaining("NOK was not quoted");
        assertThatThrownBy(() -> rates.rate("SEK", "XAU", FRIDAY)).hasMessageContaining("XAU was not quoted");
        assertThatThrownBy(() -> rates.rate("EUR", "SEK", FRIDAY.minusDays(1)))
                .isInstanceOfSatisfying(NoExchangeRate.class, none -> assertThat(none.newestDay())
                        .isNull())
                .hasMessageContaining("the table begins on 2025-05-09");
        add(FRIDAY.plusDays(3), "NOK", "11.6725");
        assertThatThrownBy(() -> rates.rate("NOK", "SEK", FRIDAY.plusDays(3)))
                .hasMessageContaining("the two were never quoted on the same day");
    }

    @Test
    void republishedDayReplacesTheOldOneAndSaysWhatChanged() {
        assertThat(add(FRIDAY, "SEK", "10.92", "NOK", "11.6", "HRK", "7.5")).hasToString("new day 2025-05-09");
        rates.rate("EUR", "SEK", FRIDAY);

        RateChanges changes = add(FRIDAY, "SEK", "10.93", "NOK", "11.60", "DKK", "7.46");

        assertThat(changes)
                .hasToString("no new day, corrected: 2025-05-09 DKK none -> 7.46, 2025-05-09 HRK 7.5 -> none,"
                        + " 2025-05-09 SEK 10.92 -> 10.93");
        assertThat(rates.rate("EUR", "SEK", FRIDAY).rate()).isEqualByComparingTo("10.93");
        assertThat(add(FRIDAY, "SEK", "10.930", "NOK", "11.6", "DKK", "7.46").isEmpty())
                .isTrue();
    }

    @Test
    void newerDayIsSeenThoughAnAnswerWasRemembered() {
        add(FRIDAY, "SEK", "10.92");
        assertThat(rates.rate("EUR", "SEK", FRIDAY.plusDays(3)).date()).isEqualTo(FRIDAY);
        add(FRIDAY.plusDays(3), "SEK", "10.95");

        assertThat(rates.rate("EUR", "SEK", FRIDAY.plusDays(3)).date()).isEqualTo(FRIDAY.plusDays(3));
        assertThat(rates.newestDay()).contains(FRIDAY.plusDays(3));
        assertThat(rates.days()).isEqualTo(2);
    }

    @Test
    void emptyTableHasNoNewestDay() {
        assertThat(rates.newestDay()).isEmpty();
        assertThat(rates.days()).isZero();
    }

    @Test
    void settingsThatCannotBeRightAreRefused() {
        assertThatThrownBy(() -> new StaticRates("SEK", Map.of("NOK", BigDecimal.ZERO)))
                .hasMessageContaining("NOK");
        assertThatThrownBy(() -> new StaticRates("SEK", Map.of("nok", BigDecimal.ONE)))
                .hasMessageContaining("nok");
        assertThatThrownBy(() -> new ExchangeRates(StaticRates.none(), Duration.ofDays(-1)))
                .hasMessageContaining("stale");
        assertThatThrownBy(() -> new ExchangeRate(new BigDecimal("-1"), null, "till"))
                .hasMessageContaining("-1");
    }

    /** Readers run while days are added: an answer is always the one of a whole table, never older than what was added before. */
    @Test
    void lookupsNeverSeeAnOlderTableThanWasAdded() throws Exception {
        add(FRIDAY, "SEK", "1");
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 2; round < 300; round++) {
                List<Future<ExchangeRate>> answers = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    answers.add(readers.submit(() -> rates.rate("EUR", "SEK", FRIDAY)));
                }
                add(FRIDAY, "SEK", String.valueOf(round));
                for (Future<ExchangeRate> answer : answers) {
                    assertThat(answer.get().rate().intValueExact()).isBetween(round - 1, round);
                }
                assertThat(rates.rate("EUR", "SEK", FRIDAY).rate()).isEqualByComparingTo(String.valueOf(round));
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Property
    void thereAndBackIsOne(
            @ForAll @Scale(4) @BigRange(min = "0.0001", max = "999999") BigDecimal one,
            @ForAll @Scale(4) @BigRange(min = "0.0001", max = "999999") BigDecimal other) {
        add(FRIDAY, "AAA", one.toString(), "BBB", other.toString());

        BigDecimal there = rates.rate("AAA", "BBB", FRIDAY).rate();
        BigDecimal back = rates.rate("BBB", "AAA", FRIDAY).rate();

        assertThat(there.multiply(back)).isCloseTo(BigDecimal.ONE, within(new BigDecimal("2E-14")));
        assertThat(there.precision()).isLessThanOrEqualTo(15);
    }

    @Property
    void wayDoesNotMatter(
            @ForAll @Scale(4) @BigRange(min = "0.01", max = "20000") BigDecimal one,
            @ForAll @Scale(4) @BigRange(min = "0.01", max = "20000") BigDecimal other) {
        add(FRIDAY, "AAA", one.toString(), "BBB", other.toString());

        BigDecimal direct = rates.rate("AAA", "BBB", FRIDAY).rate();
        BigDecimal viaEuro = rates.rate("AAA", "EUR", FRIDAY)
                .rate()
                .multiply(rates.rate("EUR", "BBB", FRIDAY).rate());

        assertThat(viaEuro.subtract(direct).abs()).isLessThanOrEqualTo(direct.multiply(new BigDecimal("2E-14")));
    }
}
