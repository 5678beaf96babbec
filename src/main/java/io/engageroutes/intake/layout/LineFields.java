package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the fields of a line stand.
 *
 * @param fields by their canonical names; {@code grossBeforeDiscounts} instead of {@code gross} when the file has it so
 * @param discounts the discounts of the line
 * @param signs what makes it a return
 */
record LineFields(Map<String, Field> fields, List<DiscountFields> discounts, Signs signs) {

    /** @param position the line's place in the receipt, from 1 */
    Line line(Cells cells, int position) {
        BigDecimal quantity = cells.requiredNumber(fields.get("quantity"));
        Field grossField = fields.getOrDefault("gross", fields.get("grossBeforeDiscounts"));
        BigDecimal written = cells.requiredNumber(grossField);
        LineType type = signs.type(quantity, written, cells.text(fields.get("type")));
        List<LineDiscount> taken = discounts.stream()
                .map(each -> each.onLine(cells, signs, type))
                .filter(Objects::nonNull)
                .toList();
        String sku = cells.required(fields.get("sku"));
        String kind = cells.text(fields.get("kind"));
        String articleNumber = cells.text(fields.get("articleNumber"));
        return new Line(
                number(cells, position),
                type,
                kind == null ? null : LineKind.valueOf(kind),
                sku,
                articleNumber == null ? sku : articleNumber,
                cells.required(fields.get("articleName")),
                cells.text(fields.get("articleGroup")),
                positive(cells, "quantity", signs.quantity(type, quantity)),
                unitPrice(cells, type),
                gross(cells, grossField, signs.amount(type, written), taken),
                positive(cells, "taxPercent", cells.number(fields.get("taxPercent"))),
                positive(cells, "taxAmount", signs.amount(type, cells.number(fields.get("taxAmount")))),
                taken,
                cells.flag(fields.get("awardsBonus")),
                cells.flag(fields.get("discountable")));
    }

    private BigDecimal gross(Cells cells, Field field, BigDecimal value, List<LineDiscount> taken) {
        if (value == null) {
            return null;
        }
        BigDecimal gross = field.name().endsWith("gross")
                ? value
                : taken.stream().map(LineDiscount::amount).reduce(value, BigDecimal::subtract);
        return positive(cells, field, gross);
    }

    /** The price of one is positive in nearly all files whatever the line is, so both signs are taken on a return. */
    private BigDecimal unitPrice(Cells cells, LineType type) {
        BigDecimal price = cells.number(fields.get("unitPrice"));
        return price != null && type == LineType.RETURN ? price.abs() : positive(cells, "unitPrice", price);
    }

    private int number(Cells cells, int position) {
        BigDecimal number = cells.number(fields.get("number"));
        if (number == null) {
            return position;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            cells.fault(
                    fields.get("number"),
                    "not-a-number",
                    number.toPlainString(),
                    "a whole line number should stand here");
            return position;
        }
    }

    private BigDecimal positive(Cells cells, String name, BigDecimal value) {
        return positive(cells, fields.get(name), value);
    }

    private BigDecimal positive(Cells cells, Field field, BigDecimal value) {
        if (value != null && value.signum() < 0) {
            cells.fault(
                    field,
                    "sign-contradiction",
                    value.toPlainString(),
                    "once the sign of a return is turned as the layout's `returns` says, this is still negative: correct the"
                            + " file, or `returns`");
        }
        return value;
    }

    Stream<Field> all() {
        return Stream.concat(fields.values().stream(), discounts.stream().flatMap(DiscountFields::fields));
    }
}
