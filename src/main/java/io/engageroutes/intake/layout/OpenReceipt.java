package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A receipt whose records are still coming in. */
final class OpenReceipt {

    private final RowGroup group;
    private final Row header;
    private final RecordTypes types;
    private final Tallying tallying;
    private final Deque<RecordType> path = new ArrayDeque<>();
    private final int mostRows;

    OpenReceipt(Row header, Row fileHeader, RecordTypes types, int mostRows) {
        this.header = header;
        this.types = types;
        this.mostRows = mostRows;
        this.tallying = new Tallying(types.of(RecordKind.RECEIPT_TRAILER)
                .flatMap(type -> type.tallies().stream())
                .toList());
        this.group = new RowGroup(List.of());
        Row first = fileHeader == null ? header : header.within(List.of(fileHeader));
        group.add(first, mostRows);
        tallying.end(header);
        path.push(header.type());
    }

    void take(Row row) {
        RecordType type = row.type();
        if (type.kind() == RecordKind.RECEIPT_TRAILER) {
            tallying.end(row);
            if (row.fault() == null) {
                tallying.faults(row).forEach(group::fault);
            }
        } else {
            tallying.between(row);
        }
        if (row.fault() == null && !fits(type)) {
            group.add(
                    row.spoilt(misplaced(row, "it should stand behind one of " + String.join(", ", parents(type)))),
                    mostRows);
            return;
        }
        group.add(row, mostRows);
    }

    /** Goes back to the record that this one belongs to; false when there is none. */
    private boolean fits(RecordType type) {
        if (type.kind() == RecordKind.IGNORED && type.parents().isEmpty()) {
            return true;
        }
        Set<String> parents = parents(type);
        while (path.size() > 1 && !parents.contains(path.peek().name())) {
            path.pop();
        }
        boolean fits = parents.contains(path.peek().name());
        if (fits) {
            path.push(type);
        }
        return fits;
    }

    private Set<String> parents(RecordType type) {
        return type.parents().isEmpty() ? types.usualParents(type.kind()) : type.parents();
    }

    RowGroup closed() {
        return group;
    }

    /** A receipt that another one follows without the end of this one. */
    RowGroup cut() {
        List<String> names =
                types.of(RecordKind.RECEIPT_TRAILER).map(RecordType::name).toList();
        group.fault(new Fault(
                "trailer-missing",
                header.place(),
                null,
                "the receipt should end with " + String.join(" or ", names)
                        + ", and another record follows: records of it are missing; have the file sent again"));
        return group;
    }

    static Fault misplaced(Row row, String rule) {
        return new Fault(
                "record-out-of-place",
                "line " + row.line(),
                row.type().name(),
                rule + ": see that the file is whole, or correct `is` and `parent` in the layout's `records`");
    }
}
