package io.engageroutes.delivery;

import io.engageroutes.contact.Consent;
import io.engageroutes.contact.Contact;
import io.engageroutes.engage.ContactChange;
import io.engageroutes.engage.HeldContact;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a contact is news: what nobody said later, and what Engage does not hold. Without what Engage holds, it is compared with
 * what was said last.
 */
final class ContactComparison {

    private final ContactMessage message;
    private final String preferences;
    private final List<ContactNews.Item> items = new ArrayList<>();
    private boolean older;

    /** @param preferences {@code only-true}, {@code all} or {@code none} */
    ContactComparison(ContactMessage message, String preferences) {
        this.message = message;
        this.preferences = preferences;
    }

    /** @param attributes those of the contact, with what its keys say */
    ContactChange change(Map<String, Object> attributes) {
        Contact contact = message.formed();
        Map<String, Object> changed = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (isNewest("attributes." + name, text(value)) && !isHeld(name, value)) {
                changed.put(name, value);
            }
        });
        Map<String, Boolean> preferred = new LinkedHashMap<>();
        contact.preferences().forEach((name, value) -> {
            String item = "preferences." + name;
            if (isNewest(item, value.toString()) && !isRepeated(item, value.toString()) && isWanted(name, value)) {
                preferred.put(name, value);
            }
        });
        List<Consent> answered = new ArrayList<>();
        for (Consent consent : contact.consents()) {
            String item = "consents." + consent.id();
            if (isNewest(item, consent.value().toString())
                    && !isRepeated(item, consent.value().toString())
                    && !isAnswered(consent)) {
                answered.add(consent);
            }
        }
        message.say(items);
        return new ContactChange(changed, preferred, answered);
    }

    /** Whether something was left out because newer news were delivered. */
    boolean isOlder() {
        return older;
    }

    private boolean isNewest(String item, String value) {
        ContactNews.Said before = message.news().get(item);
        if (before != null && before.isNewerThan(message.contact().changedAt())) {
            older = true;
            return false;
        }
        items.add(new ContactNews.Item(item, value));
        return true;
    }

    /**
     * Whether the source says the same as last time. Engage is the master of preferences and consents: what somebody changed there since
     * is not changed back by a source that only repeats itself.
     */
    private boolean isRepeated(String item, String value) {
        ContactNews.Said before = message.news().get(item);
        return before != null
                && before.valueHash().equals(ContactNews.hash(message.contactId(), new ContactNews.Item(item, value)));
    }

    private boolean isHeld(String name, Object value) {
        HeldContact held = message.held();
        if (held == null) {
            return isRepeated("attributes." + name, text(value));
        }
        // the store that recruited the contact cannot change once it is set
        return name.equals("createdInStore") && held.hasAny(name) || held.has(name, value, message.country());
    }

    private boolean isWanted(String name, boolean value) {
        boolean sent = preferences.equals("all") || preferences.equals("only-true") && value;
        return sent && (message.held() == null || !message.held().prefers(name, value));
    }

    private boolean isAnswered(Consent consent) {
        OffsetDateTime given = consent.date() == null ? message.contact().changedAt() : consent.date();
        return message.held() != null && message.held().answered(consent, given);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }
}
