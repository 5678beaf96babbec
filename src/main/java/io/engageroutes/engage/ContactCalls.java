package io.engageroutes.engage;

import io.engageroutes.contact.Contact;
import io.engageroutes.receipt.ContactKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Route steps that address the calls of the contacts flow; all go to {@code /contacts} and below. */
public final class ContactCalls {

    private final String contactType;
    private final String source;
    private final boolean inQuery;

    /**
     * @param contactType the type looked for and created where a contact names none; blank for Engage's default
     * @param source what Engage notes as the origin
     * @param apiVersion {@code v2} or {@code v3}
     */
    public ContactCalls(String contactType, String source, String apiVersion) {
        this.contactType = contactType;
        this.source = source;
        this.inQuery = !apiVersion.equals("v2");
    }

    /** The type of a contact; blank for Engage's default. */
    public String type(Contact contact) {
        return contact.contactType() == null ? contactType : contact.contactType();
    }

    /** {@code GET /contacts/id?...}; a contact is read by an id that Engage itself gave out. */
    public void find(Exchange exchange, ContactKey key, Contact contact) {
        Message message = exchange.getMessage();
        String name =
                switch (key.type()) {
                    case email, mobilePhone, socialSecurityNumber -> key.type().name();
                    case memberNumber, externalId -> "customKey";
                    case contactId -> null;
                };
        if (name == null) {
            one(exchange, key.value());
            return;
        }
        String type = type(contact);
        message.setHeader(Exchange.HTTP_PATH, "/id");
        message.setHeader(
                Exchange.HTTP_QUERY,
                name + "=" + encoded(key.value()) + (type.isBlank() ? "" : "&contactType=" + encoded(type)));
    }

    /** {@code /contacts/{id}}. */
    public void one(Exchange exchange, String id) {
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, "/" + encoded(id));
    }

    /** {@code POST /contacts}: v3 takes source and store in the query and silently ignores headers, v2 takes them in headers. */
    public void creation(Exchange exchange, String storeId) {
        Message message = exchange.getMessage();
        if (inQuery) {
            message.setHeader(
                    Exchange.HTTP_QUERY,
                    "source=" + encoded(source) + (storeId == null ? "" : "&storeExternalId=" + encoded(storeId))
                            + "&createAsUnapproved=false");
            return;
        }
        message.setHeader("source", source);
        message.setHeader("createAsUnapproved", "false");
        if (storeId != null) {
            message.setHeader("storeExternalId", storeId);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
