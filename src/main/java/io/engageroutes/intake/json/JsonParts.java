package io.engageroutes.intake.json;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.TextDecoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * The parts of a JSON document, read as a stream: one value, an array of them, values inside an object, or JSON lines of any of
 * these.
 *
 * <p>Which of them follows from the beginning of the document: when the first character is no {@code [}, the second line that is not
 * blank begins with <code>{</code>, and the first does not end with {@code [}, {@code ,} or {@code :}, it is JSON lines. No well-formed
 * object can look like that, however it is broken into lines. Only JSON lines can go on after a line that is not well-formed; elsewhere
 * broken syntax ends the document.
 */
public interface JsonParts extends AutoCloseable {

    /**
     * The next part, or null at the proper end of the document.
     *
     * @throws BrokenDocument when the document cannot be read any further
     * @throws java.io.UncheckedIOException when the document's source failed
     */
    DocumentPart next();

    @Override
    void close();

    /**
     * Starts reading a document.
     *
     * @throws BrokenDocument when not even its beginning can be read
     * @throws IOException when the document's source failed
     */
    static JsonParts open(InputStream document, Charset charset, PartRules rules) throws IOException {
        Opening opening = Opening.of(TextDecoding.strict(document, charset));
        return opening.isJsonLines() ? new JsonLines(opening.whole(), rules) : new JsonValues(opening.whole(), rules);
    }
}
