package io.engageroutes.intake.layout;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of a delimited file: leaves out what is no row, finds the header and watches the trailer. */
final class DelimitedRows implements RowSource {

    private static final String[] NO_VALUES = {};

    private final Dialect dialect;
    private final TextLines lines;
    private final RowText rowText;
    private final Header header;
    private final EndCheck end;

    /** @param needed the columns that the layout reads and that a header must have */
    DelimitedRows(Reader text, Dialect dialect, List<String> needed) throws IOException {
        this.dialect = dialect;
        this.lines = new TextLines(text, dialect.mostCharacters() * 16);
        this.rowText = new RowText(dialect);
        this.end = new EndCheck(dialect.trailer());
        for (int i = 0; i < dialect.skipLines(); i++) {
            lines.next();
        }
        this.header = dialect.header() ? header(needed) : new Header(dialect.columns());
    }

    @Override
    public Row next() throws IOException {
        for (String text = lines.next(); text != null; text = lines.next()) {
            Row row = isComment(text) ? null : row(text);
            if (row == null || row.fault() == null && row.isBlank()) {
                continue;
            }
            if (end.take(row)) {
                continue;
            }
            return row;
        }
        return null;
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

    private Row row(String first) throws IOException {
        long line = lines.number();
        RowText.Split split = rowText.split(first);
        List<String> more = new ArrayList<>();
        String text = first;
        while (split.quoteOpen() && dialect.multiline() && text.length() < dialect.mostCharacters()) {
            String next = lines.next();
            if (next == null) {
                break;
            }
            more.add(next);
            text = text + "\n" + next;
            split = rowText.split(text);
        }
        if (split.problem() != null) {
            // what was taken for the rest of a quoted value may be receipts of their own
            lines.takeBack(more);
            return new Row(line, header, NO_VALUES, fault("row-unreadable", line, null, split.problem()));
        }
        return new Row(line, header, split.values(), wrongLength(line, split.values()));
    }

    private Fault wrongLength(long line, String[] values) {
        if (dialect.trailer() != null && EndCheck.begins(dialect.trailer(), values)) {
            return null;
        }
        boolean onlyBlanksTooMany = Arrays.stream(values)
                .skip(header.size())
                .allMatch(value -> NumberPattern.stripped(value).isEmpty());
        if (values.length == header.size() || values.length > header.size() && onlyBlanksTooMany) {
            return null;
        }
        boolean blank = Arrays.stream(values).allMatch(String::isBlank);
        return blank
                ? null
                : fault(
                        "columns-differ",
                        line,
                        values.length + " values",
                        header.size() + " values should stand here as there are columns; put a value that holds '"
                                + dialect.separator() + "' into quotes, and see that the line is whole");
    }

    private Header header(List<String> needed) throws IOException {
        String text = lines.next();
        while (text != null && (text.isBlank() || isComment(text))) {
            text = lines.next();
        }
        if (text == null) {
            throw new BrokenDocument(fault(
                    "empty-document",
                    lines.number(),
                    null,
                    "a row that names the columns should stand here, also when there are no receipts"));
        }
        RowText.Split split = rowText.split(text);
        Header found = new Header(split.problem() == null ? List.of(split.values()) : List.of());
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

    private boolean isComment(String text) {
        return dialect.comment() != null && text.startsWith(dialect.comment());
    }

    private static Fault fault(String code, long line, String value, String rule) {
        return new Fault(code, "line " + line, value, rule);
    }
}
