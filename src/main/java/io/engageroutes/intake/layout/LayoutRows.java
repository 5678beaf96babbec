package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.TextDecoding;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads documents of rows as a layout describes them. */
final class LayoutRows {

    private final Layout layout;
    private final Set<String> columns = new LinkedHashSet<>();
    private final Map<String, Set<String>> byType;

    /** @throws BrokenLayout when the layout is of the other kind of file */
    LayoutRows(Layout layout, boolean fixedWidth) {
        if (layout.dialect().fixedWidth() != fixedWidth) {
            String written = fixedWidth ? "delimited" : "fixed-width";
            throw new BrokenLayout(List.of(new Fault(
                    "wrong-format",
                    "format",
                    written,
                    "this layout describes a " + written + " file: name `format: " + written
                            + "` in the source that uses it, or another layout")));
        }
        this.layout = layout;
        columns.addAll(layout.grouping().by());
        columns.addAll(layout.mapping().columns());
        Trailer trailer = layout.dialect().trailer();
        if (trailer != null && trailer.amountOf() != null) {
            columns.add(trailer.amountOf());
        }
        byType = layout.isTyped()
                ? new RecordColumns(layout.mapping(), layout.records()).columns()
                : Map.of("", columns);
    }

    Transactions read(InputStream document, Source source) throws IOException {
        Dialect dialect = layout.dialect();
        RecordTypes types = layout.records();
        TextLines lines = new TextLines(
                TextDecoding.strict(document, source.charsetOr(dialect.charset())), dialect.mostCharacters() * 16);
        RowSource rows;
        if (types == null) {
            rows = new DelimitedRows(lines, dialect, new ArrayList<>(columns));
        } else {
            RowCutter cutter = dialect.fixedWidth() ? new FixedCutter(types) : new DelimitedCutter(dialect, types);
            rows = new TextRows(lines, dialect, cutter);
        }
        RowGroups groups = layout.isTyped()
                ? new RecordGroups(rows, types, layout.grouping().mostRows())
                : RowGroups.of(rows, layout.grouping());
        OriginalRows original = new OriginalRows(
                new RowText(dialect), byType, types == null || dialect.fixedWidth() ? 0 : types.from());
        ReceiptShape shape = ReceiptShape.of(layout.mapping(), layout.isTyped());
        return new GroupedReceipts(rows, groups, new ReceiptMapper(layout.mapping(), shape, source, original));
    }
}
