package io.engageroutes.contact;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a canonical contact must be before it is sent. Values are personal data and never stand in a fault. */
public final class ContactRules {

    /** @throws RejectedReceipt with all its faults when it has any */
    public void check(Contact contact) {
        List<Fault> faults = faults(contact);
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
    }

    /** Everything that is wrong with the contact; empty when nothing is. */
    public List<Fault> faults(Contact contact) {
        List<Fault> faults = new ArrayList<>();
        if (contact.contactKeys().isEmpty()) {
            faults.add(missing("contactKeys", "at least one key by which the contact is known"));
        }
        for (int at = 0; at < contact.contactKeys().size(); at++) {
            ContactKey key = contact.contactKeys().get(at);
            if (key.type() == null) {
                faults.add(missing("contactKeys[" + at + "].type", "the kind of key"));
            }
            if (key.value() == null || key.value().isBlank()) {
                faults.add(missing("contactKeys[" + at + "].value", "the key"));
            }
        }
        if (contact.changedAt() == null) {
            faults.add(missing("changedAt", "when the contact was last changed, with offset"));
        }
        for (Map.Entry<String, Object> attribute : contact.attributes().entrySet()) {
            if (attribute.getValue() instanceof String text && text.isBlank()) {
                faults.add(new Fault(
                        "attribute-empty",
                        "attributes." + attribute.getKey(),
                        null,
                        "must not be empty, which would wipe what Engage has: leave the field out"));
            }
        }
        for (int at = 0; at < contact.consents().size(); at++) {
            Consent consent = contact.consents().get(at);
            if (consent.id() == null || consent.id().isBlank()) {
                faults.add(missing("consents[" + at + "].id", "the consent's id in Engage"));
            }
            if (consent.value() == null) {
                faults.add(missing("consents[" + at + "].value", "yes or no: true or false"));
            }
        }
        return List.copyOf(faults);
    }

    private static Fault missing(String place, String meaning) {
        return new Fault("field-missing", place, null, "must be given: " + meaning);
    }
}
