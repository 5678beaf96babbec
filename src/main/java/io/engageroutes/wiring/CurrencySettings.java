package io.engageroutes.wiring;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where exchange rates come from.
 *
 * @param folder ECB files, read at start-up and whenever one changes
 * @param staticRates factor from a currency to the group currency; wins over the ECB's
 * @param tillRates whether a rate that the till sent wins over both
 * @param staleAfter how old the last published rate may be on the receipt's day
 * @param holdFor how long a receipt without a rate waits before it is judged again
 */
@ConfigurationProperties("currency")
public record CurrencySettings(
        @DefaultValue("var/rates") Path folder,
        @DefaultValue Map<String, BigDecimal> staticRates,
        @DefaultValue("true") boolean tillRates,
        @DefaultValue("7d") Duration staleAfter,
        @DefaultValue("15m") Duration holdFor) {}
