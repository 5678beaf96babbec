package io.engageroutes.intake.layout;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.PromotionUse;
import io.engageroutes.receipt.Tender;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the single rows of a receipt are: lines, payments and discounts, each in the order of the file. */
final class RowParts {

    private final Mapping mapping;
    private final List<Line> lines = new ArrayList<>();
    private final List<Boolean> taxable = new ArrayList<>();
    private final List<BasketDiscount> discounts = new ArrayList<>();
    private final List<Tender> tenders = new ArrayList<>();
    private final Set<PromotionUse> promotions = new LinkedHashSet<>();
    private BigDecimal tax;

    RowParts(Mapping mapping) {
        this.mapping = mapping;
    }

    List<Line> lines() {
        return lines;
    }

    List<BasketDiscount> discounts() {
        return discounts;
    }

    List<Tender> tenders() {
        return tenders;
    }

    Set<PromotionUse> promotions() {
        return promotions;
    }

    /** The VAT that rows of their own give for the whole receipt, or null. */
    BigDecimal tax() {
        return tax;
    }

    /** Takes in a row of a file whose rows are alike. */
    void add(Kinds.Kind kind, Cells cells) {
        switch (kind) {
            case LINE -> line(cells, List.of(), List.of());
            case TENDER -> tender(cells);
            case DISCOUNT -> discount(cells);
            case IGNORED -> {
                // rows of text and the like: the layout says that they carry nothing
            }
        }
    }

    void line(Cells cells, List<Row> discountRows, List<Row> taxRows) {
        LineFields fields = mapping.line();
        add(fields, cells, lines.size() + 1, discountRows, taxRows);
        fields.discounts().forEach(each -> promotion(each.promotion(cells)));
        discountRows.forEach(row -> promotion(fields.discountRow().promotion(new Cells(row, cells.faults()))));
    }

    /** A line that stands in the columns of the receipt itself. */
    void extraLine(LineFields fields, Cells cells) {
        if (!fields.isNothing(cells)) {
            int last = lines.stream().mapToInt(Line::number).max().orElse(0);
            add(fields, cells, last + 1, List.of(), List.of());
        }
    }

    private void add(LineFields fields, Cells cells, int number, List<Row> discountRows, List<Row> taxRows) {
        lines.add(fields.line(cells, number, discountRows, taxRows));
        taxable.add(fields.isTaxable(cells));
    }

    void tender(Cells cells) {
        tenders.add(mapping.tenderRow().ofRow(cells));
    }

    void discount(Cells cells) {
        BasketDiscount discount = mapping.discountRow().onReceipt(cells);
        if (discount != null) {
            discounts.add(discount);
        }
        promotion(mapping.discountRow().promotion(cells));
    }

    void tax(Cells cells) {
        BigDecimal one = cells.requiredNumber(mapping.taxRow().amount());
        tax = tax == null || one == null ? one : tax.add(one);
    }

    private void promotion(PromotionUse use) {
        if (use != null) {
            promotions.add(use);
        }
    }

    /** Puts the VAT of the receipt on top of its lines, where the file has it so. */
    void spreadTax(Cells cells) {
        if (mapping.taxes().receiptAdded() && tax != null && lines.stream().noneMatch(line -> line.gross() == null)) {
            List<Line> taxed = AddedTax.spread(tax, lines, taxable);
            if (taxed == null) {
                cells.faults().add(AddedTax.fits(cells.row().place(), tax));
            } else {
                lines.clear();
                lines.addAll(taxed);
            }
        }
    }
}
