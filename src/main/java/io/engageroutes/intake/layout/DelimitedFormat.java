package io.engageroutes.intake.layout;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.TextDecoding;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads delimited files (CSV) as a layout describes them. */
public final class DelimitedFormat implements DocumentFormat {

    private final Layout layout;

    public DelimitedFormat(Layout layout) {
        this.layout = layout;
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        Set<String> columns = new LinkedHashSet<>(layout.grouping().by());
        columns.addAll(layout.mapping().columns());
        Trailer trailer = layout.dialect().trailer();
        if (trailer != null && trailer.amountOf() != null) {
            columns.add(trailer.amountOf());
        }
        RowSource rows = new DelimitedRows(
                TextDecoding.strict(
                        document, source.charset() == null ? layout.dialect().charset() : source.charset()),
                layout.dialect(),
                new ArrayList<>(columns));
        OriginalRows original = new OriginalRows(new RowText(layout.dialect()), columns);
        return new GroupedReceipts(
                rows, RowGroups.of(rows, layout.grouping()), new ReceiptMapper(layout.mapping(), source, original));
    }
}
