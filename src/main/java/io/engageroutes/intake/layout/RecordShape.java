package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A receipt whose first record is its header, with records of other types behind it. */
final class RecordShape implements ReceiptShape {

    private final Mapping mapping;

    RecordShape(Mapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public Row header(List<Row> rows, List<Fault> faults) {
        Row first = rows.get(0);
        if (first.fault() != null) {
            return null;
        }
        List<Row> around = new ArrayList<>(first.around());
        around.addAll(once(rows, RecordKind.RECEIPT_PART, faults));
        around.addAll(once(rows, RecordKind.RECEIPT_TRAILER, faults));
        return first.within(around);
    }

    @Override
    public RowParts parts(List<Row> rows, List<Fault> faults) {
        RowParts parts = new RowParts(mapping);
        Row header = header(rows, new ArrayList<>());
        if (header == null) {
            return parts;
        }
        List<Row> around = new ArrayList<>(List.of(header));
        around.addAll(header.around());
        for (int at = 1; at < rows.size(); at++) {
            Row row = rows.get(at);
            if (row.fault() == null && !row.type().kind().isOfLine()) {
                add(parts, new Cells(row.within(around), faults), behind(rows, at));
            }
        }
        return parts;
    }

    private void add(RowParts parts, Cells cells, List<Row> behind) {
        RecordType type = cells.row().type();
        if (type.kinds() != null) {
            Kinds.Kind kind = type.kinds().of(cells);
            if (kind == Kinds.Kind.LINE) {
                line(parts, cells, behind);
            } else if (kind != null) {
                parts.add(kind, cells);
            }
            return;
        }
        switch (type.kind()) {
            case LINE -> line(parts, cells, behind);
            case TENDER -> parts.tender(cells);
            case DISCOUNT -> parts.discount(cells);
            case TAX -> parts.tax(cells);
            default -> {
                // its columns were lent to the receipt, or it carries nothing
            }
        }
    }

    private static void line(RowParts parts, Cells cells, List<Row> behind) {
        Row row = cells.row();
        List<Row> lent = new ArrayList<>(once(behind, RecordKind.LINE_PART, cells.faults()));
        lent.addAll(row.around());
        Row whole = row.within(lent);
        List<Row> around = new ArrayList<>(List.of(whole));
        around.addAll(lent);
        parts.line(
                new Cells(whole, cells.faults()),
                of(behind, RecordKind.LINE_DISCOUNT, around),
                of(behind, RecordKind.LINE_TAX, around));
    }

    /** The records of a line that follow it. */
    private static List<Row> behind(List<Row> rows, int line) {
        List<Row> behind = new ArrayList<>();
        for (int at = line + 1; at < rows.size(); at++) {
            Row row = rows.get(at);
            RecordKind kind = row.type().kind();
            if (kind.isOfLine() && row.fault() == null) {
                behind.add(row);
            } else if (kind != RecordKind.IGNORED && !kind.isOfLine()) {
                break;
            }
        }
        return behind;
    }

    private static List<Row> of(List<Row> rows, RecordKind kind, List<Row> around) {
        return rows.stream()
                .filter(row -> row.type().kind() == kind)
                .map(row -> row.within(around))
                .toList();
    }

    /** The records of this kind, of which each type may stand there once: a second one could contradict the first. */
    private static List<Row> once(List<Row> rows, RecordKind kind, List<Fault> faults) {
        Map<String, Row> found = new TreeMap<>();
        for (Row row : rows) {
            if (row.type().kind() == kind && row.fault() == null) {
                Row before = found.putIfAbsent(row.type().name(), row);
                if (before != null) {
                    faults.add(new Fault(
                            "record-twice",
                            row.place(),
                            null,
                            "one record of this type should stand here, and line " + before.line() + " has one: have it"
                                    + " written once, or let the layout ignore it"));
                }
            }
        }
        return List.copyOf(found.values());
    }
}
