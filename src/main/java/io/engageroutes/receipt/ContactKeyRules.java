package io.engageroutes.receipt;

import java.util.List;
import java.util.regex.Pattern;

/** What a contact key must look like. Its value is personal data and in no fault. */
final class ContactKeyRules {

    private static final int LONGEST = 250;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("[+]?[0-9]{4,20}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private ContactKeyRules() {}

    static void check(List<ContactKey> keys, Findings findings) {
        for (int at = 0; at < keys.size(); at++) {
            ContactKey key = keys.get(at);
            String place = "contactKeys[" + at + "]";
            findings.required(place + ".type", key.type(), "one of " + List.of(ContactKeyType.values()));
            if (findings.required(place + ".value", key.value(), "what identifies the contact, or leave out the key")) {
                String rule = rule(key);
                if (rule != null) {
                    findings.add("contact-key-invalid", place + ".value", "(not shown)", rule);
                }
            }
        }
    }

    /** What the value should be when it is not, else null. */
    private static String rule(ContactKey key) {
        String value = key.value();
        if (value.length() > LONGEST) {
            return "must have at most " + LONGEST + " characters";
        }
        if (Text.hasControls(value) || !Text.isEncodable(value)) {
            return "must be without control characters and broken escapes";
        }
        if (key.type() == null) {
            return null;
        }
        return switch (key.type()) {
            case email -> EMAIL.matcher(value).matches() ? null : "must be an e-mail address: one @ and no blanks";
            case mobilePhone ->
                PHONE.matcher(value).matches()
                        ? null
                        : "must be a phone number: digits only, best with + and the country's code before them";
            case contactId ->
                UUID.matcher(value).matches() ? null : "must be a contact's id in Engage, which is a UUID";
            case memberNumber, externalId, socialSecurityNumber -> null;
        };
    }
}
