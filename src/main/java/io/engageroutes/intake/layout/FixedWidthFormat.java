package io.engageroutes.intake.layout;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;

/** Reads fixed-width files as a layout describes them. */
public final class FixedWidthFormat implements DocumentFormat {

    private final LayoutRows rows;

    /** @throws BrokenLayout when the layout is one of delimited files */
    public FixedWidthFormat(Layout layout) {
        this.rows = new LayoutRows(layout, true);
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        return rows.read(document, source);
    }
}
