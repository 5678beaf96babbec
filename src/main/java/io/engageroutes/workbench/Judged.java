package io.engageroutes.workbench;

import io.engageroutes.delivery.Content;
import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import java.util.List;

/**
 * What would become of one transaction.
 *
 * @param document the name of the document it stands in
 * @param place where in the document
 * @param end how it would end
 * @param reason why it would be skipped, or is no sale; else null
 * @param receiptNumber what is known of it, or null
 * @param receipt the canonical receipt; null when it was not read
 * @param priced null when it was not priced
 * @param sent the body of the call to Engage; null when there would be none
 * @param voids the unique id of the earlier receipt that it takes back, or null
 * @param faults all that is wrong; of a skipped receipt what is wrong with its amounts, for which nobody will ask
 * @param note what else should be known, or null
 * @param content an order or a contact; null for receipts
 * @param contactOf the id of the order whose contact a receipt is of that names nobody, or null
 */
public record Judged(
        String document,
        String place,
        End end,
        String reason,
        String receiptNumber,
        Receipt receipt,
        PricedReceipt priced,
        byte[] sent,
        String voids,
        List<Fault> faults,
        String note,
        Content content,
        String contactOf) {

    Judged(
            String document,
            String place,
            End end,
            String reason,
            String receiptNumber,
            Receipt receipt,
            PricedReceipt priced,
            byte[] sent,
            String voids,
            List<Fault> faults,
            String note) {
        this(document, place, end, reason, receiptNumber, receipt, priced, sent, voids, faults, note, null, null);
    }

    /** An order or a contact. */
    static Judged message(String document, String place, Content content, List<Fault> faults) {
        boolean nobody = content.contactKeys().isEmpty();
        return new Judged(
                document,
                place,
                !faults.isEmpty() ? End.DEAD : nobody ? End.SKIPPED : End.DELIVERED,
                faults.isEmpty() && nobody ? "no-contact" : null,
                content.number(),
                null,
                null,
                null,
                null,
                faults,
                null,
                content,
                null);
    }

    /** The ends of a transaction. */
    public enum End {
        DELIVERED("delivered"),
        SKIPPED("skipped"),
        /** The same receipt came before in the given documents. */
        DUPLICATE("duplicate"),
        /** It was read, and breaks a rule. */
        DEAD("dead"),
        /** It could not be read as a receipt, which makes it a dead letter too. */
        REJECTED("rejected"),
        NON_SALE("non-sale");

        private final String word;

        End(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean isBad() {
            return this == DEAD || this == REJECTED;
        }
    }

    static Judged nonSale(String document, String place, String reason, String voids) {
        return new Judged(document, place, End.NON_SALE, reason, null, null, null, null, voids, List.of(), null);
    }

    static Judged rejected(String document, String place, String receiptNumber, List<Fault> faults) {
        return new Judged(document, place, End.REJECTED, null, receiptNumber, null, null, null, null, faults, null);
    }

    static Judged dead(String document, String place, Receipt receipt, PricedReceipt priced, List<Fault> faults) {
        return new Judged(
                document, place, End.DEAD, null, receipt.receiptNumber(), receipt, priced, null, null, faults, null);
    }

    static Judged skipped(
            String document, String place, String reason, Receipt receipt, PricedReceipt priced, List<Fault> faults) {
        return new Judged(
                document,
                place,
                End.SKIPPED,
                reason,
                receipt.receiptNumber(),
                receipt,
                priced,
                null,
                null,
                faults,
                null);
    }

    /** A receipt whose contact is found when it is delivered, so that the call is not known yet. */
    static Judged ofContactOf(String document, String place, PricedReceipt priced, String contactOf) {
        return new Judged(
                document,
                place,
                End.DELIVERED,
                null,
                priced.receipt().receiptNumber(),
                priced.receipt(),
                priced,
                null,
                null,
                List.of(),
                "the contact is that of the order " + contactOf + ", which is looked up when it is delivered",
                null,
                contactOf);
    }

    Judged as(End other, List<Fault> why, String because) {
        return new Judged(
                document,
                place,
                other,
                reason,
                receiptNumber,
                receipt,
                priced,
                null,
                voids,
                why,
                because,
                content,
                contactOf);
    }

    Judged skipped(String why, String because) {
        return new Judged(
                document,
                place,
                End.SKIPPED,
                why,
                receiptNumber,
                receipt,
                priced,
                null,
                voids,
                faults,
                because,
                content,
                contactOf);
    }

    /** What it is, as far as it was read. */
    public Kind kind() {
        return content == null ? Kind.RECEIPT : content.kind();
    }

    /** What the customer is told because of it, or null. */
    public String action() {
        return content instanceof Content.OfOrder of && of.order().action() != null
                ? of.order().action().name()
                : null;
    }

    public String uniqueId() {
        return receipt != null ? receipt.uniqueId() : content != null ? content.businessKey() : null;
    }
}
