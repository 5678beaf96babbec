package io.engageroutes;

import io.engageroutes.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Engage Routes, whose routes are in the folder {@code routes}; or runs one of its commands without Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngageRoutes {

    public static void main(String[] arguments) {
        if (Commands.asked(arguments)) {
            System.exit(Commands.main(arguments));
        }
        SpringApplication.run(EngageRoutes.class, arguments);
    }
}
