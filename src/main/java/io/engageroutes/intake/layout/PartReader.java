package io.engageroutes.intake.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads from a layout where the parts of a receipt stand that are no lines. */
final class PartReader {

    private final FieldReader fields;

    PartReader(FieldReader fields) {
        this.fields = fields;
    }

    /** A discount on the whole receipt. */
    DiscountFields discount(Section section) {
        return discount(
                section, fields.text(section, "lines"), fields.text(section, "voucherId"), null, null, amount(section));
    }

    /** A discount on one line. */
    DiscountFields lineDiscount(Section section) {
        Field quantity = fields.number(section, "quantity");
        Field unitAmount = fields.number(section, "unitAmount");
        Field amount = fields.number(section, "amount");
        if ((quantity == null) != (unitAmount == null) || (amount == null) == (unitAmount == null)) {
            section.fault(
                    "missing-mapping",
                    "amount",
                    null,
                    "either the column of the `amount` should stand here, or both `quantity` and `unitAmount`");
        }
        return discount(section, null, null, quantity, unitAmount, amount);
    }

    private DiscountFields discount(
            Section section, Field lines, Field voucherId, Field quantity, Field unitAmount, Field amount) {
        return new DiscountFields(
                fields.text(section, "type"),
                fields.text(section, "description"),
                amount,
                quantity,
                unitAmount,
                lines,
                voucherId,
                section.has("promotionId") ? promotion(section) : null);
    }

    private Field amount(Section section) {
        Field amount = fields.number(section, "amount");
        if (amount == null) {
            section.fault("missing-mapping", "amount", null, "the column of the amount should stand here");
        }
        return amount;
    }

    PromotionFields promotion(Section section) {
        Field promotion = fields.text(section, "promotionId");
        if (promotion == null) {
            section.fault("missing-mapping", "promotionId", null, "the column of the promotion should stand here");
        }
        return new PromotionFields(promotion, fields.text(section, "couponId"));
    }

    VoucherFields voucher(Section section) {
        Field column = fields.text(section, "number");
        if (column == null) {
            section.fault("missing-mapping", "number", null, "the column of the voucher's number should stand here");
        }
        return new VoucherFields(column, section.text("separator", null));
    }

    TenderFields tender(Section section) {
        Map<String, Field> names = new LinkedHashMap<>();
        MappingReader.put(names, "type", fields.text(section, "type"));
        MappingReader.put(names, "amount", fields.number(section, "amount"));
        MappingReader.required(section, names, "type", "amount");
        return new TenderFields(
                names.get("type"),
                fields.text(section, "description"),
                names.get("amount"),
                fields.flag(section, "voucher"),
                fields.text(section, "voucherId"));
    }

    /** VAT of the receipt. */
    TaxFields tax(Section section) {
        return new TaxFields(null, amount(section));
    }

    TaxFields lineTax(Section section) {
        TaxFields tax = new TaxFields(fields.number(section, "percent"), fields.number(section, "amount"));
        if (tax.fields().findAny().isEmpty()) {
            section.fault(
                    "missing-mapping",
                    "percent",
                    null,
                    "the column of the `percent`, the `amount` or both should stand here");
        }
        return tax;
    }
}
