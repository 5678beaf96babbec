package io.engageroutes.wiring;

import io.engageroutes.callback.CallbackAnswer;
import io.engageroutes.callback.CallbackBody;
import io.engageroutes.callback.CallbackSignature;
import io.engageroutes.intake.WebhookSignature;
import java.time.Clock;
import java.util.List;
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
}
