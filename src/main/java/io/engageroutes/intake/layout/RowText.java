package io.engageroutes.intake.layout;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.util.Arrays;

/** Splits one row into its values, and joins values to a row again. */
final class RowText {

    /** Comes back as a value of its own unless a quote was left open: the parser itself forgives that and eats the rest. */
    private static final String END = ".";

    private final Dialect dialect;
    private final CsvParser parser;
    /** How many values the line before had: the next one has mostly as many. */
    private int usual = 1;

    RowText(Dialect dialect) {
        this.dialect = dialect;
        this.parser = new CsvParser(settings(dialect));
    }

    /** How splitting ended: with values, or without because of what {@code problem} says. */
    record Split(Values values, boolean quoteOpen, String problem) {}

    Split split(String text) {
        boolean plain = dialect.quote() == null || text.indexOf(dialect.quote()) < 0;
        return plain ? plain(text) : parsed(text);
    }

    /** Without quotes there is nothing to it, and nearly all lines are so. */
    private Split plain(String text) {
        int[] bounds = new int[2 * usual];
        int count = 0;
        int from = 0;
        while (true) {
            int end = text.indexOf(dialect.separator(), from);
            int to = end < 0 ? text.length() : end;
            if (count > dialect.mostColumns() || to - from > dialect.mostCharacters()) {
                return unreadable();
            }
            if (2 * count == bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[2 * count] = from;
            bounds[2 * count + 1] = to;
            count++;
            if (end < 0) {
                usual = count;
                return new Split(new CutText(text, bounds, count), false, null);
            }
            from = end + 1;
        }
    }

    private Split unreadable() {
        return new Split(
                null,
                false,
                "a row of at most " + dialect.mostColumns() + " values of at most " + dialect.mostCharacters()
                        + " characters should stand here, in which a quote inside a quoted value is doubled");
    }

    private Split parsed(String text) {
        try {
            String[] values = parser.parseLine(text + dialect.separator() + END);
            if (values == null) {
                return unreadable();
            }
            int last = values.length - 1;
            return values[last].equals(END)
                    ? new Split(new Values.Listed(Arrays.copyOf(values, last)), false, null)
                    : new Split(null, true, "the quote that opens a value is never closed");
        } catch (TextParsingException e) {
            return unreadable();
        }
    }

    String join(Iterable<String> values) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(text.isEmpty() ? "" : dialect.separator()).append(quoted(value));
        }
        return text.toString();
    }

    private String quoted(String value) {
        Character quote = dialect.quote();
        boolean needed = value.indexOf(dialect.separator()) >= 0
                || value.indexOf('\n') >= 0
                || quote != null && value.indexOf(quote) >= 0;
        return quote == null || !needed ? value : quote + value.replace("" + quote, "" + quote + quote) + quote;
    }

    private static CsvParserSettings settings(Dialect dialect) {
        CsvParserSettings settings = new CsvParserSettings();
        CsvFormat format = settings.getFormat();
        format.setDelimiter(dialect.separator());
        format.setQuote(dialect.quote() == null ? '\0' : dialect.quote());
        format.setQuoteEscape(dialect.quote() == null ? '\0' : dialect.quote());
        format.setLineSeparator("\n");
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        settings.setCommentProcessingEnabled(false);
        settings.setReadInputOnSeparateThread(false);
        settings.setSkipEmptyLines(false);
        settings.setSkipBitsAsWhitespace(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(dialect.mostColumns() + 2);
        settings.setMaxCharsPerColumn(dialect.mostCharacters());
        settings.setInputBufferSize(4096);
        settings.setErrorContentLength(0);
        return settings;
    }
}
