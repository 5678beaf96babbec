package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.BasketDiscount;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Tender;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes a transaction of the rows of one receipt. */
final class ReceiptMapper {

    private final Mapping mapping;
    private final Source source;
    private final RepeatedColumns repeated;
    private final OriginalRows original;

    ReceiptMapper(Mapping mapping, Source source, OriginalRows original) {
        this.mapping = mapping;
        this.source = source;
        this.repeated = new RepeatedColumns(mapping);
        this.original = original;
    }

    Transaction transaction(RowGroup group) {
        // a row of the wrong length has its fault already: its values may stand in the wrong columns
        List<Row> sound =
                group.rows().stream().filter(row -> row.fault() == null).toList();
        if (group.key() == null || sound.isEmpty()) {
            return new Transaction.Rejected(group.faults(), group.place(), null, original.of(group.rows()));
        }
        List<Fault> faults = new ArrayList<>(group.faults());
        Cells header = new Cells(repeated.row(sound, faults), faults);
        Set<String> reasons = new LinkedHashSet<>();
        mapping.filters().forEach(filter -> reasons.add(filter.reason(header)));
        reasons.remove(null);
        if (!reasons.isEmpty() && group.faults().isEmpty() && noRowDiffers(faults)) {
            return new Transaction.NonSale(reasons.iterator().next(), group.place());
        }
        Receipt receipt = receipt(header, RowParts.of(sound, mapping, faults));
        if (group.stray() != null && receipt.total() == null) {
            faults.add(stray(group.stray()));
        }
        return faults.isEmpty()
                ? new Transaction.Sold(receipt, group.place(), () -> original.of(group.rows()))
                : new Transaction.Rejected(
                        distinct(faults), group.place(), receipt.receiptNumber(), original.of(group.rows()));
    }

    /** Rows that contradict each other about the status too may hide a sale. */
    private boolean noRowDiffers(List<Fault> faults) {
        return faults.stream()
                .noneMatch(fault -> fault.code().equals("header-differs")
                        && mapping.filters().stream().anyMatch(filter -> fault.place()
                                .endsWith("\"" + filter.field().column() + "\"")));
    }

    private Receipt receipt(Cells cells, RowParts parts) {
        String storeId = required(cells, "storeId");
        List<BasketDiscount> discounts = new ArrayList<>();
        mapping.discounts().forEach(each -> discounts.add(each.onReceipt(cells)));
        discounts.addAll(parts.discounts());
        discounts.removeIf(Objects::isNull);
        List<Tender> tenders = new ArrayList<>();
        mapping.tenders().forEach(each -> tenders.add(each.ofReceipt(cells)));
        tenders.addAll(parts.tenders());
        tenders.removeIf(Objects::isNull);
        Receipt receipt = new Receipt(
                text(cells, "uniqueId"),
                required(cells, "receiptNumber"),
                storeId,
                text(cells, "registerId"),
                text(cells, "sequence"),
                mapping.when().businessDate(cells),
                mapping.when().occurredAt(cells, storeId, source),
                required(cells, "currency"),
                ContactFields.first(mapping.contacts(), cells),
                parts.lines(),
                discounts,
                tenders,
                cells.number(mapping.receipt().get("total")),
                cells.number(mapping.receipt().get("taxTotal")),
                cells.number(mapping.receipt().get("cashRounding")),
                cells.number(mapping.receipt().get("exchangeRate")),
                List.of(),
                List.of());
        return mapping.uniqueId() == null ? receipt : identified(receipt, cells);
    }

    private Receipt identified(Receipt receipt, Cells cells) {
        List<String> missing = mapping.uniqueId().missing(receipt, source.name());
        if (!missing.isEmpty()) {
            cells.faults()
                    .add(new Fault(
                            "unique-id-incomplete",
                            cells.row().place(),
                            null,
                            "the unique id " + mapping.uniqueId().template() + " needs " + String.join(", ", missing)
                                    + ", which this receipt lacks"));
            return receipt;
        }
        return ReceiptWith.uniqueId(receipt, mapping.uniqueId().of(receipt, source.name()));
    }

    private String text(Cells cells, String name) {
        return cells.text(mapping.receipt().get(name));
    }

    private String required(Cells cells, String name) {
        return cells.required(mapping.receipt().get(name));
    }

    private static Fault stray(Row row) {
        return new Fault(
                "row-without-key",
                row.place(),
                null,
                "this row may belong to this receipt, which has no total to show that nothing is missing: mend the row and"
                        + " send the document again");
    }

    private static List<Fault> distinct(List<Fault> faults) {
        return faults.stream().distinct().toList();
    }
}
