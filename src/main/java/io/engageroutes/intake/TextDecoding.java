package io.engageroutes.intake;

import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;

/** Turns a document's bytes into text and refuses what the charset does not allow; nothing is ever replaced by a question mark. */
public final class TextDecoding {

    private TextDecoding() {}

    /**
     * A reader that gives the text before a wrong byte and then throws.
     *
     * <p>A byte order mark is left out. Bytes 80 to 9F are refused in the ISO-8859 family too: there they are control characters, and
     * what stands in a file with them is Windows-1252 under a wrong name.
     *
     * <p>Every read throws {@link BrokenDocument} with the code {@code wrong-charset} from the wrong byte on, and passes on an
     * {@link java.io.IOException} of {@code in}, which says nothing about the document.
     *
     * @param in the unpacked document; closed with the reader
     */
    public static Reader strict(InputStream in, Charset charset) {
        return new StrictReader(in, charset);
    }
}
