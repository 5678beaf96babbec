package io.engageroutes.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Editing while the application runs.
 *
 * @param live whether edits of the folder {@code routes} take effect without a restart
 * @param lookEvery how often the folder is looked at; an edit counts when it stayed the same over two looks
 */
@ConfigurationProperties("routes")
public record EditingSettings(
        @DefaultValue("true") boolean live,
        @DefaultValue("300ms") Duration lookEvery) {}
