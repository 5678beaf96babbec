package io.engageroutes.contact;

import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings a contact into the form that Engage wants. Values are personal data and in no fault. */
public final class ContactForm {

    private static final int LONGEST_KEY = 250;
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final AttributeNames names;

    public ContactForm(AttributeNames names) {
        this.names = names;
    }

    /**
     * The contact with every value as Engage writes it.
     *
     * @param storeCountry the country of its store, ISO 3166 alpha-2, or null
     * @throws RejectedReceipt with all its faults: unknown attributes, and values that have no such form
     */
    public Contact formed(Contact contact, String storeCountry) {
        List<Fault> faults = new ArrayList<>();
        String country = country(contact, storeCountry);
        List<ContactKey> keys = new ArrayList<>();
        for (int at = 0; at < contact.contactKeys().size(); at++) {
            ContactKey key = contact.contactKeys().get(at);
            String place = "contactKeys[" + at + "].value";
            keys.add(new ContactKey(key.type(), key(key, country, place, faults)));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        contact.attributes().forEach((name, value) -> {
            names.fault(name).ifPresent(faults::add);
            attributes.put(
                    name,
                    value instanceof String text ? formed(name, text, country, "attributes." + name, faults) : value);
        });
        if (!faults.isEmpty()) {
            throw new RejectedReceipt(faults);
        }
        return new Contact(
                keys,
                contact.changedAt(),
                contact.storeId(),
                contact.contactType(),
                attributes,
                contact.preferences(),
                contact.consents());
    }

    /** Of phone numbers without a country's code: the contact's own, else that of its store. */
    public static String country(Contact contact, String storeCountry) {
        if (contact.attributes().get("countryCode") instanceof String code) {
            String own = code.strip().toUpperCase(Locale.ROOT);
            return COUNTRIES.contains(own) ? own : storeCountry;
        }
        return storeCountry;
    }

    private static String key(ContactKey key, String country, String place, List<Fault> faults) {
        String value = formed(key.type().name(), key.value(), country, place, faults);
        if (value.length() > LONGEST_KEY || value.chars().anyMatch(Character::isISOControl)) {
            faults.add(invalid(place, "must have at most " + LONGEST_KEY + " characters, and no control characters"));
        }
        if (key.type() == ContactKeyType.contactId && !UUID.matcher(value).matches()) {
            faults.add(invalid(place, "must be a contact's id in Engage, which is a UUID"));
        }
        return value;
    }

    private static String formed(String name, String value, String country, String place, List<Fault> faults) {
        try {
            return AttributeForms.of(name, value, country);
        } catch (AttributeForms.NoForm none) {
            faults.add(invalid(place, none.getMessage()));
            return value;
        }
    }

    private static Fault invalid(String place, String rule) {
        String code = place.startsWith("contactKeys") ? "contact-key-invalid" : "attribute-invalid";
        return new Fault(code, place, "(not shown)", rule);
    }
}
