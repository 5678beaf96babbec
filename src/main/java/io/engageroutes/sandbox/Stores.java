package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stores that the simulator knows, and {@code /stores} of Engage's API. */
final class Stores {

    private final JsonNode seed;
    private final Map<String, ObjectNode> stores = new LinkedHashMap<>();

    /** The seed is an array of create payloads. */
    Stores(JsonNode seed) {
        this.seed = seed;
        reset();
    }

    synchronized void reset() {
        stores.clear();
        seed.forEach(store -> stores.put(store.get("externalId").textValue(), store.deepCopy()));
    }

    synchronized List<ObjectNode> all() {
        return List.copyOf(stores.values());
    }

    synchronized boolean knows(String externalId) {
        return stores.containsKey(externalId);
    }

    /** What Engage does with a receipt of a store that it does not know; true when the store is new. */
    synchronized boolean createIfUnknown(String externalId) {
        if (stores.containsKey(externalId)) {
            return false;
        }
        stores.put(
                externalId,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("externalId", externalId)
                        .put("name", externalId)
                        .put("type", "RETAIL")
                        .put("active", true));
        return true;
    }

    /** Answers a call whose path starts with {@code stores}; null when there is no such call. */
    synchronized Answer answer(Call call) {
        if (call.is("GET", "stores")) {
            boolean inactiveToo = "true".equalsIgnoreCase(call.query().get("includeInactive"));
            return Answer.json(
                    200,
                    stores.values().stream()
                            .filter(store -> inactiveToo || store.path("active").asBoolean(true))
                            .toList());
        }
        if (call.is("GET", "stores", "*")) {
            ObjectNode store = stores.get(call.part(1));
            return store == null
                    ? Answer.error(404, "StoreNotFound", "No store has this externalId")
                    : Answer.json(200, store);
        }
        return call.is("POST", "stores") ? create(Json.read(call.body())) : null;
    }

    private Answer create(JsonNode payload) {
        List<String> errors = Stream.of("name", "externalId")
                .filter(name -> payload.path(name).asText("").isBlank())
                .map(name -> name + " is required")
                .toList();
        if (!errors.isEmpty()) {
            return Answer.invalid(400, errors);
        }
        String externalId = payload.get("externalId").asText();
        if (stores.containsKey(externalId)) {
            return Answer.invalid(400, List.of("externalId is in use"));
        }
        ObjectNode store = payload.deepCopy();
        store.putIfAbsent("active", JsonNodeFactory.instance.booleanNode(true));
        stores.put(externalId, store);
        return Answer.json(201, store);
    }
}
