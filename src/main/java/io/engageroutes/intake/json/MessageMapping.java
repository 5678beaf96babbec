package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a transaction of one canonical message: {@code {"order": ...}}, {@code {"contact": ...}}, or a receipt or a contact as it is.
 * Any of them may carry {@code seen}, the shop's own running number; a receipt may carry {@code contactOf}, the id of the order whose
 * contact it is of.
 */
public final class MessageMapping {

    private static final String SEEN = "seen";
    private static final String CONTACT_OF = "contactOf";

    private final ReceiptMapping receipts;
    private final OrderMapping orders;
    private final ContactMapping contacts = new ContactMapping();

    /** @param utcIsStoreTime whether a time in UTC becomes the store's own, where its zone is known */
    public MessageMapping(Source source, boolean utcIsStoreTime) {
        this.receipts = new ReceiptMapping(source, utcIsStoreTime);
        this.orders = new OrderMapping(receipts);
    }

    Transaction transaction(DocumentPart part) {
        if (part.value() == null) {
            return receipts.transaction(part);
        }
        return transaction(part.value(), part.faults(), part.place(), () -> OriginalText.of(part.value()));
    }

    /** Parameters as of {@link ReceiptMapping#transaction}. */
    public Transaction transaction(JsonNode root, List<Fault> known, String place, Supplier<String> original) {
        if (root instanceof ObjectNode object && object.hasNonNull(SEEN)) {
            String number = text(object.get(SEEN));
            return new Transaction.Numbered(kindless(object.deepCopy().without(SEEN), known, place, original), number);
        }
        return kindless(root, known, place, original);
    }

    private Transaction kindless(JsonNode root, List<Fault> known, String place, Supplier<String> original) {
        if (root.size() == 1 && root.has(Kind.ORDER.field())) {
            return orders.transaction(root.get(Kind.ORDER.field()), known, place, original);
        }
        if (root.size() == 1 && root.has(Kind.CONTACT.field())) {
            return contacts.transaction(root.get(Kind.CONTACT.field()), known, place, original);
        }
        if (root.has("orderId") && !root.has("uniqueId")) {
            return orders.transaction(root, known, place, original);
        }
        if (isContact(root)) {
            return contacts.transaction(root, known, place, original);
        }
        if (root instanceof ObjectNode object && object.hasNonNull(CONTACT_OF)) {
            String order = text(object.get(CONTACT_OF));
            Transaction read = receipts.transaction(object.deepCopy().without(CONTACT_OF), known, place, original);
            return read instanceof Transaction.Sold sold
                    ? new Transaction.Sold(sold.receipt(), place, original, order)
                    : read;
        }
        return receipts.transaction(root, known, place, original);
    }

    /** A contact without the object around it: it says something of a person, and has no receipt's key. */
    private static boolean isContact(JsonNode root) {
        return !root.has("uniqueId") && (root.has("attributes") || root.has("preferences") || root.has("consents"));
    }

    private static String text(JsonNode node) {
        String number = JsonPart.numberText(node);
        return number == null ? node.asText() : number;
    }
}
