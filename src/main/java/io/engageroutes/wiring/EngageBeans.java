package io.engageroutes.wiring;

import io.engageroutes.engage.ContactRequests;
import io.engageroutes.engage.EngageCircuit;
import io.engageroutes.engage.EngageLimit;
import io.engageroutes.engage.KnownContacts;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.engage.StopWhileEngageIsAway;
import io.engageroutes.receipt.StoreRegister;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How Engage is called. */
@Configuration(proxyBeanMethods = false)
class EngageBeans {

    /** camel-http's own defaults wait for ever and repeat a POST on 429 and 503 behind our back. */
    @Bean
    ComponentCustomizer httpComponent(EngageSettings settings) {
        return ComponentCustomizer.builder(HttpComponent.class)
                .withOrder(Ordered.LOWEST_PRECEDENCE) // after the starter, which sets its own defaults
                .build((type, http) -> {
                    http.setAutomaticRetriesDisabled(true);
                    http.setConnectionsPerRoute(settings.inFlight());
                    http.setMaxTotalConnections(settings.inFlight() * 2);
                    http.setConnectTimeout(settings.connectTimeout().toMillis());
                    http.setConnectionRequestTimeout(settings.answerTimeout().toMillis());
                    http.setResponseTimeout(settings.answerTimeout().toMillis());
                    http.setSoTimeout(settings.answerTimeout().toMillis());
                    http.setFollowRedirects(false);
                    http.setCookieStore(null);
                });
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService engageCalls(EngageSettings settings) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(
                settings.inFlight(), task -> new Thread(task, "engage-" + number.incrementAndGet()));
    }

    @Bean
    EngageCircuit engageCircuit(EngageSettings settings, Clock clock) {
        return new EngageCircuit(
                settings.failuresInARow(),
                settings.gaps(),
                settings.connectTimeout().plus(settings.answerTimeout()),
                clock);
    }

    @Bean(destroyMethod = "close")
    StopWhileEngageIsAway stopWhileEngageIsAway(EngageCircuit circuit) {
        return new StopWhileEngageIsAway(circuit);
    }

    @Bean
    @DependsOnDatabaseInitialization // which waits for a database that is away, and makes the table
    EngageLimit engageLimit(EngageSettings settings, DataSource database) {
        return new EngageLimit(SharedLimit.bucket(settings.apiKey(), settings.requestsPerSecond(), database));
    }

    @Bean
    ReceiptPayload receiptPayload(EngageSettings settings) {
        return new ReceiptPayload(settings.contactType());
    }

    @Bean
    KnownContacts knownContacts(EngageSettings settings) {
        return new KnownContacts(settings.knownContactFor());
    }

    @Bean
    ContactRequests contactRequests(EngageSettings settings, Supplier<StoreRegister> stores) {
        return new ContactRequests(settings.contactType(), settings.source(), settings.apiVersion(), stores);
    }

    /** Not part of readiness: while Engage is away the application takes documents in as ever. */
    @Bean
    HealthIndicator engageHealthIndicator(EngageCircuit circuit) {
        return () -> (circuit.isOpen() ? Health.down() : Health.up())
                .withDetail("circuit", circuit.state())
                .withDetail("reason", circuit.reason())
                .build();
    }

    @Bean
    Gauge engageOpen(MeterRegistry metrics, EngageCircuit circuit) {
        return Gauge.builder("engage.routes.engage.away", circuit, c -> c.isOpen() ? 1 : 0)
                .description("1 while the flow to Engage has stopped")
                .register(metrics);
    }
}
