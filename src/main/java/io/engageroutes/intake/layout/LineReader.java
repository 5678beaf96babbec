package io.engageroutes.intake.layout;

import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads from a layout what the columns of a line mean and what makes it a return. */
final class LineReader {

    private final Section file;
    private final FieldReader fields;
    private final Function<Section, DiscountFields> discount;

    LineReader(Section file, FieldReader fields, Function<Section, DiscountFields> discount) {
        this.file = file;
        this.fields = fields;
        this.discount = discount;
    }

    LineFields read() {
        Section line = file.section("line");
        Map<String, Field> names = new LinkedHashMap<>();
        for (String name : List.of("sku", "articleNumber", "articleName", "articleGroup")) {
            MappingReader.put(names, name, fields.text(line, name));
        }
        for (String name : List.of(
                "number", "quantity", "unitPrice", "gross", "grossBeforeDiscounts", "taxPercent", "taxAmount")) {
            MappingReader.put(names, name, fields.number(line, name));
        }
        for (String name : List.of("awardsBonus", "discountable")) {
            MappingReader.put(names, name, fields.flag(line, name));
        }
        MappingReader.put(names, "type", fields.oneOf(line, "type", LineType.class));
        MappingReader.put(names, "kind", fields.oneOf(line, "kind", LineKind.class));
        List<DiscountFields> discounts = MappingReader.listed(line, "discounts", discount);
        line.refuseUnknown();
        MappingReader.required(line, names, "sku", "articleName", "quantity");
        if (names.containsKey("gross") == names.containsKey("grossBeforeDiscounts")) {
            line.fault(
                    "missing-mapping",
                    "gross",
                    null,
                    "either `gross`, after the line's own discounts, or `grossBeforeDiscounts` should be read from a column");
        }
        return new LineFields(names, discounts, signs(names));
    }

    private Signs signs(Map<String, Field> names) {
        Section returns = file.section("returns");
        Signs.By by = returns.oneOf("by", Signs.By.class, null);
        if (by == null && !returns.has("by")) {
            returns.fault(
                    "missing-key",
                    "by",
                    null,
                    "what makes a line a return should stand here: quantity, amount or type");
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
