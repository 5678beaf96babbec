package io.engageroutes.wiring;

import io.engageroutes.callback.CallbackAnswer;
import io.engageroutes.callback.CallbackBody;
import io.engageroutes.callback.CallbackSignature;
import io.engageroutes.callback.ShopCalls;
import io.engageroutes.callback.ShopFetch;
import io.engageroutes.intake.WebhookSignature;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of callback routes. */
@Configuration(proxyBeanMethods = false)
class CallbackBeans {

    @Bean
    CallbackBody callbackBody(IntakeSettings settings) {
        return new CallbackBody(Math.toIntExact(settings.mostCallback().toBytes()));
    }

    @Bean
    CallbackSignature callbackSignature(IntakeSettings settings, Clock clock) {
        List<String> secrets = settings.callbackSecrets().stream()
                .filter(secret -> !secret.isBlank())
                .toList();
        return new CallbackSignature(
                secrets.isEmpty() ? null : new WebhookSignature(secrets, settings.callbackClock(), clock));
    }

    @Bean
    CallbackAnswer callbackAnswer() {
        return new CallbackAnswer();
    }

    @Bean
    ShopCalls shopCalls(Clock clock) {
        return new ShopCalls(clock);
    }

    @Bean
    ShopFetch shopFetch(ShopCalls calls, Clock clock) {
        return new ShopFetch(calls, clock);
    }

    /** Not part of readiness: while a shop is away the application takes documents in as ever. */
    @Bean
    HealthIndicator shopsHealthIndicator(ShopCalls calls) {
        return () -> {
            Map<String, String> troubles = calls.troubles();
            return (troubles.isEmpty() ? Health.up() : Health.down())
                    .withDetails(troubles)
                    .build();
        };
    }

    @Bean
    Gauge shopsAway(MeterRegistry metrics, ShopCalls calls) {
        return Gauge.builder(
                        "engage.routes.shops.away", calls, c -> c.troubles().size())
                .description("shops that cannot be asked for what their callbacks name")
                .register(metrics);
    }
}
