package io.engageroutes.workbench;

import java.nio.file.Path;

/**
 * How the documents of a source are read, as its route says.
 *
 * @param source the source's name
 * @param format such as {@code poslog}
 * @param layout a file in {@code routes/layouts} without its ending, or {@code none}
 * @param refuses whether a document is refused as a whole when anything in it is wrong
 * @param file the route file; null when a user named format and layout
 */
public record SourceReading(String source, String format, String layout, boolean refuses, Path file) {

    static final String NO_LAYOUT = "none";

    /** The same documents read in another way. */
    public SourceReading by(String otherFormat, String otherLayout) {
        return new SourceReading(
                source,
                otherFormat == null ? format : otherFormat,
                otherLayout != null ? otherLayout : otherFormat == null ? layout : NO_LAYOUT,
                refuses,
                file);
    }

    public boolean hasLayout() {
        return !layout.equals(NO_LAYOUT);
    }
}
