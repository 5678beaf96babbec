package io.engageroutes.intake.layout;

import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits lines at their separators. */
final class DelimitedCutter implements RowCutter {

    private static final RecordType UNREAD = RecordType.unknown(null);

    private final Dialect dialect;
    private final RowText rowText;
    private final RecordTypes types;

    DelimitedCutter(Dialect dialect, RecordTypes types) {
        this.dialect = dialect;
        this.rowText = new RowText(dialect);
        this.types = types;
    }

    @Override
    public Row row(String first, TextLines lines) throws IOException {
        long line = lines.number();
        RowText.Split split = rowText.split(first);
        if (split.quoteOpen() && dialect.multiline()) {
            split = goneOn(first, split, lines);
        }
        if (split.problem() != null) {
            RecordType type = types.of("");
            return new Row(
                    line,
                    type == null ? UNREAD : type,
                    Values.NONE,
                    new Fault("row-unreadable", "line " + line, null, split.problem()));
        }
        String name = split.values().get(types.from());
        RecordType type = types.of(name);
        return type == null ? types.unknown(line, name) : row(line, type, split.values());
    }

    private Row row(long line, RecordType type, Values values) {
        int columns = type.header().size();
        return new Row(
                line,
                type,
                values,
                type.isBare() || values.size() == columns || values.size() > columns && isBlank(values, columns)
                        ? null
                        : wrongLength(line, type, values));
    }

    private RowText.Split goneOn(String first, RowText.Split begun, TextLines lines) throws IOException {
        List<String> more = new ArrayList<>();
        String text = first;
        RowText.Split split = begun;
        while (split.quoteOpen() && text.length() < dialect.mostCharacters()) {
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
        }
        return split;
    }

    private Fault wrongLength(long line, RecordType type, Values values) {
        return isBlank(values, 0)
                ? null
                : new Fault(
                        "columns-differ",
                        new Row(line, type, values, null).place(),
                        values.size() + " values",
                        type.header().size()
                                + " values should stand here as there are columns; put a value that holds '"
                                + dialect.separator() + "' into quotes, and see that the line is whole");
    }

    private static boolean isBlank(Values values, int from) {
        for (int at = from; at < values.size(); at++) {
            if (!values.isBlank(at)) {
                return false;
            }
        }
        return true;
    }
}
