package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.check.LoadCheck;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

class WiredSurroundingsTest {

    @Test
    void nothingIsWrongWithTheShippedRoutes() {
        StandardEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        LoadCheck check = new LoadCheck(WiredSurroundings.of(environment));

        assertThat(check.check(Path.of("routes"))).isEmpty();
        for (int i = 0; i < 8; i++) {
            long t = System.nanoTime();
            check.check(Path.of("routes"));
            System.err.println("TIME " + (System.nanoTime() - t) / 1000000.0);
        }
    }
}
