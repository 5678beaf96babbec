package io.engageroutes.contact;

import io.engageroutes.receipt.ContactKey;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The canonical contact: what a system says about a customer. Its JSON form is published as {@code /schema/contact.json}. What it does
 * not say stays in Engage as it is.
 *
 * @param contactKeys who it is, best key first
 * @param changedAt when the source last changed it: older news never overwrite newer ones
 * @param storeId the store that recruited a new contact, or null
 * @param contactType such as {@code Member}, or null for Engage's default
 * @param attributes by Engage's names; texts, decimals or booleans, never null and never empty, which would wipe what Engage has
 * @param preferences by Engage's names, such as {@code acceptsEmail}
 * @param consents the answers the contact gave
 */
public record Contact(
        List<ContactKey> contactKeys,
        OffsetDateTime changedAt,
        String storeId,
        String contactType,
        Map<String, Object> attributes,
        Map<String, Boolean> preferences,
        List<Consent> consents) {

    public Contact {
        contactKeys = contactKeys == null ? List.of() : List.copyOf(contactKeys);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        preferences = preferences == null ? Map.of() : Map.copyOf(preferences);
        consents = consents == null ? List.of() : List.copyOf(consents);
    }
}
