package io.engageroutes.intake.layout;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Set;

/** Reads from a layout how the rows of its files are written. */
final class DialectReader {

    private DialectReader() {}

    /** @param records whether the file has types of record, which then say what its columns are */
    static Dialect read(Section file, NumberPattern numbers, boolean records) {
        if (file.oneOf("format", Form.class, Form.DELIMITED) == Form.FIXED_WIDTH) {
            return fixed(file);
        }
        boolean header = !records && file.flag("header", true);
        List<String> columns = records ? List.of() : file.texts("columns");
        if (!records && header != columns.isEmpty()) {
            file.fault(
                    "missing-key",
                    "columns",
                    null,
                    "the columns by position should stand here when `header` is false, and only then");
        }
        if (Set.copyOf(columns).size() < columns.size()) {
            file.fault(
                    "column-twice",
                    "columns",
                    String.join(", ", columns),
                    "every column should have a name of its own");
        }
        char separator = file.character("separator", ';');
        Character quote = file.text("quote", "\"").isEmpty() ? null : file.character("quote", '"');
        if (quote != null && quote == separator) {
            file.fault("wrong-type", "quote", quote.toString(), "the quote should differ from the separator");
        }
        return new Dialect(
                charset(file),
                false,
                separator,
                quote,
                header,
                columns,
                records ? Set.of() : Set.copyOf(file.texts("optional")),
                file.number("skipLines", 0, 0, 1000),
                file.text("comment", null),
                file.flag("multiline", false),
                file.number("mostColumns", 256, 1, 10_000),
                file.number("mostCharacters", 4096, 1, 1_000_000),
                records ? null : trailer(file.section("trailer"), numbers));
    }

    /** What a source calls the format of its layout. */
    private enum Form {
        DELIMITED,
        FIXED_WIDTH
    }

    private static Dialect fixed(Section file) {
        return new Dialect(
                charset(file),
                true,
                ' ',
                null,
                false,
                List.of(),
                Set.of(),
                file.number("skipLines", 0, 0, 1000),
                file.text("comment", null),
                false,
                256,
                file.number("mostCharacters", 4096, 1, 1_000_000),
                null);
    }

    private static Charset charset(Section file) {
        String name = file.text("encoding", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            file.fault(
                    "unknown-value",
                    "encoding",
                    name,
                    "a known encoding should stand here, such as UTF-8 or windows-1252");
            return StandardCharsets.UTF_8;
        }
    }

    private static Trailer trailer(Section section, NumberPattern numbers) {
        if (!section.isPresent()) {
            return null;
        }
        String prefix = section.text("prefix", null);
        if (prefix == null) {
            section.fault("missing-key", "prefix", null, "the first value of the trailer row should stand here");
        }
        Section amount = section.section("amount");
        int rowsAt = section.number("rows", 0, 1, 10_000);
        int amountAt = amount.isPresent() ? amount.number("position", 0, 1, 10_000) : 0;
        String amountOf = amount.isPresent() ? amount.text("of", null) : null;
        if (amount.isPresent() && (amountAt == 0 || amountOf == null)) {
            amount.fault(
                    "missing-key", "", null, "both `position`, from 1, and `of`, the summed column, should stand here");
        }
        NumberPattern ownNumbers = Numbers.read(amount.section("numbers"), numbers);
        amount.refuseUnknown();
        section.refuseUnknown();
        return new Trailer(prefix, rowsAt, amountAt, amountOf, ownNumbers);
    }
}
