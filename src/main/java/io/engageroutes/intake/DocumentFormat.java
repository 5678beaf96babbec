package io.engageroutes.intake;

import java.io.IOException;
import java.io.InputStream;

/** Reads documents of one format; made once from its profile or layout, then used for every document. Safe for threads. */
public interface DocumentFormat {

    /**
     * Starts reading a document.
     *
     * @param document its bytes, already unpacked; closed by whoever opened it
     * @param source what the source adds
     * @throws BrokenDocument when not even its beginning can be read
     * @throws IOException when the document's source failed
     */
    Transactions read(InputStream document, Source source) throws IOException;
}
