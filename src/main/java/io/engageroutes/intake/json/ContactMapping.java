package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.contact.Consent;
import io.engageroutes.contact.Contact;
import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes a transaction of one canonical contact; the fields are those of {@link Contact}. An attribute that is null or blank is left
 * out: sources write so what they do not know, and it would wipe what Engage has.
 */
public final class ContactMapping {

    /** Makes a transaction of one object; parameters as of {@link ReceiptMapping#transaction}. */
    public Transaction transaction(JsonNode root, List<Fault> known, String place, Supplier<String> original) {
        List<Fault> faults = new ArrayList<>(known);
        if (!root.isObject()) {
            faults.add(new Fault(
                    "not-a-contact", place, null, "a contact, that is an object in braces, should stand here"));
            return rejected(faults, place, original);
        }
        JsonPart part = new JsonPart(root, "", faults);
        Contact contact = contact(new JsonFields(part), part);
        part.refuseUnknown();
        return faults.isEmpty()
                ? new Transaction.Registered(contact, place, original)
                : rejected(faults, place, original);
    }

    private static Transaction rejected(List<Fault> faults, String place, Supplier<String> original) {
        return new Transaction.Rejected(faults, place, null, original.get(), null, Kind.CONTACT);
    }

    private static Contact contact(JsonFields fields, JsonPart part) {
        return new Contact(
                fields.objects("contactKeys", (key, position) -> ReceiptMapping.contactKey(key)),
                fields.time("changedAt"),
                fields.text("storeId"),
                fields.text("contactType"),
                attributes(part),
                preferences(part),
                fields.objects("consents", (consent, position) -> consent(consent)));
    }

    private static Map<String, Object> attributes(JsonPart part) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        part.fields("attributes", (name, node) -> {
            if (node.isContainerNode()) {
                part.wrongType("attributes." + name, node, "a string, a number, true or false");
            } else if (node.isBoolean()) {
                attributes.put(name, node.booleanValue());
            } else if (node.isTextual() && !node.textValue().isBlank()) {
                attributes.put(name, node.textValue());
            } else if (JsonPart.numberText(node) != null) {
                attributes.put(name, new BigDecimal(JsonPart.numberText(node)));
            }
        });
        return attributes;
    }

    private static Map<String, Boolean> preferences(JsonPart part) {
        Map<String, Boolean> preferences = new LinkedHashMap<>();
        part.fields("preferences", (name, node) -> {
            if (node.isBoolean()) {
                preferences.put(name, node.booleanValue());
            } else if (!node.isNull()) {
                part.wrongType("preferences." + name, node, "true or false, without quotes");
            }
        });
        return preferences;
    }

    private static Consent consent(JsonFields fields) {
        return new Consent(
                fields.required("id"),
                fields.required("value", fields.bool("value")),
                fields.time("date"),
                fields.text("source"),
                fields.text("comment"));
    }
}
