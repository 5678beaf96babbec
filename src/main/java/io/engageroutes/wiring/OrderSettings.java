package io.engageroutes.wiring;

import io.engageroutes.delivery.LostAction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are told to Engage.
 *
 * @param api {@code v3} (Engage stores orders), {@code v2} (each order is a trigger) or {@code none}
 * @param actions what Engage calls an action, by our name for it; these are added to, and win over, the usual ones; blank: not sent
 * @param status of an order whose source says none
 * @param freight {@code fee} or {@code item}
 * @param lostAction what is done about an action whose answer was lost
 * @param jobGaps how long to wait before a job is asked after for the first, second, ... time; the last one over and over
 * @param jobPatience after which a job counts as one that never ends
 * @param keepFor how long an order is remembered after its last change
 * @param v2Statuses what Engage calls a status in version 2, by the action's, the order's or the payment's; blank: triggers nothing
 * @param v2PaymentStatus of an order whose source says none
 */
@ConfigurationProperties("orders")
public record OrderSettings(
        @DefaultValue("v3") String api,
        @DefaultValue Map<String, String> actions,
        @DefaultValue("InProgress") String status,
        @DefaultValue("fee") String freight,
        @DefaultValue("look") LostAction lostAction,

        @DefaultValue({"500ms", "1s", "2s", "5s", "10s", "30s"})
        List<Duration> jobGaps,

        @DefaultValue("15m") Duration jobPatience,
        @DefaultValue("90d") Duration keepFor,
        @DefaultValue Map<String, String> v2Statuses,
        @DefaultValue("paid") String v2PaymentStatus) {

    private static final Map<String, String> USUAL = Map.of(
            "order-confirmed", "ConfirmOrder",
            "shipped", "ConfirmShipment",
            "cancelled", "CancelOrder",
            "refunded", "ConfirmRefund",
            "digital-receipt", "DigitalReceipt");

    public OrderSettings {
        Map<String, String> all = new HashMap<>(USUAL);
        all.putAll(actions);
        actions = Map.copyOf(all);
    }

    boolean freightIsFee() {
        return !freight.equals("item");
    }
}
