package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a delimited file whose rows are alike: finds the header and watches the trailer. */
final class DelimitedRows implements RowSource {

    private final TextLines lines;
    private final TextRows rows;
    private final EndCheck end;

    /** @param needed the columns that the layout reads and that a header must have */
    DelimitedRows(TextLines lines, Dialect dialect, List<String> needed) throws IOException {
        this.lines = lines;
        Header header = dialect.header() ? header(lines, dialect, needed) : new Header(dialect.columns());
        this.rows = new TextRows(lines, dialect, new DelimitedCutter(dialect, RecordTypes.flat(header, null)));
        this.end = new EndCheck(dialect.trailer());
    }

    @Override
    public Row next() throws IOException {
        Row row = rows.next();
        while (row != null && end.take(row)) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public boolean isWhole() {
        return end.isWhole();
    }

    @Override
    public void checkEnd() {
        end.check(lines.number());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static Header header(TextLines lines, Dialect dialect, List<String> needed) throws IOException {
        String text = TextRows.text(lines, dialect);
        if (text == null) {
            throw new BrokenDocument(fault(
                    "empty-document",
                    lines.number(),
                    null,
                    "a row that names the columns should stand here, also when there are no receipts"));
        }
        RowText.Split split = new RowText(dialect).split(text);
        Header found = new Header(split.problem() == null ? all(split.values()) : List.of());
        List<String> missing = found.missing(needed);
        missing = missing.stream()
                .filter(column -> !dialect.optional().contains(column))
                .toList();
        List<String> twice = found.twice().stream().filter(needed::contains).toList();
        if (!missing.isEmpty() || !twice.isEmpty()) {
            boolean absent = !missing.isEmpty();
            throw new BrokenDocument(
                    fault(
                            absent ? "missing-column" : "column-twice",
                            lines.number(),
                            String.join(", ", absent ? missing : twice),
                            (absent ? "the header lacks these columns" : "the header names these columns twice")
                                    + "; it has "
                                    + String.join(", ", found.names())
                                    + ": correct the layout, its encoding or its separator, or have the file written as agreed"));
        }
        return found;
    }

    private static List<String> all(Values values) {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            all.add(values.get(at));
        }
        return all;
    }

    private static Fault fault(String code, long line, String value, String rule) {
        return new Fault(code, "line " + line, value, rule);
    }
}
