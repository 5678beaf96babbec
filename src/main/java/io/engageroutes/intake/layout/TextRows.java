package io.engageroutes.intake.layout;

import java.io.IOException;

/** The rows of a text; leaves out what is none. */
final class TextRows implements RowSource {

    private final Dialect dialect;
    private final TextLines lines;
    private final RowCutter cutter;

    TextRows(TextLines lines, Dialect dialect, RowCutter cutter) {
        this.lines = lines;
        this.dialect = dialect;
        this.cutter = cutter;
    }

    /** The next line that is neither left out at the beginning, blank nor a comment; null after the last. */
    static String text(TextLines lines, Dialect dialect) throws IOException {
        while (lines.number() < dialect.skipLines() && lines.next() != null) {
            // left out
        }
        String text = lines.next();
        while (text != null && (text.isBlank() || dialect.comment() != null && text.startsWith(dialect.comment()))) {
            text = lines.next();
        }
        return text;
    }

    @Override
    public Row next() throws IOException {
        for (String text = text(lines, dialect); text != null; text = text(lines, dialect)) {
            Row row = cutter.row(text, lines);
            if (row.fault() != null || !row.isBlank()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public void checkEnd() {
        // nothing says how it should end
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
