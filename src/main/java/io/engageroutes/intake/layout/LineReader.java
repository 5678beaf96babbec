package io.engageroutes.intake.layout;

import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from a layout what the columns of a line mean and what makes it a return. */
final class LineReader {

    private static final Field ONE =
            new Field("quantity", null, List.of(), "1", null, null, null, null, null, false, false);

    private final Section file;
    private final boolean taxAdded;

    LineReader(Section file, boolean taxAdded) {
        this.file = file;
        this.taxAdded = taxAdded;
    }

    /**
     * The lines of a file.
     *
     * @param discountRow discounts in records of their own, or null
     * @param taxRow the VAT in a record of its own, or null
     */
    LineFields read(FieldReader fields, DiscountFields discountRow, TaxFields taxRow) {
        Section line = file.section("line");
        Map<String, Field> names = names(line, fields);
        MappingReader.put(names, "type", fields.oneOf(line, "type", LineType.class));
        List<DiscountFields> discounts = MappingReader.listed(line, "discounts", new PartReader(fields)::lineDiscount);
        boolean computed = line.flag("computed", false);
        line.refuseUnknown();
        MappingReader.required(line, names, "sku", "articleName", "quantity");
        long amounts = names.keySet().stream()
                        .filter(List.of("gross", "grossBeforeDiscounts")::contains)
                        .count()
                + (computed && names.containsKey("unitPrice") ? 1 : 0);
        if (amounts != 1 || computed && !names.containsKey("unitPrice")) {
            line.fault(
                    "missing-mapping",
                    "gross",
                    null,
                    "either `gross`, after the line's own discounts, or `grossBeforeDiscounts` should be read from a column, or"
                            + " `computed: true` stand beside `unitPrice`: quantity times unit price, less the discounts");
        }
        return new LineFields(LineColumns.of(names), discounts, discountRow, taxRow, signs(names, computed), taxAdded);
    }

    /** A line that every receipt may have, such as freight, in columns of the receipt. */
    LineFields extra(Section line, FieldReader fields) {
        Map<String, Field> names = names(line, fields);
        names.putIfAbsent("quantity", ONE);
        MappingReader.required(line, names, "sku", "articleName", "gross");
        Signs signs = new Signs(Signs.By.AMOUNT, Signs.Sign.POSITIVE, Signs.Sign.NEGATIVE);
        return new LineFields(LineColumns.of(names), List.of(), null, null, signs, taxAdded);
    }

    private static Map<String, Field> names(Section line, FieldReader fields) {
        Map<String, Field> names = new LinkedHashMap<>();
        for (String name : List.of("sku", "articleNumber", "articleName", "articleGroup")) {
            MappingReader.put(names, name, fields.text(line, name));
        }
        for (String name : List.of(
                "number", "quantity", "unitPrice", "gross", "grossBeforeDiscounts", "taxPercent", "taxAmount")) {
            MappingReader.put(names, name, fields.number(line, name));
        }
        for (String name : List.of("awardsBonus", "discountable", "taxable")) {
            MappingReader.put(names, name, fields.flag(line, name));
        }
        MappingReader.put(names, "kind", fields.oneOf(line, "kind", LineKind.class));
        return names;
    }

    private Signs signs(Map<String, Field> names, boolean computed) {
        Section returns = file.section("returns");
        Signs.By by = returns.oneOf("by", Signs.By.class, null);
        if (by == null && !returns.has("by")) {
            returns.fault(
                    "missing-key",
                    "by",
                    null,
                    "what makes a line a return should stand here: quantity, amount or type");
        }
        if (by == Signs.By.AMOUNT && computed) {
            returns.fault(
                    "unknown-value", "by", "amount", "quantity or type should stand here when the amount is computed");
        }
        if (by == Signs.By.TYPE != names.containsKey("type")) {
            returns.fault(
                    "missing-mapping",
                    "by",
                    null,
                    "line.type should be read from a column when returns are told by type, and only then");
        }
        boolean bySign = by == Signs.By.QUANTITY;
        Signs.Sign quantity =
                returns.oneOf("quantity", Signs.Sign.class, bySign ? Signs.Sign.NEGATIVE : Signs.Sign.POSITIVE);
        Signs.Sign amounts = returns.oneOf(
                "amounts", Signs.Sign.class, by == Signs.By.TYPE ? Signs.Sign.POSITIVE : Signs.Sign.NEGATIVE);
        if (by == Signs.By.QUANTITY && quantity != Signs.Sign.NEGATIVE
                || by == Signs.By.AMOUNT && amounts != Signs.Sign.NEGATIVE) {
            returns.fault("unknown-value", "by", null, "what tells a return by its minus is negative on it");
        }
        returns.refuseUnknown();
        return new Signs(by, quantity, amounts);
    }
}
