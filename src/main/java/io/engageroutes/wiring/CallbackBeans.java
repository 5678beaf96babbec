package io.engageroutes.wiring;

import io.engageroutes.callback.CallbackAnswer;
import io.engageroutes.callback.CallbackBody;
import io.engageroutes.callback.CallbackFilter;
import io.engageroutes.callback.CallbackScheme;
import io.engageroutes.callback.CallbackTopic;
import io.engageroutes.callback.CallbackType;
import io.engageroutes.callback.ShopCalls;
import io.engageroutes.callback.ShopFetch;
import io.engageroutes.callback.scheme.Schemes;
import io.engageroutes.delivery.CallbackDeliveries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of callback routes. */
@Configuration(proxyBeanMethods = false)
class CallbackBeans {

    /** Before the gate of the routes: who sends slowly keeps no edit waiting. */
    @Bean
    FilterRegistrationBean<CallbackFilter> callbackFilter(CallbackSettings settings) {
        FilterRegistrationBean<CallbackFilter> filter = new FilterRegistrationBean<>(
                new CallbackFilter(Math.toIntExact(settings.mostBytes().toBytes()), settings.longest()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 50);
        filter.addUrlPatterns("/callbacks/*");
        return filter;
    }

    @Bean
    CallbackBody callbackBody() {
        return new CallbackBody();
    }

    @Bean
    CallbackType callbackType() {
        return new CallbackType();
    }

    @Bean
    CallbackScheme callbackScheme(CallbackSettings settings, Clock clock, Environment environment) {
        return new CallbackScheme(new Schemes(settings.clock(), clock), environment::getProperty);
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
