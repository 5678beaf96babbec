package io.engageroutes.sandbox;

import java.util.Set;

/**
 * How the simulator behaves.
 *
 * @param successStatus what an accepted receipt is answered with: 200 or 202
 * @param importEveryMillis how often accepted receipts are imported, in milliseconds; 0 imports them at once
 * @param requestsPerSecond calls a second that one key may make before it gets 429; 0 for any number
 * @param validateTotal whether a receipt's total must be the sum of its lines
 * @param acceptedKeys the API keys that are let in; empty for any
 * @param orders how orders of version 3 are treated
 * @param orderTriggers how orders of version 2 are treated
 */
public record SimulatorSettings(
        int successStatus,
        long importEveryMillis,
        int requestsPerSecond,
        boolean validateTotal,
        Set<String> acceptedKeys,
        OrderSettings orders,
        OrderTriggerSettings orderTriggers) {

    /** What a new tenant of Engage looks like, but for an import tick that people can wait for. */
    public static final SimulatorSettings DEFAULTS =
            new SimulatorSettings(202, 500, 200, true, Set.of(), OrderSettings.DEFAULTS, OrderTriggerSettings.DEFAULTS);

    public SimulatorSettings {
        if (successStatus != 200 && successStatus != 202) {
            throw new IllegalArgumentException("successStatus " + successStatus + ": use 200 or 202");
        }
        if (importEveryMillis < 0 || importEveryMillis > 3_600_000) {
            throw new IllegalArgumentException("importEveryMillis " + importEveryMillis + ": use 0 to 3600000");
        }
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("requestsPerSecond " + requestsPerSecond + ": use 0 (no limit) or more");
        }
        acceptedKeys = acceptedKeys == null ? Set.of() : Set.copyOf(acceptedKeys);
        orders = orders == null ? OrderSettings.DEFAULTS : orders;
        orderTriggers = orderTriggers == null ? OrderTriggerSettings.DEFAULTS : orderTriggers;
    }

    public SimulatorSettings withImportEveryMillis(long millis) {
        return new SimulatorSettings(
                successStatus, millis, requestsPerSecond, validateTotal, acceptedKeys, orders, orderTriggers);
    }
}
