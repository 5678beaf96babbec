package io.engageroutes.wiring;

import io.engageroutes.callback.CallbackAnswer;
import io.engageroutes.callback.CallbackBody;
import io.engageroutes.callback.CallbackDeliveries;
import io.engageroutes.callback.CallbackScheme;
import io.engageroutes.callback.CallbackTopic;
import io.engageroutes.callback.scheme.Schemes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of callback routes. */
@Configuration(proxyBeanMethods = false)
class CallbackBeans {

    @Bean
    CallbackBody callbackBody(CallbackSettings settings) {
        return new CallbackBody(Math.toIntExact(settings.mostBytes().toBytes()), settings.longest());
    }

    @Bean
    CallbackScheme callbackScheme(CallbackSettings settings, Clock clock) {
        return new CallbackScheme(new Schemes(settings.clock(), clock));
    }

    @Bean
    CallbackTopic callbackTopic(MeterRegistry metrics) {
        return new CallbackTopic(metrics);
    }

    @Bean
    CallbackDeliveries callbackDeliveries(JdbcTemplate database, Clock clock, CallbackSettings settings) {
        return new CallbackDeliveries(database, clock, settings.repeatsFor());
    }

    @Bean
    CallbackAnswer callbackAnswer() {
        return new CallbackAnswer();
    }
}
