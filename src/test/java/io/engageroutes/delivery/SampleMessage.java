package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message of the document {@code till-1.xml}, changed by tests where their rule is. */
public final class SampleMessage {

    public static final String DOCUMENT = "6f1c2c0e-0000-4000-8000-000000000001";

    private String source = "till";
    private String document = DOCUMENT;
    private String id = DOCUMENT + "-1";
    private String place = "transaction 1";
    private String uniqueId = "SE-3004-1-20260301-000871";
    private String receiptNumber = "000871";
    private String gross = "100.00";
    private String original;
    private boolean rejected;
    private int replays;

    public static SampleMessage message() {
        return new SampleMessage();
    }

    public SampleMessage source(String value) {
        source = value;
        return this;
    }

    public SampleMessage document(String value) {
        document = value;
        return this;
    }

    public SampleMessage id(String value) {
        id = value;
        return this;
    }

    public SampleMessage place(String value) {
        place = value;
        return this;
    }

    public SampleMessage uniqueId(String value) {
        uniqueId = value;
        return this;
    }

    public SampleMessage receiptNumber(String value) {
        receiptNumber = value;
        return this;
    }

    public SampleMessage gross(String value) {
        gross = value;
        return this;
    }

    public SampleMessage original(String value) {
        original = value;
        return this;
    }

    /** The document's reader could not make a receipt of it. */
    public SampleMessage rejected() {
        rejected = true;
        return this;
    }

    public SampleMessage replays(int value) {
        replays = value;
        return this;
    }

    public static String json(String uniqueId, String receiptNumber, String gross) {
        return """
                {"uniqueId":"%s","receiptNumber":"%s","storeId":"3004","occurredAt":"2026-03-01T14:22:00+01:00",\
                "currency":"SEK","contactKeys":[{"type":"email","value":"anna@example.com"}],\
                "lines":[{"number":1,"type":"SALE","kind":"GOODS","sku":"A-1","articleNumber":"A-1","articleName":"Tröja",\
                "quantity":"1","gross":"%s","taxPercent":"25"}],\
                "tenders":[{"type":"CARD","amount":"%s","voucher":false}]}""".formatted(uniqueId, receiptNumber, gross, gross);
    }

    public Receipt receipt() {
        try {
            return ReceiptJson.read(json(uniqueId, receiptNumber, gross).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ReceiptMessage build() {
        Parcel.Entry entry;
        if (rejected) {
            entry = new Parcel.Entry(id, place, null, null, faults("cut-off"), receiptNumber, original, 0, 0, replays);
        } else {
            String hash = ContentHash.of(ReceiptJson.bytes(receipt()));
            entry = new Parcel.Entry(id, place, receipt(), hash, List.of(), null, original, 0, 0, replays);
        }
        return new ReceiptMessage(new Parcel(source, document, "till-1.xml", List.of(entry)), entry);
    }

    public ReceiptMessage ended(End end) {
        return endedAs(build(), end);
    }

    public static ReceiptMessage endedAs(ReceiptMessage message, End end) {
        message.end(end);
        return message;
    }

    public ReceiptMessage dead(String... codes) {
        return ended(new End.Dead(faults(codes), null));
    }

    public static List<Fault> faults(String... codes) {
        return List.of(codes).stream()
                .map(code -> new Fault(code, "lines[0].gross", "1", "should be right"))
                .toList();
    }
}
