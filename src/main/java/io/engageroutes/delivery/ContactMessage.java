package io.engageroutes.delivery;

import io.engageroutes.contact.Contact;
import io.engageroutes.engage.HeldContact;
import io.engageroutes.receipt.ContactKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a system says about a customer, on its way to Engage. */
public final class ContactMessage extends FlowMessage {

    private final List<ContactKey> unasked = new ArrayList<>();
    private final List<ContactKey> itsKeys = new ArrayList<>();
    private Contact formed;
    private String country;
    private ContactKey key;
    private String contactId;
    private Map<String, ContactNews.Said> news = Map.of();
    private List<ContactNews.Item> items = List.of();
    private HeldContact held;
    private boolean created;

    ContactMessage(Parcel parcel, Parcel.Entry entry) {
        super(parcel, entry);
    }

    /** Null when the document's reader rejected it. */
    public Contact contact() {
        return content() instanceof Content.OfContact known ? known.contact() : null;
    }

    /** The contact with every value as Engage writes it; null until it is judged. */
    public Contact formed() {
        return formed;
    }

    /** Of phone numbers without a country's code; or null. */
    String country() {
        return country;
    }

    void form(Contact inForm, String itsCountry, List<ContactKey> keys) {
        this.formed = inForm;
        this.country = itsCountry;
        unasked.addAll(keys);
    }

    /** Whether no key led to a contact yet, and there is another one. */
    public boolean isSought() {
        return isOpen() && contactId == null && !unasked.isEmpty();
    }

    /** Whether the contact is found and there are keys that it may not have, and somebody else may. */
    public boolean isDoubted() {
        return isOpen() && contactId != null && !unasked.isEmpty();
    }

    List<ContactKey> unasked() {
        return unasked;
    }

    void ask(ContactKey next) {
        key = next;
    }

    /** The key that Engage is asked for. */
    public ContactKey key() {
        return key;
    }

    /** The contact's id in Engage; null until it is found or created. */
    public String contactId() {
        return contactId;
    }

    /** Whether Engage has the contact. */
    public boolean isFound() {
        return contactId != null;
    }

    void found(String id) {
        contactId = id;
    }

    /** The keys that lead to it for certain. */
    public List<ContactKey> itsKeys() {
        return itsKeys;
    }

    HeldContact held() {
        return held;
    }

    void hold(HeldContact contact) {
        held = contact;
    }

    Map<String, ContactNews.Said> news() {
        return news;
    }

    void recall(Map<String, ContactNews.Said> said) {
        news = said;
    }

    /** What is newer than all that was said before. */
    List<ContactNews.Item> items() {
        return items;
    }

    void say(List<ContactNews.Item> said) {
        items = List.copyOf(said);
    }

    boolean isCreated() {
        return created;
    }

    void create() {
        created = true;
    }
}
