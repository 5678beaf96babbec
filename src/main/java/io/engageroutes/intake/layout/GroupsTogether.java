package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Receipts whose rows follow each other: holds one receipt at a time, and the keys of the latest to find one that comes again. */
final class GroupsTogether implements RowGroups {

    private final RowSource source;
    private final Grouping grouping;
    private final KeyColumns keys;
    private final Set<List<String>> seen = new LinkedHashSet<>();
    private final Deque<RowGroup> ready = new ArrayDeque<>();
    private RowGroup open;
    private Row strayBefore;
    private boolean ended;

    GroupsTogether(RowSource source, Grouping grouping) {
        this.source = source;
        this.grouping = grouping;
        this.keys = new KeyColumns(grouping);
    }

    @Override
    public RowGroup next() throws IOException {
        while (ready.isEmpty() && !ended) {
            Row row = source.next();
            if (row == null) {
                end();
            } else {
                take(row);
            }
        }
        if (ready.isEmpty()) {
            source.checkEnd();
        }
        return ready.poll();
    }

    private void end() {
        ended = true;
        if (open != null && source.isWhole()) {
            ready.add(open);
        }
        open = null;
    }

    private void take(Row row) {
        if (open != null
                && row.fault() == null
                && strayBefore == null
                && keys.same(row, open.rows().get(0))) {
            open.add(row, grouping.mostRows());
            return;
        }
        List<String> key = keys.of(row);
        boolean stray = key == null || row.fault() != null;
        if (stray) {
            // values may have moved to other columns: the row may belong to the receipt before it or after it
            strayBefore = row;
            if (open != null) {
                open.suspect(row);
            }
        }
        if (key == null) {
            ready.add(RowGroups.stray(row, grouping));
            return;
        }
        if (open == null || !open.key().equals(key)) {
            begin(key, row);
        }
        strayBefore = stray ? row : null;
        open.add(row, grouping.mostRows());
    }

    private void begin(List<String> key, Row row) {
        if (open != null) {
            ready.add(open);
        }
        open = new RowGroup(key);
        if (strayBefore != null) {
            open.suspect(strayBefore);
        }
        if (!seen.add(key)) {
            open.fault(new Fault(
                    "rows-apart",
                    row.place(),
                    String.join(", ", key),
                    "the rows of a receipt should follow each other, and the first of this one were read further up; set"
                            + " `rows: apart` in the layout, and look at what was made of the first ones"));
        }
        if (seen.size() > grouping.mostReceipts()) {
            seen.remove(seen.iterator().next());
        }
    }
}
