package io.engageroutes.wiring;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.currency.StaticRates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exchange rates. */
@Configuration(proxyBeanMethods = false)
class CurrencyBeans {

    @Bean
    ExchangeRates exchangeRates(CurrencySettings settings, EngageSettings engage) {
        return new ExchangeRates(
                new StaticRates(engage.groupCurrency(), settings.staticRates()), settings.staleAfter());
    }

    @Bean
    RateFiles rateFiles(CurrencySettings settings, ExchangeRates rates) {
        return new RateFiles(settings.folder(), rates);
    }

    @Bean
    Gauge ratesAge(MeterRegistry metrics, ExchangeRates rates, Clock clock) {
        return Gauge.builder("engage.routes.rates.age", rates, table -> table.newestDay()
                        .map(day -> (double) ChronoUnit.DAYS.between(day, LocalDate.now(clock)))
                        .orElse(Double.NaN))
                .description("Days since the newest exchange rates were published")
                .baseUnit("days")
                .register(metrics);
    }
}
