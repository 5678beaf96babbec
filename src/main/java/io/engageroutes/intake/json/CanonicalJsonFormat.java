package io.engageroutes.intake.json;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.TextDecoding;
import io.engageroutes.intake.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads canonical receipts as published in {@code /schema/receipt.json}, in UTF-8: one object, an array of objects, or
 * JSON lines.
 *
 * <p>Which of them follows from the beginning of the document, so that it can be read as a stream:
 *
 * <ul>
 *   <li>the first character is {@code [}: an array;
 *   <li>the second line that is not blank begins with <code>{</code>, and the first does not end with {@code [}, {@code ,}
 *       or {@code :}: JSON lines. No well-formed object can look like that, however it is broken into lines;
 *   <li>all else: one object, or several one after the other.
 * </ul>
 *
 * <p>Only JSON lines can go on after a line that is not well-formed; elsewhere broken syntax ends the document.
 */
public final class CanonicalJsonFormat implements DocumentFormat {

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        Opening opening = Opening.of(TextDecoding.strict(document, StandardCharsets.UTF_8));
        ReceiptMapping mapping = new ReceiptMapping(source);
        return opening.isJsonLines()
                ? new JsonLines(opening.whole(), mapping)
                : new JsonValues(opening.whole(), mapping);
    }
}
