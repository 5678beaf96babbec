package io.engageroutes.sandbox;

import java.util.Set;

/**
 * How the simulator behaves with orders of version 2.
 *
 * @param orderStatuses the values that {@code orderStatus} may have; empty for any
 * @param paymentStatuses the values that {@code paymentStatus} may have; empty for any
 * @param validateTax whether the taxes of the items must sum to {@code totalTax}, when that is given
 * @param validateTotal whether items and fees must sum to {@code totalGrossPrice}
 * @param validatePayments whether the payments must sum to {@code totalGrossPrice}
 */
public record OrderTriggerSettings(
        Set<String> orderStatuses,
        Set<String> paymentStatuses,
        boolean validateTax,
        boolean validateTotal,
        boolean validatePayments) {

    /** A tenant since December 2022 has the three checks off; older ones have them on. */
    static final OrderTriggerSettings DEFAULTS = new OrderTriggerSettings(Set.of(), Set.of(), false, false, false);

    public OrderTriggerSettings {
        orderStatuses = orderStatuses == null ? Set.of() : Set.copyOf(orderStatuses);
        paymentStatuses = paymentStatuses == null ? Set.of() : Set.copyOf(paymentStatuses);
    }
}
