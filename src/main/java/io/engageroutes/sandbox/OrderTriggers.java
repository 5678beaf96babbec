package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.sandbox.IntegrationLog.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** {@code /orders} of Engage's API, version 2: stores nothing, and triggers as often as it is called. */
final class OrderTriggers {

    private final ContactRegister contacts;
    private final IntegrationLog log;
    private final Clock clock;
    private final Supplier<SimulatorSettings> settings;
    private final List<OrderTrigger> triggers = new ArrayList<>();

    OrderTriggers(ContactRegister contacts, IntegrationLog log, Clock clock, Supplier<SimulatorSettings> settings) {
        this.contacts = contacts;
        this.log = log;
        this.clock = clock;
        this.settings = settings;
    }

    /** Answers a call whose path starts with {@code orders}; null when there is no such call. */
    Answer answer(Call call) {
        if (!call.is("POST", "orders")) {
            return null;
        }
        JsonNode order;
        List<String> errors;
        try {
            order = Json.read(call.body());
            errors = OrderTriggerCheck.errors(order, settings.get().orderTriggers());
        } catch (Nonsense e) {
            return Answer.invalid(400, List.of(e.getMessage()));
        }
        if (!errors.isEmpty()) {
            return Answer.invalid(400, errors);
        }
        trigger(order);
        return Answer.empty(settings.get().successStatus());
    }

    private void trigger(JsonNode order) {
        String orderNumber = order.get("orderNumber").textValue();
        String contactId =
                contacts.matching(order.get("contact")).map(Contact::id).orElse(null);
        if (contactId == null) {
            log.addForOrder(Level.WARNING, "Contact is missing", orderNumber);
        }
        triggers.add(new OrderTrigger(
                clock.instant().toString(),
                orderNumber,
                order.get("orderStatus").textValue(),
                order.get("paymentStatus").textValue(),
                order.path("language").textValue(),
                contactId,
                order));
    }

    List<OrderTrigger> all() {
        return List.copyOf(triggers);
    }

    void reset() {
        triggers.clear();
    }
}
