package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.editing.Gate;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class GateKeeperTest {

    @Configuration(proxyBeanMethods = false)
    static class Application {

        @Bean
        Gate gate() {
            return new Gate(Duration.ZERO);
        }

        @Bean
        GateKeeper gateKeeper(Gate gate) {
            return new GateKeeper(gate);
        }

        /** As the sandbox's shop does, which calls back with samples. */
        @Bean
        ApplicationRunner callerAtTheStart(Gate gate) {
            return arguments -> assertThat(gate.enter()).isTrue();
        }
    }

    @Test
    void theGateIsOpenFromTheStartUntilNoMoreCallsAreTaken() throws InterruptedException {
        SpringApplication starting = new SpringApplication(Application.class);
        starting.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext application = starting.run()) {
            Gate gate = application.getBean(Gate.class);
            assertThat(gate.enter()).isTrue();

            AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);

            assertThat(gate.enter()).isFalse();
        }
    }
}
