package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contact as Engage shows it; its nodes are never changed once it is made.
 *
 * @param attributes the known attributes that were set, null where an empty value has overwritten one
 */
record Contact(String id, ObjectNode attributes, Map<String, Object> meta, ObjectNode preferences, ArrayNode consents) {

    static final String DEFAULT_TYPE = "Member";
    private static final Set<String> TYPES = Set.of(DEFAULT_TYPE, "Contact", "transactContact");
    private static final Set<String> ATTRIBUTES = Set.of(
            "firstName",
            "lastName",
            "memberNumber",
            "socialSecurityNumber",
            "email",
            "mobilePhone",
            "createdInStore",
            "store",
            "street",
            "zipCode",
            "city",
            "careOf",
            "country",
            "countryCode",
            "language",
            "birthDay",
            "gender",
            "externalId");

    static boolean isType(String type) {
        return TYPES.contains(type);
    }

    String contactType() {
        return (String) meta.get("contactType");
    }

    /** The contact's key of a kind in its normal form, if it has one. */
    Optional<String> key(ContactKind kind) {
        return Optional.ofNullable(attributes.path(kind.attribute()).textValue())
                .flatMap(kind::normalised);
    }

    /**
     * The contact with what a payload says: an empty value overwrites, an unknown name is ignored, the store of creation
     * stays what it was once it is set, and the type never changes this way.
     */
    Contact with(JsonNode payload) {
        ObjectNode changed = attributes.deepCopy();
        for (Map.Entry<String, JsonNode> field : payload.properties()) {
            String name = field.getKey();
            boolean fixed = name.equals("createdInStore") && attributes.hasNonNull(name);
            if (ATTRIBUTES.contains(name) && !fixed) {
                String value = field.getValue().asText("");
                changed.put(name, value.isEmpty() || field.getValue().isNull() ? null : value);
            }
        }
        ObjectNode preferred = preferences.deepCopy();
        if (payload.path("preferences") instanceof ObjectNode given) {
            preferred.setAll(given);
        }
        ArrayNode answered = consents.deepCopy();
        if (payload.path("consents") instanceof ArrayNode given) {
            answered.addAll(given);
        }
        return new Contact(id, changed, meta, preferred, answered);
    }
}
