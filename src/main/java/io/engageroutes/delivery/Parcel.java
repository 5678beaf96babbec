package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.util.List;

/**
 * What one JMS message carries: canonical messages of one document, so that many share a broker commit. Each is claimed, judged
 * and ended alone.
 *
 * @param source the source's name
 * @param document the id of the document in the ledger
 * @param documentName a file's name or a message's id, for people
 * @param takesBack whether a post-void of a delivered receipt of this source becomes a return
 * @param digitalReceipts of which receipts of this source the customer is sent a digital one
 * @param entries the messages
 */
public record Parcel(
        String source,
        String document,
        String documentName,
        boolean takesBack,
        DigitalReceipts digitalReceipts,
        List<Entry> entries) {

    public Parcel {
        entries = List.copyOf(entries);
    }

    /** Of a source without digital receipts. */
    public Parcel(String source, String document, String documentName, boolean takesBack, List<Entry> entries) {
        this(source, document, documentName, takesBack, DigitalReceipts.NONE, entries);
    }

    /** Of a source without post-voids and digital receipts. */
    public Parcel(String source, String document, String documentName, List<Entry> entries) {
        this(source, document, documentName, false, entries);
    }

    /** Other messages of the same document. */
    Parcel with(List<Entry> others) {
        return new Parcel(source, document, documentName, takesBack, digitalReceipts, others);
    }

    public List<FlowMessage> messages() {
        return entries.stream().map(entry -> FlowMessage.of(this, entry)).toList();
    }

    /**
     * A message: canonical content, a transaction that the document's reader rejected, or a post-void.
     *
     * @param id the same for the same transaction of the same document, however often it is read
     * @param place where it stands in the document
     * @param kind what it is about
     * @param content what is canonical of it, or null when it was rejected
     * @param contentHash of the canonical content: same key and other hash is a conflict; null until the parcel is written
     * @param faults why the reader rejected it; empty for a receipt
     * @param receiptNumber of a rejected transaction, where known
     * @param original the source's own text, kept for what is rejected or will be
     * @param attempts how often Engage failed on it while other receipts passed
     * @param failedAt when Engage last failed on it, milliseconds since 1970
     * @param replays how often it was replayed by hand
     * @param contactOf the id of the order whose contact it is of, when its source names nobody; or null
     * @param voids the business key of the receipt that this one takes back; null for all but post-voids
     */
    public record Entry(
            String id,
            String place,
            Kind kind,
            Content content,
            String contentHash,
            List<Fault> faults,
            String receiptNumber,
            String original,
            int attempts,
            long failedAt,
            int replays,
            String contactOf,
            String voids) {

        public Entry {
            faults = faults == null ? List.of() : List.copyOf(faults);
        }

        /** A receipt, or what was to be one. */
        public Entry(
                String id,
                String place,
                Receipt receipt,
                String contentHash,
                List<Fault> faults,
                String receiptNumber,
                String original,
                int attempts,
                long failedAt,
                int replays) {
            this(
                    id,
                    place,
                    Kind.RECEIPT,
                    receipt == null ? null : new Content.OfReceipt(receipt),
                    contentHash,
                    faults,
                    receiptNumber,
                    original,
                    attempts,
                    failedAt,
                    replays,
                    null,
                    null);
        }

        /** Null unless it is a receipt. */
        public Receipt receipt() {
            return content instanceof Content.OfReceipt sold ? sold.receipt() : null;
        }

        static Entry postVoid(String id, String place, String voids) {
            return new Entry(id, place, Kind.RECEIPT, null, null, List.of(), null, null, 0, 0, 0, null, voids);
        }

        /** What was just read; its content hash is taken when it is written. */
        static Entry of(String id, String place, Content content, String original) {
            return new Entry(id, place, content.kind(), content, null, List.of(), null, original, 0, 0, 0, null, null);
        }

        static Entry rejected(
                String id, String place, Kind kind, List<Fault> faults, String receiptNumber, String original) {
            return new Entry(id, place, kind, null, null, faults, receiptNumber, original, 0, 0, 0, null, null);
        }

        Entry ofContactOf(String order) {
            return with(attempts, failedAt, order);
        }

        Entry failed(int failedAttempts, long at) {
            return with(failedAttempts, at, contactOf);
        }

        private Entry with(int otherAttempts, long otherFailedAt, String order) {
            return new Entry(
                    id,
                    place,
                    kind,
                    content,
                    contentHash,
                    faults,
                    receiptNumber,
                    original,
                    otherAttempts,
                    otherFailedAt,
                    replays,
                    order,
                    voids);
        }
    }
}
