package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.util.List;

/**
 * One receipt on its way to Engage: what came, what the steps of the flow made of it, and how it ended. Belongs to the one
 * thread that works on it.
 */
public final class ReceiptMessage {

    private final Parcel.Entry entry;
    private final Parcel parcel;
    private Receipt receipt;
    private String contentHash;
    private PricedReceipt priced;
    private ExchangeRate rate;
    private byte[] payload;
    private boolean claimed;
    private End end;
    private int attempts;
    private long failedAt;

    ReceiptMessage(Parcel parcel, Parcel.Entry entry) {
        this.parcel = parcel;
        this.entry = entry;
        this.receipt = entry.receipt();
        this.contentHash = entry.contentHash();
        this.attempts = entry.attempts();
        this.failedAt = entry.failedAt();
    }

    public Parcel parcel() {
        return parcel;
    }

    public Parcel.Entry entry() {
        return entry;
    }

    /** The same for the same transaction of the same document, however often it is read or redelivered. */
    public String id() {
        return entry.id();
    }

    /** Null when the document's reader rejected the transaction, and for a post-void that did not become one. */
    public Receipt receipt() {
        return receipt;
    }

    /** Of the canonical receipt; null without one. */
    String contentHash() {
        return contentHash;
    }

    /** A post-void becomes the receipt that takes another one back. */
    void becomes(Receipt annulment) {
        this.receipt = annulment;
        this.contentHash = ContentHash.of(ReceiptJson.bytes(annulment));
    }

    public List<Fault> readerFaults() {
        return entry.faults();
    }

    public String businessKey() {
        return receipt() == null ? null : receipt().uniqueId();
    }

    public String receiptNumber() {
        return receipt() == null ? entry.receiptNumber() : receipt().receiptNumber();
    }

    /** Whether somebody can be addressed; without a contact key there is nobody in the CRM to deliver to. */
    public boolean isAddressed() {
        return receipt() != null && !receipt().contactKeys().isEmpty();
    }

    public PricedReceipt priced() {
        return priced;
    }

    public void price(PricedReceipt price) {
        this.priced = price;
    }

    /** Null when Engage's own conversion scheme is to be used. */
    public ExchangeRate rate() {
        return rate;
    }

    public void convert(ExchangeRate exchangeRate) {
        this.rate = exchangeRate;
    }

    public byte[] payload() {
        return payload;
    }

    public void toSend(byte[] json) {
        this.payload = json;
    }

    /** How often Engage failed on it while other receipts passed. */
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
