package io.engageroutes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.scenarios.kill.KillScenario;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs by itself in {@code mvn verify}, and by hand as {@code scenarios/kill.sh}. */
class KillIT {

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedAtAnyMomentNothingIsLostAndNothingIsTwice() throws Exception {
        long seed = Long.getLong("kill.seed", System.currentTimeMillis());
        assertThat(new KillScenario(seed).run()).isEmpty();
    }
}
