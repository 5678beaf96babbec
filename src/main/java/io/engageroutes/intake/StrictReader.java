package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Decodes without replacing anything, and knows the byte and the line at which it had to stop. */
final class StrictReader extends Reader {

    private static final int CHUNK = 64 * 1024;
    /** More than the longest character of any charset: with more bytes waiting there is no need to read on. */
    private static final int LONGEST_CHARACTER = 8;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean controlsAreWrong;
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
    private final CharBuffer chars = CharBuffer.allocate(CHUNK).flip();
    private long offset;
    private long line = 1;
    private boolean started;
    private boolean exhausted;
    private boolean ended;
    private Fault fault;

    StrictReader(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.controlsAreWrong = charset.name().startsWith("ISO-8859-");
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (fault != null) {
                throw new BrokenDocument(fault);
            }
            if (ended) {
                return -1;
            }
            fill();
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, from, count);
        return count;
    }

    private void fill() throws IOException {
        if (exhausted || bytes.remaining() > LONGEST_CHARACTER) {
            return;
        }
        bytes.compact();
        try {
            int enough = started ? 1 : UTF_8_MARK.length;
            for (int got = 0; got < enough && !exhausted; ) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                exhausted = count < 0;
                got += Math.max(count, 0);
                bytes.position(bytes.position() + Math.max(count, 0));
            }
        } finally {
            bytes.flip();
        }
    }

    private void decode() {
        if (!started && markedAsUtf8() && !charset.equals(StandardCharsets.UTF_8)) {
            fault = wrong(UTF_8_MARK.length, "begins with the byte order mark of UTF-8: set the charset to UTF-8");
            return;
        }
        long start = offset;
        int before = bytes.position();
        CoderResult result = decoder.decode(bytes, chars.clear(), exhausted);
        offset += bytes.position() - before;
        if (exhausted && result.isUnderflow()) {
            decoder.flush(chars);
            ended = true;
        }
        chars.flip();
        scan(start);
        if (fault == null && result.isError()) {
            fault = wrong(result.length(), advice(result));
        }
        if (!started && chars.hasRemaining()) {
            started = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
    }

    /** Counts the lines, and ends the text before a control character that the charset is known to be mistaken for. */
    private void scan(long start) {
        char[] text = chars.array();
        int control = controlsAreWrong ? firstControl(text, chars.limit()) : -1;
        int end = control < 0 ? chars.limit() : control;
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += text[i] == '\n' ? 1 : 0;
        }
        line += lines;
        if (control >= 0) {
            offset = start + control;
            bytes.position(bytes.position() - (chars.limit() - control));
            chars.limit(control);
            fault = wrong(
                    1,
                    "is a control character in " + charset.name() + ": set the charset to windows-1252, "
                            + "which is what writes such bytes");
        }
    }

    private static int firstControl(char[] text, int end) {
        for (int i = 0; i < end; i++) {
            if (text[i] >= 0x80 && text[i] <= 0x9F) {
                return i;
            }
        }
        return -1;
    }

    private boolean markedAsUtf8() {
        return bytes.remaining() >= UTF_8_MARK.length
                && Arrays.equals(
                        bytes.array(), bytes.position(), bytes.position() + UTF_8_MARK.length, UTF_8_MARK, 0, 3);
    }

    private String advice(CoderResult result) {
        boolean atTheEnd = exhausted && bytes.remaining() == result.length();
        if (atTheEnd && result.isMalformed() && !charset.equals(StandardCharsets.US_ASCII)) {
            return "is the beginning of a character in " + charset.name()
                    + " that never ends: the document was cut off; " + "have it sent again, or correct the charset";
        }
        return "is not " + charset.name() + ": set the charset to the one that the system writes ("
                + (charset.equals(StandardCharsets.UTF_8) ? "windows-1252 is common" : "UTF-8 is common")
                + "), or have the document written again";
    }

    private Fault wrong(int length, String rule) {
        String value = HexFormat.ofDelimiter(" ")
                .withUpperCase()
                .formatHex(bytes.array(), bytes.position(), Math.min(bytes.limit(), bytes.position() + length));
        return new Fault("wrong-charset", "line " + line + ", byte " + (offset + 1), value, rule);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
