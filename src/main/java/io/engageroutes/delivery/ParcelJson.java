package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.engageroutes.intake.Kind;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A parcel as it stands on the queue: one JSON object with what is canonical in {@code messages[].receipt}, {@code order} or {@code contact}. */
public final class ParcelJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ParcelJson() {}

    public static byte[] write(Parcel parcel) {
        ParcelWriter writer = new ParcelWriter(parcel);
        parcel.entries().forEach(writer::add);
        return writer.finish();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws UnreadableParcel when it is something else: nobody but this application may write to its own queue
     */
    public static Parcel read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            String source = null;
            String document = null;
            String documentName = null;
            boolean takesBack = false;
            DigitalReceipts digitalReceipts = DigitalReceipts.NONE;
            List<Parcel.Entry> entries = null;
            expect(json.nextToken() == JsonToken.START_OBJECT, "a JSON object");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "source" -> source = json.getValueAsString();
                    case "document" -> document = json.getValueAsString();
                    case "documentName" -> documentName = json.getValueAsString();
                    case "takesBack" -> takesBack = json.getBooleanValue();
                    case "digitalReceipts" -> digitalReceipts = DigitalReceipts.of(json.getValueAsString());
                    case "messages" -> entries = entries(json);
                    default -> json.skipChildren();
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null, "nothing after the parcel");
            expect(fits(source, 80) && fits(document, 80) && entries != null, "source, document and messages");
            return new Parcel(source, document, documentName, takesBack, digitalReceipts, entries);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableParcel u ? u : new UnreadableParcel(e.getMessage(), e);
        }
    }

    private static List<Parcel.Entry> entries(JsonParser json) throws IOException {
        expect(json.currentToken() == JsonToken.START_ARRAY, "messages as an array");
        List<Parcel.Entry> entries = new ArrayList<>(128);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            entries.add(entry(json));
        }
        expect(json.currentToken() == JsonToken.END_ARRAY, "each message as an object");
        return entries;
    }

    private static Parcel.Entry entry(JsonParser json) throws IOException {
        String id = null;
        String place = null;
        Kind kind = Kind.RECEIPT;
        Content content = null;
        String hash = null;
        List<Fault> faults = List.of();
        String receiptNumber = null;
        String original = null;
        int attempts = 0;
        long failedAt = 0;
        int replays = 0;
        String contactOf = null;
        String voids = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getValueAsString();
                case "place" -> place = json.getValueAsString();
                case "kind" -> kind = kind(json.getValueAsString());
                case "receipt", "order", "contact" -> content = Content.read(kind(field), json);
                case "hash" -> hash = json.getValueAsString();
                case "faults" -> faults = FaultJson.readAll(json);
                case "receiptNumber" -> receiptNumber = json.getValueAsString();
                case "original" -> original = json.getValueAsString();
                case "attempts" -> attempts = json.getIntValue();
                case "failedAt" -> failedAt = json.getLongValue();
                case "replays" -> replays = json.getIntValue();
                case "contactOf" -> contactOf = json.getValueAsString();
                case "voids" -> voids = json.getValueAsString();
                default -> json.skipChildren();
            }
        }
        expect(fits(id, 100), "a message's id");
        expect(
                content == null ? !faults.isEmpty() || voids != null : fits(hash, 32),
                "a message's content with its hash, its faults, or what it voids");
        expect(content == null || content.kind() == kind, "content of the kind " + kind.field());
        return new Parcel.Entry(
                id,
                place,
                kind,
                content,
                hash,
                faults,
                receiptNumber,
                original,
                attempts,
                failedAt,
                replays,
                contactOf,
                voids);
    }

    private static Kind kind(String field) {
        for (Kind kind : Kind.values()) {
            if (kind.field().equals(field)) {
                return kind;
            }
        }
        throw new UnreadableParcel("expected receipt, order or contact as kind", null);
    }

    /** What does not fit its column could never be settled, and its parcel would come back for ever. */
    private static boolean fits(String id, int most) {
        return id != null && !id.isEmpty() && id.length() <= most && id.indexOf('\0') < 0;
    }

    private static void expect(boolean found, String what) {
        if (!found) {
            throw new UnreadableParcel("expected " + what, null);
        }
    }
}
