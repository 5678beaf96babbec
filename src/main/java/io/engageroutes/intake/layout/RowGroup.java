package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.List;

/** The rows of one receipt, and what was found wrong while they were brought together. */
final class RowGroup {

    private final List<String> key;
    private final List<Row> rows = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Row stray;

    /** @param key the values of the key columns, or null for a row that belongs to no receipt */
    RowGroup(List<String> key) {
        this.key = key;
    }

    List<String> key() {
        return key;
    }

    List<Row> rows() {
        return rows;
    }

    List<Fault> faults() {
        return faults;
    }

    void add(Row row, int mostRows) {
        if (rows.size() < mostRows) {
            rows.add(row);
            if (row.fault() != null) {
                faults.add(row.fault());
            }
        } else if (rows.size() == mostRows
                && faults.stream().noneMatch(fault -> fault.code().equals("too-many-rows"))) {
            faults.add(new Fault(
                    "too-many-rows",
                    row.place(),
                    null,
                    "a receipt may have at most " + mostRows
                            + " rows: see that the layout's key columns tell receipts apart"));
        }
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    /** Remembers a row without key beside these: it may be one of them. */
    void suspect(Row row) {
        stray = row;
    }

    /** The row that may be missing here, or null. */
    Row stray() {
        return stray;
    }

    String place() {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        return first == last ? "line " + first.line() : "lines " + first.line() + " to " + last.line();
    }
}
