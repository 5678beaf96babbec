package io.engageroutes.intake;

import io.engageroutes.contact.Contact;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a document's reader makes of one transaction in it: exactly one of a canonical message (a receipt, an order, a contact), a
 * non-sale, or a rejection.
 */
public sealed interface Transaction {

    /** Where it stands in the document, such as {@code line 12, column 3}. */
    String place();

    /**
     * A finalised sale or return.
     *
     * @param original makes the transaction's own text without what must not be kept; asked only for receipts with faults
     * @param contactOf the id of the order whose contact this is the receipt of, when the source names nobody; or null
     */
    record Sold(Receipt receipt, String place, Supplier<String> original, String contactOf) implements Transaction {

        public Sold(Receipt receipt, String place, Supplier<String> original) {
            this(receipt, place, original, null);
        }
    }

    /** How an order stands, or what changed about it; {@code original} as with a sale. */
    record Ordered(Order order, String place, Supplier<String> original) implements Transaction {}

    /** What a system says about a customer; {@code original} as with a sale. */
    record Registered(Contact contact, String place, Supplier<String> original) implements Transaction {}

    /**
     * Any of the others with the number that the shop gave its order, so that numbers that never come are noticed.
     *
     * @param number a running number without gaps
     */
    record Numbered(Transaction transaction, String number) implements Transaction {

        @Override
        public String place() {
            return transaction.place();
        }
    }

    /**
     * Something that was never a sale: cancelled, training, suspended, a control transaction.
     *
     * @param reason a short constant in kebab case such as {@code cancelled}, counted per document
     * @param voids the unique id of an earlier receipt that this transaction takes back (a post-void); null for all others
     */
    record NonSale(String reason, String place, String voids) implements Transaction {

        public NonSale(String reason, String place) {
            this(reason, place, null);
        }
    }

    /**
     * A sale that could not be read.
     *
     * @param receiptNumber what is known of it, or null
     * @param original the transaction's own text without what must not be kept
     * @param readable the receipt without what could not be read, so that what else is wrong with it can be said at the same
     *     time; null where the faults' places are not the paths of its fields
     * @param kind what it was to be
     */
    record Rejected(
            List<Fault> faults, String place, String receiptNumber, String original, Receipt readable, Kind kind)
            implements Transaction {

        public Rejected(List<Fault> faults, String place, String receiptNumber, String original, Receipt readable) {
            this(faults, place, receiptNumber, original, readable, Kind.RECEIPT);
        }

        public Rejected(List<Fault> faults, String place, String receiptNumber, String original) {
            this(faults, place, receiptNumber, original, null);
        }
    }
}
