package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a parcel's JSON message by message, so that each is serialised once and the parcel's size is known as it grows. */
final class ParcelWriter {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int USUAL_SIZE = 256 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
    private final JsonGenerator json;
    private int messages;

    /** Of the parcel its entries do not count: they are added one by one. */
    ParcelWriter(Parcel head) {
        try {
            json = JSON.createGenerator(bytes);
            json.writeStartObject();
            json.writeStringField("source", head.source());
            json.writeStringField("document", head.document());
            json.writeStringField("documentName", head.documentName());
            if (head.takesBack()) {
                json.writeBooleanField("takesBack", true);
            }
            if (head.digitalReceipts() != DigitalReceipts.NONE) {
                json.writeStringField("digitalReceipts", head.digitalReceipts().word());
            }
            json.writeArrayFieldStart("messages");
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    /** An amount such as 1E+1000 has no canonical form; it must cost its receipt, not the document, which would be read for ever. */
    static boolean isWritable(Content content) {
        try {
            return content.json().length > 0;
        } catch (UncheckedIOException noPlainForm) {
            return false;
        }
    }

    int messages() {
        return messages;
    }

    /** Bytes so far, without those of the last few values. */
    int size() {
        return bytes.size();
    }

    /** An entry without a content hash gets that of its canonical content. */
    void add(Parcel.Entry entry) {
        messages++;
        try {
            write(entry);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private void write(Parcel.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("place", entry.place());
        if (entry.attempts() > 0 || entry.failedAt() > 0) {
            json.writeNumberField("attempts", entry.attempts());
            json.writeNumberField("failedAt", entry.failedAt());
        }
        if (entry.replays() > 0) {
            json.writeNumberField("replays", entry.replays());
        }
        if (entry.original() != null) {
            json.writeStringField("original", entry.original());
        }
        if (entry.receiptNumber() != null) {
            json.writeStringField("receiptNumber", entry.receiptNumber());
        }
        if (entry.contactOf() != null) {
            json.writeStringField("contactOf", entry.contactOf());
        }
        if (entry.voids() != null) {
            json.writeStringField("voids", entry.voids());
        }
        if (!entry.faults().isEmpty()) {
            json.writeArrayFieldStart("faults");
            for (Fault fault : entry.faults()) {
                FaultJson.write(json, fault);
            }
            json.writeEndArray();
        }
        if (entry.kind() != Kind.RECEIPT) {
            json.writeStringField("kind", entry.kind().field());
        }
        if (entry.content() != null) {
            byte[] canonical = entry.content().json();
            json.writeStringField(
                    "hash", entry.contentHash() == null ? ContentHash.of(canonical) : entry.contentHash());
            json.writeFieldName(entry.kind().field());
            json.writeRawValue(""); // only the colon; the value itself is there as bytes
            json.flush();
            bytes.write(canonical);
        }
        json.writeEndObject();
    }

    byte[] finish() {
        try {
            json.writeEndArray();
            json.writeEndObject();
            json.close();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
