package io.engageroutes.intake.layout;

import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Line;
import io.engageroutes.receipt.Tender;
import java.util.ArrayList;
import java.util.List;

/** What the single rows of a receipt are: lines, payments and discounts, each in the order of the file. */
record RowParts(List<Line> lines, List<BasketDiscount> discounts, List<Tender> tenders) {

    static RowParts of(List<Row> rows, Mapping mapping, List<Fault> faults) {
        RowParts parts = new RowParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            Cells cells = new Cells(row, faults);
            Kinds.Kind kind = mapping.kinds().of(cells);
            if (kind != null) {
                parts.add(kind, cells, mapping);
            }
        }
        return parts;
    }

    private void add(Kinds.Kind kind, Cells cells, Mapping mapping) {
        switch (kind) {
            case LINE -> lines.add(mapping.line().line(cells, lines.size() + 1));
            case TENDER -> tenders.add(mapping.tenderRow().ofRow(cells));
            case DISCOUNT -> discounts.add(mapping.discountRow().onReceipt(cells));
            case IGNORED -> {
                // rows of text and the like: the layout says that they carry nothing
            }
        }
    }
}
