package io.engageroutes.wiring;

import io.engageroutes.currency.ExchangeRates;
import io.engageroutes.workbench.Rating;
import io.engageroutes.workbench.TryOut;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The workbench over HTTP, for the sandbox. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class WorkbenchBeans {

    @Bean
    TryOut tryOut(
            IntakeSettings intake,
            ReceiptSettings receipts,
            EngageSettings engage,
            CurrencySettings currency,
            ExchangeRates rates,
            @Value("${currency.missing-rate}") String missingRate,
            Environment environment,
            Clock clock) {
        return new TryOut(
                WorkbenchSettings.bench(intake, receipts, engage.contactType()),
                new Rating(rates, engage.groupCurrency(), currency.tillRates(), missingRate),
                environment::getProperty,
                clock);
    }
}
