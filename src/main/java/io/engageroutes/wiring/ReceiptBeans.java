package io.engageroutes.wiring;

import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a right receipt is: the register of stores, VAT rates, rules and prices. */
@Configuration(proxyBeanMethods = false)
class ReceiptBeans {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StoreRegister storeRegister(IntakeSettings intake) throws IOException {
        Path file = intake.routes().resolve("data/stores.csv");
        try (Reader reader = Files.newBufferedReader(file)) {
            return StoreRegister.read(reader, file.toString());
        }
    }

    @Bean
    VatRates vatRates(IntakeSettings intake) throws IOException {
        Path file = intake.routes().resolve("data/vat-rates.csv");
        try (Reader reader = Files.newBufferedReader(file)) {
            return VatRates.read(reader, file.toString());
        }
    }

    @Bean
    MinorUnits minorUnits(ReceiptSettings settings) {
        return new MinorUnits(settings.decimals());
    }

    @Bean
    ReceiptRules receiptRules(MinorUnits units, StoreRegister stores, ReceiptSettings settings, Clock clock) {
        return new ReceiptRules(
                units, stores, new ReceiptRules.Settings(settings.future(), settings.unknownStores(), 100), clock);
    }

    @Bean
    Pricing pricing(MinorUnits units, VatRates vat, StoreRegister stores, ReceiptSettings settings) {
        return new Pricing(
                units, vat, stores, new Pricing.Settings(settings.spreadOverFreight(), settings.taxTolerance()));
    }

    @Bean
    ReceiptCheck receiptCheck(ReceiptRules rules, Pricing pricing) {
        return new ReceiptCheck(rules, pricing);
    }
}
