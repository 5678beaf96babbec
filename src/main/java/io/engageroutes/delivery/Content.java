package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonParser;
import io.engageroutes.contact.Contact;
import io.engageroutes.contact.ContactJson;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.Order;
import io.engageroutes.order.OrderJson;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a message brings to Engage: one canonical receipt, order or contact. */
public sealed interface Content {

    Kind kind();

    /** The canonical JSON; equal contents give equal bytes. */
    byte[] json();

    /** What the ledger knows it by; of a contact a hash, since its keys are personal data. */
    String businessKey();

    /** What people know it by; null where there is no such number. */
    String number();

    /** Whom it is about, best key first. */
    List<ContactKey> contactKeys();

    /** A sale or a return. */
    record OfReceipt(Receipt receipt) implements Content {

        @Override
        public Kind kind() {
            return Kind.RECEIPT;
        }

        @Override
        public byte[] json() {
            return ReceiptJson.bytes(receipt);
        }

        @Override
        public String businessKey() {
            return receipt.uniqueId();
        }

        @Override
        public String number() {
            return receipt.receiptNumber();
        }

        @Override
        public List<ContactKey> contactKeys() {
            return receipt.contactKeys();
        }
    }

    /** How an order stands. */
    record OfOrder(Order order) implements Content {

        @Override
        public Kind kind() {
            return Kind.ORDER;
        }

        @Override
        public byte[] json() {
            return OrderJson.bytes(order);
        }

        @Override
        public String businessKey() {
            return order.orderId();
        }

        @Override
        public String number() {
            return order.number();
        }

        @Override
        public List<ContactKey> contactKeys() {
            return order.contacts();
        }
    }

    /** What is known of a customer. */
    record OfContact(Contact contact) implements Content {

        @Override
        public Kind kind() {
            return Kind.CONTACT;
        }

        @Override
        public byte[] json() {
            return ContactJson.bytes(contact);
        }

        @Override
        public String businessKey() {
            return contact.contactKeys().isEmpty()
                            || contact.contactKeys().get(0).type() == null
                            || contact.contactKeys().get(0).value() == null
                    ? null
                    : ContentHash.ofContact(
                            contact.contactKeys().get(0).type().name(),
                            contact.contactKeys().get(0).value());
        }

        @Override
        public String number() {
            return null;
        }

        @Override
        public List<ContactKey> contactKeys() {
            return contact.contactKeys();
        }
    }

    /** Reads what {@link #json} wrote. */
    static Content read(Kind kind, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (kind) {
            case RECEIPT -> new OfReceipt(ReceiptJson.read(bytes));
            case ORDER -> new OfOrder(OrderJson.read(bytes));
            case CONTACT -> new OfContact(ContactJson.read(bytes));
        };
    }

    /** The same where the parser stands. */
    static Content read(Kind kind, JsonParser json) throws IOException {
        return switch (kind) {
            case RECEIPT -> new OfReceipt(ReceiptJson.read(json));
            case ORDER -> new OfOrder(OrderJson.read(json));
            case CONTACT -> new OfContact(ContactJson.read(json));
        };
    }
}
