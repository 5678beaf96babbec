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
 * @param fields by their canonical names; {@code grossBeforeDiscounts} instead of {@code gross} when the file has it so, neither
 *     when it is the quantity times the unit price, less the discounts
 * @param discounts the discounts in the line's own columns
 * @param discountRow the discount in a record of its own, or null
 * @param taxRow the VAT in a record of its own, or null
 * @param signs what makes it a return
 * @param taxAdded whether the line's VAT comes on top of its amounts
 */
record LineFields(
        Map<String, Field> fields,
        List<DiscountFields> discounts,
        DiscountFields discountRow,
        TaxFields taxRow,
        Signs signs,
        boolean taxAdded) {

    /**
     * The line of a row.
     *
     * @param number its number when the file has none
     * @param discountRows the records of discounts behind it
     * @param taxRows the records of VAT behind it
     */
    Line line(Cells cells, int number, List<Row> discountRows, List<Row> taxRows) {
        BigDecimal quantity = cells.requiredNumber(fields.get("quantity"));
        BigDecimal written = cells.requiredNumber(amountField());
        LineType type = signs.type(quantity, written, cells.text(fields.get("type")));
        BigDecimal count = signs.quantity(type, quantity);
        BigDecimal price = unitPrice(cells, type);
        List<LineDiscount> taken = Stream.concat(
                        discounts.stream().map(each -> each.onLine(cells, signs, type)),
                        discountRows.stream()
                                .map(row -> discountRow.onLine(new Cells(row, cells.faults()), signs, type)))
                .filter(Objects::nonNull)
                .toList();
        BigDecimal gross = gross(cells, type, written, count, price, taken);
        LineTax tax = tax(cells, type, taxRows);
        LineTax borne = taxAdded ? tax.onTopOf(gross) : tax;
        String sku = cells.required(fields.get("sku"));
        String kind = cells.text(fields.get("kind"));
        String articleNumber = cells.text(fields.get("articleNumber"));
        return new Line(
                number(cells, number),
                type,
                kind == null ? null : LineKind.valueOf(kind),
                sku,
                articleNumber == null ? sku : articleNumber,
                cells.required(fields.get("articleName")),
                cells.text(fields.get("articleGroup")),
                positive(cells, fields.get("quantity"), count),
                taxAdded ? null : price,
                taxAdded && gross != null ? gross.add(borne.amount()) : gross,
                positive(cells, fields.get("taxPercent"), borne.percent()),
                positive(cells, taxField(), borne.amount()),
                taken,
                cells.flag(fields.get("awardsBonus")),
                cells.flag(fields.get("discountable")));
    }

    /** Whether tax of the receipt is for this line too. */
    boolean isTaxable(Cells cells) {
        return !Boolean.FALSE.equals(cells.flag(fields.get("taxable")));
    }

    /** Whether there is no such line: one that every receipt may have stands in a column that is blank or zero then. */
    boolean isNothing(Cells cells) {
        BigDecimal amount = cells.number(amountField());
        return amount == null || amount.signum() == 0;
    }

    private Field amountField() {
        Field written = fields.getOrDefault("gross", fields.get("grossBeforeDiscounts"));
        return written == null ? fields.get("unitPrice") : written;
    }

    private BigDecimal gross(
            Cells cells,
            LineType type,
            BigDecimal written,
            BigDecimal count,
            BigDecimal price,
            List<LineDiscount> taken) {
        boolean computed = amountField() == fields.get("unitPrice");
        if (written == null || computed && count == null) {
            return null;
        }
        BigDecimal value = computed ? Exact.product(count, price) : signs.amount(type, written);
        BigDecimal gross = fields.containsKey("gross")
                ? value
                : taken.stream().map(LineDiscount::amount).reduce(value, BigDecimal::subtract);
        return positive(cells, amountField(), gross);
    }

    private LineTax tax(Cells cells, LineType type, List<Row> rows) {
        LineTax own = new LineTax(
                cells.number(fields.get("taxPercent")), signs.amount(type, cells.number(fields.get("taxAmount"))));
        return rows.isEmpty() ? own : own.orElse(LineTax.ofRows(taxRow, rows, cells, signs, type));
    }

    private Field taxField() {
        return fields.containsKey("taxAmount") || taxRow == null ? fields.get("taxAmount") : taxRow.amount();
    }

    /** The price of one is positive in nearly all files whatever the line is, so both signs are taken on a return. */
    private BigDecimal unitPrice(Cells cells, LineType type) {
        BigDecimal price = cells.number(fields.get("unitPrice"));
        return price != null && type == LineType.RETURN ? price.abs() : positive(cells, fields.get("unitPrice"), price);
    }

    private int number(Cells cells, int otherwise) {
        BigDecimal number = cells.number(fields.get("number"));
        if (number == null) {
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            cells.fault(
                    fields.get("number"),
                    "not-a-number",
                    number.toPlainString(),
                    "a whole line number should stand here");
            return otherwise;
        }
    }

    private static BigDecimal positive(Cells cells, Field field, BigDecimal value) {
        if (field != null && value != null && value.signum() < 0) {
            cells.fault(
                    field,
                    "sign-contradiction",
                    value.toPlainString(),
                    "once the sign of a return is turned as the layout's `returns` says, this is still negative: correct the"
                            + " file, or `returns`");
        }
        return value;
    }

    /** The fields that stand in the line's own columns. */
    Stream<Field> all() {
        return Stream.concat(fields.values().stream(), discounts.stream().flatMap(DiscountFields::fields));
    }
}
