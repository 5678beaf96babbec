package io.engageroutes.wiring;

import io.engageroutes.check.Checker;
import io.engageroutes.check.RoutesCheck;
import io.engageroutes.editing.Doors;
import io.engageroutes.editing.EditState;
import io.engageroutes.editing.FolderUser;
import io.engageroutes.editing.Gate;
import io.engageroutes.editing.LiveRoutes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Editing the folder {@code routes} while the application runs. */
@Configuration(proxyBeanMethods = false)
class EditingBeans {

    /** How long a caller waits in front of a route that is just being started or replaced. */
    private static final Duration AT_THE_GATE = Duration.ofSeconds(20);

    @Bean
    LiveRoutes liveRoutes(
            IntakeSettings settings, Checker checker, List<FolderUser> users, Clock clock, MeterRegistry metrics)
            throws IOException {
        LiveRoutes routes = new LiveRoutes(settings.routes(), checker, users, clock);
        routes.onEdit(state -> metrics.counter(
                        "engage.routes.edits", "end", state.stage() == EditState.Stage.CURRENT ? "taken" : "refused")
                .increment());
        return routes;
    }

    @Bean
    Checker checker(ConfigurableEnvironment settings) {
        return new RoutesCheck(WiredSurroundings.of(settings));
    }

    @Bean
    Gate routesGate() {
        return new Gate(AT_THE_GATE);
    }

    @Bean
    GateKeeper gateKeeper(Gate gate) {
        return new GateKeeper(gate);
    }

    /** Before everything else that answers, for what is asked of the routes themselves. */
    @Bean
    FilterRegistrationBean<GateFilter> gateFilter(Gate gate) {
        FilterRegistrationBean<GateFilter> filter = new FilterRegistrationBean<>(new GateFilter(gate));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        filter.addUrlPatterns("/*");
        return filter;
    }

    /**
     * Loads the routes, and takes the address of a platform-http route away when the route is gone: Spring keeps it, and would go on
     * calling. It depends on nothing by itself, for Spring silently leaves out what is still being made.
     */
    @Bean
    CamelContextConfiguration routesOfTheFolder(
            ObjectProvider<LiveRoutes> routes,
            ObjectProvider<Gate> gate,
            ObjectProvider<CamelRequestHandlerMapping> addresses) {
        Doors doors = consumer -> addresses.ifAvailable(
                mapping -> List.copyOf(mapping.getHandlerMethods().entrySet()).forEach(address -> {
                    if (address.getValue().getBean() == consumer) {
                        mapping.unregisterMapping(address.getKey());
                    }
                }));
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                try {
                    routes.getObject().load(camel, gate.getObject(), doors);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }

    @Bean
    @ConditionalOnProperty(name = "routes.live", matchIfMissing = true)
    EditingThread editingThread(LiveRoutes routes, EditingSettings settings) {
        return new EditingThread(routes, settings.lookEvery());
    }

    /**
     * Not part of readiness, and not down either: after a wrong edit everything runs as before. Its own status is for people and
     * for who watches this indicator.
     */
    @Bean
    HealthIndicator routesHealthIndicator(LiveRoutes routes) {
        return () -> {
            EditState state = routes.state();
            Health.Builder health = state.stage() == EditState.Stage.CURRENT
                    ? Health.up()
                    : Health.status(new Status(state.stage().name()));
            health.withDetail("edit", state.stage().name().toLowerCase(Locale.ROOT))
                    .withDetail("version", state.version())
                    .withDetail("since", state.since());
            if (!state.findings().isEmpty()) {
                health.withDetail(
                        "findings",
                        state.findings().stream().map(Object::toString).toList());
            }
            if (state.waitingFor() != null) {
                health.withDetail("waitingFor", state.waitingFor());
            }
            return health.build();
        };
    }

    @Bean
    Gauge editNotTaken(MeterRegistry metrics, LiveRoutes routes) {
        return Gauge.builder(
                        "engage.routes.edit.pending",
                        routes,
                        live -> live.state().stage() == EditState.Stage.CURRENT ? 0 : 1)
                .description("1 while the folder of routes has an edit that is wrong or waits")
                .register(metrics);
    }
}
