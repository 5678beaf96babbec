package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.LineDiscount;
import io.engageroutes.receipt.LineKind;
import io.engageroutes.receipt.LineType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the fields of a line stand.
 *
 * @param columns its own
 * @param discounts the discounts in the line's own columns
 * @param discountRow the discount in a record of its own, or null
 * @param taxRow the VAT in a record of its own, or null
 * @param signs what makes it a return
 * @param taxAdded whether the line's VAT comes on top of its amounts
 */
record LineFields(
        LineColumns columns,
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
        BigDecimal quantity = cells.requiredNumber(columns.quantity());
        BigDecimal written = cells.requiredNumber(columns.amount());
        LineType type = signs.type(quantity, written, cells.text(columns.type()));
        BigDecimal count = signs.quantity(type, quantity);
        BigDecimal price = unitPrice(cells, type);
        List<LineDiscount> taken = taken(cells, type, discountRows);
        BigDecimal gross = gross(cells, type, written, count, price, taken);
        LineTax tax = tax(cells, type, taxRows);
        LineTax borne = taxAdded ? tax.onTopOf(gross) : tax;
        String sku = cells.required(columns.sku());
        String kind = cells.text(columns.kind());
        String articleNumber = cells.text(columns.articleNumber());
        return new Line(
                number(cells, number),
                type,
                kind == null ? null : LineKind.valueOf(kind),
                sku,
                articleNumber == null ? sku : articleNumber,
                cells.required(columns.articleName()),
                cells.text(columns.articleGroup()),
                positive(cells, columns.quantity(), count),
                taxAdded ? null : price,
                taxAdded && gross != null ? gross.add(borne.amount()) : gross,
                positive(cells, columns.taxPercent(), borne.percent()),
                positive(cells, columns.taxAmount(), borne.amount()),
                taken,
                cells.flag(columns.awardsBonus()),
                cells.flag(columns.discountable()));
    }

    /** Whether tax of the receipt is for this line too. */
    boolean isTaxable(Cells cells) {
        return !Boolean.FALSE.equals(cells.flag(columns.taxable()));
    }

    /** Whether there is no such line: one that every receipt may have stands in a column that is blank or zero then. */
    boolean isNothing(Cells cells) {
        BigDecimal amount = cells.number(columns.amount());
        return amount == null || amount.signum() == 0;
    }

    private List<LineDiscount> taken(Cells cells, LineType type, List<Row> rows) {
        List<LineDiscount> taken = new ArrayList<>(discounts.size() + rows.size());
        for (DiscountFields each : discounts) {
            add(taken, each.onLine(cells, signs, type));
        }
        for (Row row : rows) {
            add(taken, discountRow.onLine(new Cells(row, cells.faults()), signs, type));
        }
        return taken;
    }

    private static void add(List<LineDiscount> taken, LineDiscount discount) {
        if (discount != null) {
            taken.add(discount);
        }
    }

    private BigDecimal gross(
            Cells cells,
            LineType type,
            BigDecimal written,
            BigDecimal count,
            BigDecimal price,
            List<LineDiscount> taken) {
        if (written == null || columns.computed() && count == null) {
            return null;
        }
        BigDecimal gross = columns.computed() ? Exact.product(count, price) : signs.amount(type, written);
        if (!columns.afterDiscounts()) {
            for (LineDiscount each : taken) {
                gross = gross.subtract(each.amount());
            }
        }
        return positive(cells, columns.amount(), gross);
    }

    private LineTax tax(Cells cells, LineType type, List<Row> rows) {
        LineTax own =
                new LineTax(cells.number(columns.taxPercent()), signs.amount(type, cells.number(columns.taxAmount())));
        return rows.isEmpty() ? own : own.orElse(LineTax.ofRows(taxRow, rows, cells, signs, type));
    }

    /** The price of one is positive in nearly all files whatever the line is, so both signs are taken on a return. */
    private BigDecimal unitPrice(Cells cells, LineType type) {
        BigDecimal price = cells.number(columns.unitPrice());
        return price != null && type == LineType.RETURN ? price.abs() : positive(cells, columns.unitPrice(), price);
    }

    private int number(Cells cells, int otherwise) {
        BigDecimal number = cells.number(columns.number());
        if (number == null) {
            return otherwise;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            cells.fault(
                    columns.number(), "not-a-number", number.toPlainString(), "a whole line number should stand here");
            return otherwise;
        }
    }

    /** The value; negative is a fault. */
    static BigDecimal positive(Cells cells, Field field, BigDecimal value) {
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
        return Stream.concat(columns.all(), discounts.stream().flatMap(DiscountFields::fields));
    }
}
