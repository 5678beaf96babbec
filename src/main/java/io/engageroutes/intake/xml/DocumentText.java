package io.engageroutes.intake.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/**
 * A document's text. Gives out all that stands before a wrong byte, then fails, so that the XML reader knows the line and column
 * of it; remembers what failed, because the XML reader wraps every failure in the same exception.
 */
final class DocumentText extends Reader {

    private static final int CHUNK = 16 * 1024;
    /** How much may be read for a single event; keeps an endless name or tag from filling the memory. */
    private static final int LONGEST_EVENT = 16 << 20;

    /** Says that a single tag, comment or name is longer than any till writes. */
    static final class TooLong extends IOException {}

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    private final CharsetDecoder decoder;
    private boolean endOfInput;
    private int sinceEvent;
    private long given;
    private long sinceLineBreak;
    private boolean gaveEnd;
    private final boolean endsInDeclarationStart;
    private IOException sourceFailure;
    private boolean endsInCharacter;

    /** @throws IOException when the document's source failed */
    DocumentText(InputStream in) throws IOException {
        this.in = in;
        while (!endOfInput && bytes.position() < XmlEncoding.LOOKS_AT) {
            fill();
        }
        bytes.flip();
        endsInDeclarationStart = endOfInput && bytes.remaining() > 0 && "<?xml ".startsWith(ascii(bytes));
        decoder = XmlEncoding.of(bytes)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, endOfInput);
            int count = chars.position() - offset;
            if (count > 0) {
                countColumns(target, offset, count);
                return counted(count);
            }
            if (result.isError()) {
                endsInCharacter = endOfInput && result.isMalformed() && bytes.remaining() == result.length();
                result.throwException();
            }
            if (endOfInput) {
                gaveEnd = true;
                return -1;
            }
            bytes.compact();
            try {
                fill();
            } finally {
                bytes.flip();
            }
        }
    }

    private void countColumns(char[] target, int offset, int count) {
        for (int i = offset + count - 1; i >= offset; i--) {
            if (target[i] == '\n') {
                sinceLineBreak = offset + count - 1 - i;
                return;
            }
        }
        sinceLineBreak += count;
    }

    private int counted(int count) throws TooLong {
        sinceEvent += count;
        given += count;
        if (sinceEvent > LONGEST_EVENT) {
            throw new TooLong();
        }
        return count;
    }

    private void fill() throws IOException {
        try {
            int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
            endOfInput = count < 0;
            bytes.position(bytes.position() + Math.max(count, 0));
        } catch (IOException e) {
            sourceFailure = e;
            throw e;
        }
    }

    /** Tells that the XML reader has come to its next event. */
    void eventSeen() {
        sinceEvent = 0;
    }

    /** Why the source could not be read, or null: then every failure is the document's own. */
    IOException sourceFailure() {
        return sourceFailure;
    }

    /** True when the document ends with the first bytes of a character, which a cut does and a wrong charset hardly. */
    boolean endsInCharacter() {
        return endsInCharacter;
    }

    /** True when the whole document is but a piece of {@code <?xml}, which the XML reader takes for a wrong name. */
    boolean endsInDeclarationStart() {
        return endsInDeclarationStart;
    }

    /** The column after all that was given out: that of the wrong byte, which the XML reader cannot tell. */
    long column() {
        return sinceLineBreak + 1;
    }

    /** True when the XML reader asked for more and stands at the end. */
    boolean endsAt(long offset) {
        return gaveEnd && offset + 1 >= given;
    }

    private static String ascii(ByteBuffer bytes) {
        return new String(bytes.array(), bytes.position(), bytes.remaining(), StandardCharsets.ISO_8859_1);
    }

    static boolean isWrongCharacter(Throwable failure) {
        return failure instanceof CharacterCodingException;
    }

    /** The wrong bytes, in hex. */
    String wrongBytes(Throwable failure) {
        int length = failure instanceof MalformedInputException e ? e.getInputLength() : 1;
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(length, bytes.remaining()); i++) {
            hex.append(i == 0 ? "" : " ").append(String.format("%02X", bytes.get(bytes.position() + i)));
        }
        return hex.toString();
    }

    String charset() {
        return decoder.charset().name();
    }

    @Override
    public void close() {
        // whoever opened the document closes it
    }
}
