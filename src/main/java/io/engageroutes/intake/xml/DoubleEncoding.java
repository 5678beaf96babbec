package io.engageroutes.intake.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Repairs UTF-8 that was taken for Windows-1252 and encoded a second time, which makes two odd characters of every accented letter.
 */
public final class DoubleEncoding {

    private static final Charset TAKEN_FOR = Charset.forName("windows-1252");

    private DoubleEncoding() {}

    /** The text as it was meant; unchanged when it is anything else than UTF-8 encoded twice, or nothing but ASCII. */
    public static String repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes(text)).toString();
        } catch (CharacterCodingException notTwice) {
            return text;
        }
    }

    /** The bytes that were taken for something else. */
    private static ByteBuffer bytes(String text) throws CharacterCodingException {
        CharsetEncoder encoder = TAKEN_FOR.newEncoder();
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0xA0) {
                // Windows-1252 leaves five of these open; what reads them anyway keeps their number
                bytes.put((byte) c);
            } else {
                bytes.put(encoder.encode(CharBuffer.wrap(new char[] {c})));
            }
        }
        return bytes.flip();
    }
}
