package io.engageroutes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Engage Routes; the routes it runs are in the folder {@code routes}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngageRoutes {

    public static void main(String[] arguments) {
        SpringApplication.run(EngageRoutes.class, arguments);
    }
}
