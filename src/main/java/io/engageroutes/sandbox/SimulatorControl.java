package io.engageroutes.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code /simulator}: what the simulator got, and how it shall behave. */
final class SimulatorControl implements HttpHandler {

    private static final String CALLS =
            "GET receipts, contacts, stores, orders, actions, jobs, order-triggers, log, stats, faults, job-faults; "
                    + "POST faults, job-faults, reset; DELETE faults, job-faults; PUT settings";

    private final EngageSimulator simulator;

    SimulatorControl(EngageSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(Call.of(exchange));
            } catch (Nonsense e) {
                answer = Answer.message(400, e.getMessage());
            }
            answer.send(exchange);
        }
    }

    private Answer answer(Call call) {
        String what = call.path().size() == 2 ? call.part(1) : "";
        return switch (call.method() + " " + what) {
            case "GET receipts" -> receipts(call);
            case "GET contacts" -> Answer.json(200, simulator.contacts().all());
            case "GET stores" -> Answer.json(200, simulator.stores().all());
            case "GET orders" -> Answer.json(200, simulator.orders().orders(orderId(call)));
            case "GET actions" -> Answer.json(200, simulator.orders().actions(orderId(call)));
            case "GET jobs" -> Answer.json(200, simulator.orders().jobs(orderId(call)));
            case "GET order-triggers" ->
                Answer.json(200, simulator.orders().triggers(call.query().get("orderNumber")));
            case "GET log" -> {
                simulator.orders().settle();
                yield Answer.json(200, simulator.log().entries(call.query().get("uniqueReceiptId"), orderId(call)));
            }
            case "GET stats" -> Answer.json(200, simulator.traffic().figures(simulator.receiptImport()));
            case "GET faults" -> Answer.json(200, simulator.faults().show());
            case "POST faults" -> {
                readAll(Json.read(call.body()), FaultRule.class).forEach(simulator.faults()::add);
                yield Answer.json(201, simulator.faults().show());
            }
            case "DELETE faults" -> {
                simulator.faults().clear();
                yield Answer.empty(204);
            }
            case "GET job-faults" -> Answer.json(200, simulator.orders().jobFaults());
            case "POST job-faults" -> {
                simulator.orders().add(readAll(Json.read(call.body()), JobFault.class));
                yield Answer.json(201, simulator.orders().jobFaults());
            }
            case "DELETE job-faults" -> {
                simulator.orders().clearJobFaults();
                yield Answer.empty(204);
            }
            case "POST reset" -> {
                simulator.reset();
                yield Answer.empty(204);
            }
            case "PUT settings" -> change(Json.read(call.body()));
            default -> Answer.message(404, "There is no such call under /simulator; there are " + CALLS);
        };
    }

    private static String orderId(Call call) {
        return call.query().get("orderId");
    }

    private Answer receipts(Call call) {
        String connected = call.query().get("connected");
        if (connected != null && !connected.equals("true") && !connected.equals("false")) {
            throw new Nonsense("connected must be true or false");
        }
        return Answer.stream(out -> simulator
                .archive()
                .writeTo(
                        out,
                        call.query().get("uniqueReceiptId"),
                        place -> connected == null || place.connected() == Boolean.parseBoolean(connected)));
    }

    /** Changes the settings that are named and leaves the others. */
    private Answer change(JsonNode body) {
        if (!(body instanceof ObjectNode changes)) {
            throw new Nonsense("the settings must be an object");
        }
        ObjectNode all = Json.MAPPER.valueToTree(simulator.settings());
        merge(all, changes);
        simulator.use(read(all, SimulatorSettings.class));
        // Without a body: it would hold the accepted keys.
        return Answer.empty(204);
    }

    private static void merge(ObjectNode all, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (all.get(change.getKey()) instanceof ObjectNode inner && change.getValue() instanceof ObjectNode some) {
                merge(inner, some);
            } else {
                all.set(change.getKey(), change.getValue());
            }
        });
    }

    /** One or an array of them: all of it is understood before any of it counts. */
    private static <T> List<T> readAll(JsonNode body, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (JsonNode one : body.isArray() ? body : List.of(body)) {
            all.add(read(one, type));
        }
        return all;
    }

    private static <T> T read(JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            throw new Nonsense("a " + type.getSimpleName() + " must be an object");
        }
        try {
            return Json.MAPPER.treeToValue(node, type);
        } catch (JsonMappingException e) {
            Throwable cause = e.getCause();
            boolean own = cause instanceof Nonsense || cause instanceof IllegalArgumentException;
            throw new Nonsense(own ? cause.getMessage() : e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new Nonsense(e.getOriginalMessage());
        }
    }
}
