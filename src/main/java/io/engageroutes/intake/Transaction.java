package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.util.List;
import java.util.function.Supplier;

/** What a document's reader makes of one transaction in it: exactly one of three. */
public sealed interface Transaction {

    /** Where it stands in the document, such as {@code line 12, column 3}. */
    String place();

    /**
     * A finalised sale or return.
     *
     * @param original makes the transaction's own text without what must not be kept; asked only for receipts with faults
     */
    record Sold(Receipt receipt, String place, Supplier<String> original) implements Transaction {}

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
     */
    record Rejected(List<Fault> faults, String place, String receiptNumber, String original, Receipt readable)
            implements Transaction {

        public Rejected(List<Fault> faults, String place, String receiptNumber, String original) {
            this(faults, place, receiptNumber, original, null);
        }
    }
}
