package io.engageroutes.delivery;

import io.engageroutes.contact.Contact;

/** What a system says about a customer, on its way to Engage. */
public final class ContactMessage extends FlowMessage {

    ContactMessage(Parcel parcel, Parcel.Entry entry) {
        super(parcel, entry);
    }

    /** Null when the document's reader rejected it. */
    public Contact contact() {
        return content() instanceof Content.OfContact known ? known.contact() : null;
    }
}
