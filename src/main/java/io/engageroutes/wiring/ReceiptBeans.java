package io.engageroutes.wiring;

import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import java.time.Clock;
import java.util.function.Supplier;
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
    MinorUnits minorUnits(ReceiptSettings settings) {
        return new MinorUnits(settings.decimals());
    }

    @Bean
    LiveRules liveRules(MinorUnits units, ReceiptSettings settings, Clock clock) {
        return new LiveRules(
                units,
                new ReceiptRules.Settings(settings.future(), settings.unknownStores(), 100),
                new Pricing.Settings(settings.spreadOverFreight(), settings.taxTolerance()),
                clock);
    }

    /** The register of the moment: it is edited while the application runs. */
    @Bean
    Supplier<StoreRegister> stores(LiveRules rules) {
        return rules::stores;
    }

    @Bean
    ReceiptCheck receiptCheck(LiveRules rules) {
        return new ReceiptCheck(rules::rules, rules::pricing);
    }
}
