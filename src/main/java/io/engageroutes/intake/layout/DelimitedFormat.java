package io.engageroutes.intake.layout;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;

/** Reads delimited files (CSV) as a layout describes them. */
public final class DelimitedFormat implements DocumentFormat {

    private final LayoutRows rows;

    /** @throws BrokenLayout when the layout is one of fixed-width files */
    public DelimitedFormat(Layout layout) {
        this.rows = new LayoutRows(layout, false);
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        return rows.read(document, source);
    }
}
