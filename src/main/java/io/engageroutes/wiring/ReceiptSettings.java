package io.engageroutes.wiring;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a receipt may be.
 *
 * @param future how far ahead of us a till's clock may be
 * @param unknownStores whether stores that the register does not know are accepted: Engage creates a store for every unknown id
 * @param spreadOverFreight whether freight takes part in basket discounts
 * @param taxTolerance how many minor units a line's VAT may differ from what the source says
 * @param postVoidWindow for how long a delivered receipt can be taken back by a post-void of its till
 * @param orderContactsFor for how long it is remembered who ordered, for refunds that name their order only
 * @param decimals decimals of a currency where the retailer's books differ from ISO 4217, such as {@code ISK: 2}
 */
@ConfigurationProperties("receipts")
public record ReceiptSettings(
        @DefaultValue("1d") Duration future,
        @DefaultValue("false") boolean unknownStores,
        @DefaultValue("false") boolean spreadOverFreight,
        @DefaultValue("1") int taxTolerance,
        @DefaultValue("35d") Duration postVoidWindow,
        @DefaultValue("400d") Duration orderContactsFor,
        @DefaultValue Map<String, Integer> decimals) {}
