package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.sandbox.IntegrationLog.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** Engage's import: accepted receipts wait until the next tick, which drops those that are known already. */
final class ReceiptImport {

    private record Accepted(
            String uniqueReceiptId,
            String storeExternalId,
            String matchKeyType,
            String matchKey,
            String contactType,
            byte[] payload) {}

    private final ReceiptArchive archive;
    private final ContactRegister contacts;
    private final Stores stores;
    private final IntegrationLog log;
    private final Deque<Accepted> waiting = new ArrayDeque<>();
    private long duplicates;
    private long notConnected;

    ReceiptImport(ReceiptArchive archive, ContactRegister contacts, Stores stores, IntegrationLog log) {
        this.archive = archive;
        this.contacts = contacts;
        this.stores = stores;
        this.log = log;
    }

    /** Takes a receipt that was checked before. */
    synchronized void accept(JsonNode receipt, byte[] payload, boolean atOnce) {
        JsonNode contact = receipt.get("contact");
        waiting.addLast(new Accepted(
                receipt.get("uniqueReceiptId").textValue(),
                receipt.get("storeExternalId").textValue(),
                contact.get("matchKeyType").textValue(),
                contact.get("matchKey").textValue(),
                contact.path("contactType").textValue(),
                payload));
        if (atOnce) {
            run();
        }
    }

    /** One tick. */
    synchronized void run() {
        for (Accepted receipt = waiting.poll(); receipt != null; receipt = waiting.poll()) {
            take(receipt);
        }
    }

    private void take(Accepted receipt) {
        String id = receipt.uniqueReceiptId();
        if (archive.contains(id)) {
            duplicates++;
            log.add(Level.INFO, "Receipt is already imported and was ignored", id);
            return;
        }
        if (stores.createIfUnknown(receipt.storeExternalId())) {
            log.add(Level.INFO, "Store " + receipt.storeExternalId() + " was unknown and has been created", id);
        }
        boolean connected = contacts.knows(receipt.matchKeyType(), receipt.matchKey(), receipt.contactType());
        if (!connected) {
            notConnected++;
            log.add(Level.WARNING, "Contact is missing", id);
        }
        archive.add(id, receipt.payload(), connected);
    }

    synchronized int waiting() {
        return waiting.size();
    }

    synchronized long unique() {
        return archive.size();
    }

    synchronized long duplicates() {
        return duplicates;
    }

    synchronized long notConnected() {
        return notConnected;
    }

    synchronized void reset() {
        waiting.clear();
        archive.reset();
        duplicates = notConnected = 0;
    }
}
