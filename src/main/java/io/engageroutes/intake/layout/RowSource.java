package io.engageroutes.intake.layout;

import java.io.IOException;

/** The rows of a document, one at a time, whatever kind of file it is. */
interface RowSource extends AutoCloseable {

    /**
     * The next row, or null after the last.
     *
     * @throws io.engageroutes.intake.BrokenDocument when the document cannot be read any further
     */
    Row next() throws IOException;

    /** After the last row: whether nothing can be missing behind it, so that the receipt it belongs to is whole. */
    boolean isWhole();

    /**
     * To be called after the last row.
     *
     * @throws io.engageroutes.intake.BrokenDocument when the end is not as the layout says
     */
    void checkEnd();

    @Override
    void close() throws IOException;
}
