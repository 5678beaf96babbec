package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.util.ArrayList;
import java.util.List;

/** Messages of one parcel, for tests. */
final class Messages {

    private final List<Parcel.Entry> entries = new ArrayList<>();

    /** A message named {@code id} with this receipt. */
    Messages with(String id, Receipt receipt) {
        String hash = ContentHash.of(ReceiptJson.bytes(receipt));
        entries.add(new Parcel.Entry(id, "line 1", receipt, hash, List.of(), null, null, 0, 0, 0));
        return this;
    }

    Messages rejected(String id, Fault... faults) {
        entries.add(Parcel.Entry.rejected(id, "line 1", Kind.RECEIPT, List.of(faults), "871", "the original"));
        return this;
    }

    Messages with(Parcel.Entry entry) {
        entries.add(entry);
        return this;
    }

    Parcel parcel() {
        return new Parcel("till", "document-1", "receipts.xml", entries);
    }

    List<ReceiptMessage> open() {
        return parcel().messages().stream().map(ReceiptMessage.class::cast).toList();
    }

    /** All of them, having ended so. */
    List<ReceiptMessage> ended(End end) {
        List<ReceiptMessage> messages = open();
        messages.forEach(message -> message.end(end));
        return messages;
    }
}
