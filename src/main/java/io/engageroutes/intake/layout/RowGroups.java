package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.io.IOException;

/** Brings the rows of each receipt together. */
interface RowGroups {

    /**
     * The rows of the next receipt, or null after the last.
     *
     * @throws io.engageroutes.intake.BrokenDocument when the document cannot be read any further
     */
    RowGroup next() throws IOException;

    static RowGroups of(RowSource rows, Grouping grouping) {
        return grouping.rows() == Grouping.Rows.TOGETHER
                ? new GroupsTogether(rows, grouping)
                : new GroupsApart(rows, grouping);
    }

    /** A row that cannot be said to belong to any receipt: a rejected transaction of its own. */
    static RowGroup stray(Row row, Grouping grouping) {
        RowGroup group = new RowGroup(null);
        group.add(row, 1);
        if (row.fault() == null) {
            group.fault(new Fault(
                    "row-without-key",
                    row.place(),
                    null,
                    "every row should have a value in each of " + String.join(", ", grouping.by())
                            + ", which say what receipt it belongs to; if this is a footer, describe it as trailer"));
        }
        return group;
    }
}
