package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.util.List;

/**
 * One canonical message on its way to Engage: what came, and how it ended. What the steps of its flow make of it is its subclass's
 * matter. Belongs to the one thread that works on it.
 */
public abstract sealed class FlowMessage permits ReceiptMessage, OrderMessage, ContactMessage {

    private final Parcel.Entry entry;
    private final Parcel parcel;
    private Content content;
    private String contentHash;
    private byte[] payload;
    private boolean claimed;
    private End end;
    private int attempts;
    private long failedAt;

    FlowMessage(Parcel parcel, Parcel.Entry entry) {
        this.parcel = parcel;
        this.entry = entry;
        this.content = entry.content();
        this.contentHash = entry.contentHash();
        this.attempts = entry.attempts();
        this.failedAt = entry.failedAt();
    }

    static FlowMessage of(Parcel parcel, Parcel.Entry entry) {
        return switch (entry.kind()) {
            case RECEIPT -> new ReceiptMessage(parcel, entry);
            case ORDER -> new OrderMessage(parcel, entry);
            case CONTACT -> new ContactMessage(parcel, entry);
        };
    }

    public Parcel parcel() {
        return parcel;
    }

    public Parcel.Entry entry() {
        return entry;
    }

    public Kind kind() {
        return entry.kind();
    }

    /** The same for the same transaction of the same document, however often it is read or redelivered. */
    public String id() {
        return entry.id();
    }

    /** Null when the document's reader rejected the transaction, and for a post-void that did not become a receipt. */
    Content content() {
        return content;
    }

    /** Of the canonical content; null without one. */
    String contentHash() {
        return contentHash;
    }

    /** Now that it is known whom it is about. Its content is compared as it came, so that it is known again before it is known whose it is. */
    void bought(List<ContactKey> keys) {
        if (content instanceof Content.OfReceipt sold) {
            this.content =
                    new Content.OfReceipt(sold.receipt().with(sold.receipt().uniqueId(), keys));
        }
    }

    void becomes(Content other) {
        this.content = other;
        this.contentHash = ContentHash.of(other.json());
    }

    public List<Fault> readerFaults() {
        return entry.faults();
    }

    public String businessKey() {
        return content == null ? null : content.businessKey();
    }

    /** Those of one group go one after another; null for receipts, which go side by side. */
    String group() {
        return kind() == Kind.RECEIPT ? null : businessKey();
    }

    /** What people know it by. */
    public String number() {
        return content == null ? entry.receiptNumber() : content.number();
    }

    public List<ContactKey> contactKeys() {
        return content == null ? List.of() : content.contactKeys();
    }

    /** Whether somebody can be addressed; without a contact key there is nobody in the CRM to deliver to. */
    public boolean isAddressed() {
        return !contactKeys().isEmpty();
    }

    /** Null unless the message is a receipt. */
    public Receipt receipt() {
        return content instanceof Content.OfReceipt sold ? sold.receipt() : null;
    }

    /** What is, or would have been, sent. */
    public byte[] payload() {
        return payload;
    }

    public void toSend(byte[] json) {
        this.payload = json;
    }

    /** How often Engage failed on it while other messages passed. */
    public int attempts() {
        return attempts;
    }

    /** When Engage last failed on it, in milliseconds since 1970; 0 when it never did. */
    public long failedAt() {
        return failedAt;
    }

    void failed(int failedAttempts, long at) {
        this.attempts = failedAttempts;
        this.failedAt = at;
    }

    /** Whether its business key is its own until it is settled. */
    boolean isClaimed() {
        return claimed;
    }

    void claim() {
        this.claimed = true;
    }

    /** Null while it is on its way. */
    public End end() {
        return end;
    }

    public boolean isOpen() {
        return end == null;
    }

    void end(End how) {
        this.end = how;
    }
}
