package io.engageroutes.wiring;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Engage is reached and spared.
 *
 * @param baseUrl such as {@code https://tenant.voyado.com}, without a path
 * @param apiKey the key sent as header {@code apikey}; never logged
 * @param source what Engage notes as the origin of contacts, such as {@code POS}
 * @param groupCurrency the tenant's group currency, ISO 4217
 * @param apiVersion {@code v3} or {@code v2}
 * @param userAgent sent with every call, {@code System/Version}
 * @param contactType sent with every contact key; blank for Engage's default (Member)
 * @param unknownContact what to do with a receipt whose contact Engage may not know: {@code send}, {@code verify}, {@code create}
 * @param knownContactFor how long a contact found in Engage is not looked up again
 * @param requestsPerSecond most calls a second per API key, over all instances; 0 for no limit
 * @param inFlight most calls under way at once
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long to wait for an answer; Engage's advice is to wait, slow is likelier than lost
 * @param failuresInARow after how many failures the flow stops consuming
 * @param gaps how long to wait before the next try; the last one over and over
 * @param attempts after how many own failures, while others pass, a receipt is a dead letter
 */
@ConfigurationProperties("engage")
public record EngageSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String source,
        @DefaultValue("") String groupCurrency,
        @DefaultValue("v3") String apiVersion,
        @DefaultValue("EngageRoutes/0.1") String userAgent,
        @DefaultValue("") String contactType,
        @DefaultValue("send") String unknownContact,
        @DefaultValue("30m") Duration knownContactFor,
        @DefaultValue("50") int requestsPerSecond,
        @DefaultValue("64") int inFlight,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("5") int failuresInARow,
        @DefaultValue({"10s", "30s", "60s", "300s"}) List<Duration> gaps,
        @DefaultValue("5") int attempts) {

    /** Without the key, since settings end up in logs. */
    @Override
    public String toString() {
        return "Engage at " + baseUrl + ", " + apiVersion + ", source " + source;
    }
}
