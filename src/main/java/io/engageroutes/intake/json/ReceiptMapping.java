package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes a transaction of one canonical JSON object; the fields are those of {@link Receipt} and its parts. */
public final class ReceiptMapping {

    private static final String COMPLETED = "receipt.completed";
    private static final Pattern EVENT_TYPE = Pattern.compile("[a-z]{1,20}\\.[a-z]{1,20}");

    private final OccurredAt occurredAt;

    /** Of canonical receipts as they were sent: times with offset stay as they are. */
    public ReceiptMapping(Source source) {
        this(source, false);
    }

    /**
     * Of receipts that a mapping made.
     *
     * @param utcIsStoreTime whether a time in UTC becomes the store's own, where its zone is known
     */
    public ReceiptMapping(Source source, boolean utcIsStoreTime) {
        this.occurredAt = new OccurredAt(source, utcIsStoreTime);
    }

    Transaction transaction(DocumentPart part) {
        if (part.value() == null) {
            return new Transaction.Rejected(
                    part.faults(), part.place(), null, OriginalText.ofBroken(part.unreadable()));
        }
        return transaction(part.value(), part.faults(), part.place(), () -> OriginalText.of(part.value()));
    }

    /**
     * Makes a transaction of one object.
     *
     * @param known what was found wrong before
     * @param place where it stands in its document
     * @param original makes the text to keep, without what must not be kept
     */
    public Transaction transaction(JsonNode root, List<Fault> known, String place, Supplier<String> original) {
        if (!root.isObject()) {
            Fault fault = new Fault(
                    "not-a-receipt", place, null, "a receipt, that is an object in braces, should stand here");
            return new Transaction.Rejected(List.of(fault), place, null, original.get());
        }
        List<Fault> faults = new ArrayList<>(known);
        JsonPart part = new JsonPart(root, "", faults);
        JsonFields fields = new JsonFields(part);
        String eventType = fields.text("eventType");
        if (eventType != null && !eventType.equals(COMPLETED)) {
            return otherEvent(eventType, part, faults, original, place);
        }
        envelope(fields, part);
        Receipt receipt = receipt(fields, part);
        part.refuseUnknown();
        return faults.isEmpty()
                ? new Transaction.Sold(receipt, place, original)
                : new Transaction.Rejected(faults, place, receipt.receiptNumber(), original.get(), receipt);
    }

    private static Transaction otherEvent(
            String eventType, JsonPart part, List<Fault> faults, Supplier<String> original, String place) {
        if (EVENT_TYPE.matcher(eventType).matches()) {
            return new Transaction.NonSale(eventType.replace('.', '-'), place);
        }
        part.fault(
                "unknown-value",
                "eventType",
                eventType,
                "only " + COMPLETED + " brings a receipt; leave the field out");
        return new Transaction.Rejected(faults, place, new JsonFields(part).text("receiptNumber"), original.get());
    }

    private static void envelope(JsonFields fields, JsonPart part) {
        fields.text("eventId");
        String version = fields.text("schemaVersion");
        if (version != null && !version.equals("1")) {
            part.fault(
                    "unknown-value",
                    "schemaVersion",
                    version,
                    "only version \"1\" is known; leave the field out or send \"1\"");
        }
    }

    private Receipt receipt(JsonFields fields, JsonPart part) {
        String storeId = fields.text("storeId");
        return new Receipt(
                fields.required("uniqueId"),
                fields.required("receiptNumber"),
                storeId,
                fields.text("registerId"),
                fields.text("sequence"),
                fields.parsed(
                        "businessDate", OccurredAt::day, "not-a-date", "a day such as 2026-03-01 should stand here"),
                occurredAt.read(fields, part, storeId),
                fields.text("currency"),
                fields.objects("contactKeys", (key, position) -> contactKey(key)),
                fields.objects("lines", ReceiptMapping::line),
                fields.objects("basketDiscounts", (discount, position) -> basketDiscount(discount)),
                fields.objects("tenders", (tender, position) -> tender(tender)),
                fields.decimal("total"),
                fields.decimal("taxTotal"),
                fields.decimal("cashRounding"),
                fields.amount("exchangeRate"),
                fields.texts("vouchersUsed"),
                fields.objects(
                        "promotionsUsed",
                        (use, position) -> new PromotionUse(use.required("promotionId"), use.text("couponId"))));
    }

    /** What an order holds of a receipt; a part of its own, so that the places of its faults are paths in the order. */
    Receipt basket(JsonFields fields, JsonPart part) {
        return receipt(fields, part);
    }

    static ContactKey contactKey(JsonFields fields) {
        ContactKeyType type = fields.required("type", fields.oneOf("type", ContactKeyType.class));
        return new ContactKey(type, fields.required("value"));
    }

    private static Line line(JsonFields fields, int position) {
        String sku = fields.text("sku");
        String articleNumber = fields.text("articleNumber");
        return new Line(
                Objects.requireNonNullElse(fields.wholeNumber("number"), position),
                Objects.requireNonNullElse(fields.oneOf("type", LineType.class), LineType.SALE),
                fields.oneOf("kind", LineKind.class),
                sku,
                articleNumber == null ? sku : articleNumber,
                fields.text("articleName"),
                fields.text("articleGroup"),
                fields.amount("quantity"),
                fields.amount("unitPrice"),
                fields.amount("gross"),
                fields.amount("taxPercent"),
                fields.amount("taxAmount"),
                fields.objects("discounts", (discount, at) -> lineDiscount(discount)),
                fields.bool("awardsBonus"),
                fields.bool("discountable"));
    }

    private static LineDiscount lineDiscount(JsonFields fields) {
        return new LineDiscount(fields.text("type"), fields.text("description"), fields.amount("amount"));
    }

    private static BasketDiscount basketDiscount(JsonFields fields) {
        return new BasketDiscount(
                fields.text("type"),
                fields.text("description"),
                fields.amount("amount"),
                fields.wholeNumbers("lines"),
                fields.text("voucherId"));
    }

    private static Tender tender(JsonFields fields) {
        return new Tender(
                fields.text("type"),
                fields.text("description"),
                fields.decimal("amount"),
                Boolean.TRUE.equals(fields.bool("voucher")),
                fields.text("voucherId"));
    }
}
