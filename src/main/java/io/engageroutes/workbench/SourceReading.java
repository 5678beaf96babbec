package io.engageroutes.workbench;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the documents of a source are read, as its route says.
 *
 * @param source the source's name
 * @param format such as {@code poslog}
 * @param layout a file in {@code routes/layouts} without its ending, or {@code none}
 * @param refuses whether a document is refused as a whole when anything in it is wrong
 * @param file the route file; null when a user named format and layout
 * @param envelope what came with the documents and does not stand in them, such as a callback's {@code topic}
 */
public record SourceReading(
        String source, String format, String layout, boolean refuses, Path file, Map<String, String> envelope) {

    static final String NO_LAYOUT = "none";

    public SourceReading {
        envelope = Map.copyOf(envelope);
    }

    public SourceReading(String source, String format, String layout, boolean refuses, Path file) {
        this(source, format, layout, refuses, file, Map.of());
    }

    /** The same with documents that came in another envelope. */
    public SourceReading with(Map<String, String> otherEnvelope) {
        return new SourceReading(source, format, layout, refuses, file, otherEnvelope);
    }

    /** The same documents read in another way. */
    public SourceReading by(String otherFormat, String otherLayout) {
        return new SourceReading(
                source,
                otherFormat == null ? format : otherFormat,
                otherLayout != null ? otherLayout : otherFormat == null ? layout : NO_LAYOUT,
                refuses,
                file,
                envelope);
    }

    public boolean hasLayout() {
        return !layout.equals(NO_LAYOUT);
    }
}
