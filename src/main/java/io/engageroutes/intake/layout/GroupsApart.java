package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Receipts whose rows stand anywhere: holds the whole document, up to a limit, and gives the receipts in the order they begin. */
final class GroupsApart implements RowGroups {

    private static final int ROWS_PER_RECEIPT = 20;

    private final RowSource source;
    private final Grouping grouping;
    private final KeyColumns keys;
    private Queue<RowGroup> ready;

    GroupsApart(RowSource source, Grouping grouping) {
        this.source = source;
        this.grouping = grouping;
        this.keys = new KeyColumns(grouping);
    }

    @Override
    public RowGroup next() throws IOException {
        if (ready == null) {
            ready = collect();
        }
        if (ready.isEmpty()) {
            source.checkEnd();
        }
        return ready.poll();
    }

    private Queue<RowGroup> collect() throws IOException {
        Map<List<String>, RowGroup> receipts = new LinkedHashMap<>();
        Queue<RowGroup> strays = new ArrayDeque<>();
        Row stray = null;
        long rows = 0;
        for (Row row = source.next(); row != null; row = source.next()) {
            List<String> key = keys.of(row);
            stray = key == null || row.fault() != null ? row : stray;
            if (key == null) {
                strays.add(RowGroups.stray(row, grouping));
            } else {
                receipts.computeIfAbsent(key, RowGroup::new).add(row, grouping.mostRows());
            }
            if (receipts.size() + strays.size() > grouping.mostReceipts()
                    || ++rows > (long) ROWS_PER_RECEIPT * grouping.mostReceipts()) {
                throw new BrokenDocument(tooMany(row));
            }
        }
        if (!source.isWhole()) {
            // any receipt may have had more rows in the part that is missing
            source.checkEnd();
        }
        Queue<RowGroup> all = new ArrayDeque<>(receipts.values());
        if (stray != null) {
            for (RowGroup group : all) {
                group.suspect(stray);
            }
        }
        all.addAll(strays);
        return all;
    }

    private Fault tooMany(Row row) {
        return new Fault(
                "too-many-receipts",
                row.place(),
                null,
                "a document whose receipts have their rows apart may hold at most " + grouping.mostReceipts()
                        + " receipts with " + ROWS_PER_RECEIPT
                        + " rows each on average, for all are held in memory; nothing of it was read: have smaller files"
                        + " written, or raise mostReceipts in the layout");
    }
}
