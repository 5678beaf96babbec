package io.engageroutes.engage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.RejectedReceipt;
import io.engageroutes.receipt.Store;
import io.engageroutes.receipt.StoreRegister;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Route steps that build the calls to Engage's contacts: {@code GET /contacts/id} and {@code POST /contacts}. v3 takes source and
 * store in the query and silently ignores headers, v2 takes them in headers.
 */
public final class ContactRequests {

    private final String contactType;
    private final String source;
    private final boolean inQuery;
    private final Supplier<StoreRegister> stores;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param contactType the type looked for and created; blank for Engage's default
     * @param source what Engage notes as the origin
     * @param apiVersion {@code v2} or {@code v3}
     * @param stores the register of the moment, which is edited while we run
     */
    public ContactRequests(String contactType, String source, String apiVersion, Supplier<StoreRegister> stores) {
        this.contactType = contactType;
        this.source = source;
        this.inQuery = !apiVersion.equals("v2");
        this.stores = stores;
    }

    /** The query of {@code GET /contacts/id}; member number and external id are what Engage calls the custom key. */
    public String query(Receipt receipt) {
        ContactKey key = receipt.contactKeys().get(0);
        String name =
                switch (key.type()) {
                    case email, mobilePhone, socialSecurityNumber -> key.type().name();
                    case memberNumber, externalId -> "customKey";
                    case contactId -> "any";
                };
        String query = name + "=" + encoded(key.value());
        return contactType.isBlank() ? query : query + "&contactType=" + encoded(contactType);
    }

    /**
     * Makes the message the creation of the receipt's contact.
     *
     * @throws RejectedReceipt when a contact cannot be created by this kind of key: Engage itself numbers its members
     */
    public void creation(Exchange exchange, Receipt receipt) {
        ContactKey key = receipt.contactKeys().get(0);
        switch (key.type()) {
            case memberNumber, contactId ->
                throw new RejectedReceipt(new Fault(
                        "contact-unknown",
                        "contactKeys[0]",
                        key.type().name(),
                        "Engage does not know this contact and gives out such numbers itself: register the contact first, then"
                                + " replay the receipt"));
            default -> {}
        }
        Store store = stores.get().store(receipt.storeId()).orElse(null);
        ObjectNode body = json.createObjectNode();
        if (!contactType.isBlank()) {
            body.put("contactType", contactType);
        }
        body.put(key.type().name(), key.value());
        if (store != null && store.country() != null) {
            body.put("countryCode", store.country());
        }
        if (store != null && store.language() != null) {
            body.put("language", store.language());
        }
        Message message = exchange.getMessage();
        message.setBody(body.toString());
        if (inQuery) {
            message.setHeader(
                    Exchange.HTTP_QUERY,
                    "source=" + encoded(source) + "&storeExternalId=" + encoded(receipt.storeId())
                            + "&createAsUnapproved=false");
        } else {
            message.setHeader("source", source);
            message.setHeader("storeExternalId", receipt.storeId());
            message.setHeader("createAsUnapproved", "false");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
