package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Receipts whose records begin with a header. Holds one at a time.
 *
 * <p>What stands outside of any receipt and cannot be understood is a fault of the document, told at its end: the receipts behind
 * it are whole, and are read.
 */
final class RecordGroups implements RowGroups {

    private final RowSource source;
    private final RecordTypes types;
    private final int mostRows;
    private final boolean receiptsEnd;
    private final boolean fileEnds;
    private final Tallying file;
    private final Deque<RowGroup> ready = new ArrayDeque<>();
    private Row fileHeader;
    private Row fileTrailer;
    private OpenReceipt open;
    private Fault outside;
    private long lastLine;
    private boolean ended;

    RecordGroups(RowSource source, RecordTypes types, int mostRows) {
        this.source = source;
        this.types = types;
        this.mostRows = mostRows;
        this.receiptsEnd = types.has(RecordKind.RECEIPT_TRAILER);
        this.fileEnds = types.has(RecordKind.FILE_TRAILER);
        this.file = new Tallying(types.of(RecordKind.FILE_TRAILER)
                .flatMap(type -> type.tallies().stream())
                .toList());
    }

    @Override
    public RowGroup next() throws IOException {
        while (ready.isEmpty() && !ended) {
            Row row = source.next();
            if (row == null) {
                end();
            } else {
                lastLine = row.line();
                take(row);
            }
        }
        if (ready.isEmpty()) {
            checkEnd();
        }
        return ready.poll();
    }

    private void take(Row row) {
        if (fileTrailer != null) {
            outside(OpenReceipt.misplaced(row, "nothing may follow the trailer on line " + fileTrailer.line()));
            return;
        }
        switch (row.type().kind()) {
            case FILE_HEADER -> begin(row);
            case FILE_TRAILER -> finish(row);
            case RECEIPT -> {
                file.between(row);
                requireBegun(row);
                close();
                open = new OpenReceipt(row, fileHeader, types, mostRows);
            }
            default -> {
                file.between(row);
                inside(row);
            }
        }
    }

    private void begin(Row row) {
        file.end(row);
        if (fileHeader != null || open != null) {
            outside(OpenReceipt.misplaced(row, "a file should have one such record, and it should be the first"));
        } else if (row.fault() != null) {
            throw new BrokenDocument(row.fault());
        }
        fileHeader = fileHeader == null ? row : fileHeader;
    }

    private void finish(Row row) {
        close();
        fileTrailer = row;
        file.end(row);
        if (row.fault() != null) {
            outside(row.fault());
        } else {
            file.faults(row).forEach(this::outside);
        }
    }

    private void inside(Row row) {
        if (open == null) {
            if (row.type().kind() == RecordKind.IGNORED && row.fault() == null) {
                return;
            }
            requireBegun(row);
            outside(
                    row.fault() != null
                            ? row.fault()
                            : OpenReceipt.misplaced(row, "it should stand in a receipt, and none is begun here"));
            return;
        }
        open.take(row);
        if (row.type().kind() == RecordKind.RECEIPT_TRAILER) {
            ready.add(open.closed());
            open = null;
        }
    }

    /** Before the first record that is understood everything may be a file of another kind. */
    private void requireBegun(Row row) {
        boolean headed = fileHeader != null || !types.has(RecordKind.FILE_HEADER);
        boolean first = file.records() <= 1;
        if (!headed || first && row.type().kind() != RecordKind.RECEIPT) {
            throw new BrokenDocument(
                    row.fault() != null
                            ? row.fault()
                            : OpenReceipt.misplaced(
                                    row,
                                    "a file should begin with a record "
                                            + types.of(headed ? RecordKind.RECEIPT : RecordKind.FILE_HEADER)
                                                    .map(RecordType::name)
                                                    .findFirst()
                                                    .orElse("")));
        }
    }

    private void outside(Fault fault) {
        outside = outside == null ? fault : outside;
    }

    /** Ends a receipt that has no trailer, or lacks it. */
    private void close() {
        if (open != null) {
            ready.add(receiptsEnd ? open.cut() : open.closed());
            open = null;
        }
    }

    private void end() {
        ended = true;
        boolean cut = open != null && (receiptsEnd || fileEnds);
        if (open != null && !cut) {
            close();
        }
    }

    private void checkEnd() {
        if (lastLine == 0 && types.has(RecordKind.FILE_HEADER)) {
            throw broken("empty-document", "a file should begin with a header, also when there are no receipts");
        }
        if (outside != null) {
            throw new BrokenDocument(outside);
        }
        if (fileEnds && fileTrailer == null) {
            throw broken("trailer-missing", missing(RecordKind.FILE_TRAILER));
        }
        if (open != null) {
            throw broken("trailer-missing", missing(RecordKind.RECEIPT_TRAILER));
        }
    }

    private String missing(RecordKind trailer) {
        List<String> names = types.of(trailer).map(RecordType::name).toList();
        return "the last record should be " + String.join(" or ", names) + ": the document was cut off"
                + (open == null ? "" : ", and its last receipt was left out because records of it may be missing")
                + "; have it sent again";
    }

    private BrokenDocument broken(String code, String rule) {
        return new BrokenDocument(new Fault(code, "line " + lastLine, null, rule));
    }
}
