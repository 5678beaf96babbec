package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;

/** The calls of Engage's API that the simulator knows, versions 2 and 3. */
final class EngageApi {

    private final ReceiptImport receipts;
    private final ContactsApi contacts;
    private final Stores stores;
    private final SimulatedOrders orders;
    private final Traffic traffic;
    private final Supplier<SimulatorSettings> settings;

    EngageApi(
            ReceiptImport receipts,
            ContactsApi contacts,
            Stores stores,
            SimulatedOrders orders,
            Traffic traffic,
            Supplier<SimulatorSettings> settings) {
        this.receipts = receipts;
        this.contacts = contacts;
        this.stores = stores;
        this.orders = orders;
        this.traffic = traffic;
        this.settings = settings;
    }

    /** Answers a call whose path starts with {@code api} and the version. */
    Answer answer(Call call) {
        String version = call.path().size() > 2 ? call.part(1) : "";
        if (!version.equals("v2") && !version.equals("v3")) {
            return Answer.message(404, "There is no such resource; the API is under /api/v2 and /api/v3");
        }
        Call inner = call.below(2);
        Answer answer =
                switch (inner.part(0)) {
                    case "receipts" -> inner.is("POST", "receipts") ? receipt(inner) : null;
                    case "contacts" -> {
                        orders.settle();
                        yield contacts.answer(version, inner);
                    }
                    case "orders" -> orders.answer(version, inner);
                    case "stores" -> stores.answer(inner);
                    default -> null;
                };
        return answer == null ? Answer.message(404, "The simulator does not know this call") : answer;
    }

    private Answer receipt(Call call) {
        JsonNode receipt;
        List<String> errors;
        try {
            receipt = Json.read(call.body());
            errors = ReceiptCheck.errors(receipt, settings.get().validateTotal());
        } catch (Nonsense e) {
            traffic.rejected();
            return Answer.invalid(400, List.of(e.getMessage()));
        }
        if (!errors.isEmpty()) {
            traffic.rejected();
            return Answer.invalid(400, errors);
        }
        receipts.accept(receipt, call.body(), settings.get().importEveryMillis() == 0);
        traffic.accepted();
        return Answer.empty(settings.get().successStatus());
    }
}
