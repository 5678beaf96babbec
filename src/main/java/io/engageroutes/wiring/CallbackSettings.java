package io.engageroutes.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How callbacks are taken in.
 *
 * @param mostBytes most bytes of one
 * @param longest how long a sender may take to send one
 * @param clock how far a signature's time may be from our clock
 * @param consumers callbacks of one source that are read at once
 * @param repeatsFor for how long a delivery that the shop repeats is known as one
 */
@ConfigurationProperties("callbacks")
public record CallbackSettings(
        @DefaultValue("1MB") DataSize mostBytes,
        @DefaultValue("10s") Duration longest,
        @DefaultValue("5m") Duration clock,
        @DefaultValue("1") int consumers,
        @DefaultValue("30d") Duration repeatsFor) {}
