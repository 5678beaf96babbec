package io.engageroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutesCheckTest {

    @Test
    void nothingIsWrongWithTheShippedRoutes() {
        RoutesCheck check = new RoutesCheck(new Surroundings(Map.of(), any -> true, Map.of(), Set.of()));

        assertThat(check.check(Path.of("routes"))).isEmpty();
    }
}
