package io.engageroutes.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How missing order numbers are found.
 *
 * @param after how long a number may be late before it counts as missing
 * @param mostJump how far above the highest a number may be; one beyond is said and not counted
 */
@ConfigurationProperties("gaps")
record GapSettings(
        @DefaultValue("1h") Duration after,
        @DefaultValue("10000") long mostJump) {}
