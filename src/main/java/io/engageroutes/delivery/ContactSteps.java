package io.engageroutes.delivery;

import io.engageroutes.contact.Contact;
import io.engageroutes.contact.ContactForm;
import io.engageroutes.contact.ContactRules;
import io.engageroutes.engage.ContactCalls;
import io.engageroutes.engage.ContactChange;
import io.engageroutes.engage.HeldContact;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Exchange;

/** Route steps that make of a contact's news what Engage is told, in the order of the routes. */
public final class ContactSteps {

    /** Those that Engage does not give out itself. */
    private static final Set<ContactKeyType> OWN = Set.of(
            ContactKeyType.email,
            ContactKeyType.mobilePhone,
            ContactKeyType.externalId,
            ContactKeyType.socialSecurityNumber);

    private final ContactRules rules = new ContactRules();
    private final ContactForm form;
    private final ContactNews news;
    private final ContactCalls calls;
    private final Supplier<StoreRegister> stores;
    private final Settings settings;

    /**
     * What the retailer decides.
     *
     * @param store recruits the contacts whose source names no store; blank for none
     * @param unknownStores whether stores that the register does not have may recruit contacts; Engage creates such stores
     * @param preferences {@code only-true}, {@code all} or {@code none}
     */
    public record Settings(String store, boolean unknownStores, String preferences) {}

    /** @param stores the register of the moment */
    public ContactSteps(
            ContactForm form, ContactNews news, ContactCalls calls, Supplier<StoreRegister> stores, Settings settings) {
        this.form = form;
        this.news = news;
        this.calls = calls;
        this.stores = stores;
        this.settings = settings;
    }

    /** @throws RejectedReceipt with all faults: those that the document's reader saw, or those of the canonical contact */
    public void judge(ContactMessage message) {
        if (!message.readerFaults().isEmpty()) {
            throw new RejectedReceipt(message.readerFaults());
        }
        Contact contact = message.contact();
        rules.check(contact);
        String storeId = storeId(contact);
        Store store = stores.get().store(storeId).orElse(null);
        if (storeId != null && store == null && !settings.unknownStores()) {
            throw new RejectedReceipt(
                    new Fault(
                            "store-unknown",
                            "storeId",
                            storeId,
                            "must be in the store register, or Engage would create the store; add it there, or correct the id"));
        }
        String storeCountry = store == null ? null : store.country();
        Contact formed = form.formed(contact, storeCountry);
        message.form(formed, ContactForm.country(contact, storeCountry), keys(formed));
    }

    private String storeId(Contact contact) {
        return contact.storeId() != null ? contact.storeId() : settings.store().isBlank() ? null : settings.store();
    }

    /** By what it may be known: its keys, best first, then new ones among its attributes, which an earlier try may have written. */
    private static List<ContactKey> keys(Contact contact) {
        List<ContactKey> keys = new ArrayList<>(contact.contactKeys());
        for (ContactKeyType type : ContactKeyType.values()) {
            if (OWN.contains(type) && contact.attributes().get(type.name()) instanceof String value) {
                ContactKey key = new ContactKey(type, value);
                if (!keys.contains(key)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** Takes the next key to ask Engage for. */
    public void next(ContactMessage message) {
        message.ask(message.unasked().remove(0));
    }

    /**
     * The key led to a contact.
     *
     * @throws RejectedReceipt when another key led to another one: nobody guesses
     */
    public void found(Exchange exchange, ContactMessage message) throws IOException {
        String id = HeldContact.id(answer(exchange));
        if (message.isFound() && !message.contactId().equals(id)) {
            throw new RejectedReceipt(new Fault(
                    "contact-keys-disagree",
                    "contactKeys",
                    message.contactId() + ", " + id,
                    "the keys lead to two contacts in Engage, and nobody guesses ("
                            + message.key().type()
                            + " to the second): merge them there, or correct the keys, then replay it"));
        }
        message.found(id);
        message.itsKeys().add(message.key());
    }

    /** What was said about the contact before. */
    public void recall(ContactMessage message) {
        message.recall(news.about(message.contactId()));
        message.unasked().removeIf(key -> {
            ContactNews.Item item = new ContactNews.Item("attributes." + key.type(), key.value());
            ContactNews.Said before = message.news().get(item.name());
            return before != null && before.valueHash().equals(ContactNews.hash(message.contactId(), item));
        });
    }

    /** What Engage holds of it; keys that it holds need not be asked for. */
    public void hold(Exchange exchange, ContactMessage message) throws IOException {
        HeldContact held = HeldContact.read(answer(exchange));
        message.hold(held);
        message.recall(news.about(message.contactId()));
        message.unasked().removeIf(key -> held.has(key.type().name(), key.value(), message.country()));
    }

    /** Makes the change, or ends the message when there is none. */
    public void compare(ContactMessage message) {
        ContactComparison comparison = new ContactComparison(message, settings.preferences());
        ContactChange change = comparison.change(attributes(message.formed()));
        if (!change.isEmpty()) {
            message.toSend(change.json());
        } else if (message.isCreated() || message.failedAt() > 0) {
            message.end(new End.Delivered()); // by ourselves: just now, or by an earlier try whose answer was lost
        } else {
            message.end(new End.Skipped(comparison.isOlder() ? "older-news" : "nothing-changed"));
        }
    }

    /**
     * Makes the creation: all that is known, and the country and language of the store where the contact has none.
     *
     * @throws RejectedReceipt when a contact cannot be created by these kinds of key: Engage itself numbers its members
     */
    public void creation(ContactMessage message) {
        Contact contact = message.formed();
        Map<String, Object> attributes = new LinkedHashMap<>();
        stores.get().store(storeId(contact)).ifPresent(store -> {
            put(attributes, "countryCode", store.country());
            put(attributes, "language", store.language());
        });
        attributes.putAll(attributes(contact));
        if (OWN.stream().noneMatch(type -> attributes.containsKey(type.name()))) {
            throw new RejectedReceipt(new Fault(
                    "contact-unknown",
                    "contactKeys",
                    message.key().type().name(),
                    "Engage does not know this contact and gives out such numbers itself: give an e-mail address, a phone"
                            + " number or an external id too, or register the contact first, then replay it"));
        }
        ContactChange whole = new ContactComparison(message, settings.preferences()).change(attributes);
        Map<String, Object> body = new LinkedHashMap<>(whole.attributes());
        String type = calls.type(contact);
        if (!type.isBlank()) {
            body.put("contactType", type);
        }
        message.toSend(new ContactChange(body, whole.preferences(), whole.consents()).json());
    }

    /** The store that recruits the contact; or null. */
    public String recruiter(ContactMessage message) {
        return storeId(message.formed());
    }

    /** Engage created the contact, or says which one was there already. */
    public void created(Exchange exchange, ContactMessage message) throws IOException {
        message.found(HeldContact.id(answer(exchange)));
        message.create();
        message.formed().contactKeys().stream()
                .filter(key -> OWN.contains(key.type()))
                .forEach(message.itsKeys()::add);
    }

    private static String answer(Exchange exchange) {
        return exchange.getMessage().getBody(String.class);
    }

    /** What the contact has, and what its keys say; Engage itself gives out the others. */
    private static Map<String, Object> attributes(Contact contact) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        contact.contactKeys().stream()
                .filter(key -> OWN.contains(key.type()))
                .forEach(key -> attributes.putIfAbsent(key.type().name(), key.value()));
        attributes.putAll(contact.attributes());
        return attributes;
    }

    private static void put(Map<String, Object> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
