package io.engageroutes.intake.xml;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Finds the charset of an XML document: byte order mark, then declaration, then UTF-8, as XML 1.0 appendix F says. */
final class XmlEncoding {

    /** How many bytes of the document are looked at. */
    static final int LOOKS_AT = 512;

    private XmlEncoding() {}

    /**
     * Tells the charset and moves past the byte order mark.
     *
     * @throws BrokenDocument when the declaration names a charset that is unknown or cannot be
     */
    static Charset of(ByteBuffer bytes) {
        // A mark is in the bytes themselves, so it is right even where the declaration was left as it was before a
        // conversion.
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return after(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return after(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return after(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0, '<', 0, '?')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, '<', 0, '?', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String declared = declared(bytes);
        return declared == null ? StandardCharsets.UTF_8 : named(declared);
    }

    private static Charset named(String declared) {
        Charset charset;
        try {
            charset = Charset.forName(declared);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong(
                    declared, "the XML declaration names no known charset; the sender must declare the one it writes");
        }
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            throw wrong(
                    declared,
                    "the XML declaration says so, but the bytes are not; .NET writers do that: the sender must declare UTF-8");
        }
        // Bytes 80 to 9F are controls in ISO 8859-1, and a till that writes them means Windows-1252; browsers read it
        // so too.
        return charset.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : charset;
    }

    private static BrokenDocument wrong(String declared, String rule) {
        return new BrokenDocument(new Fault("wrong-charset", "line 1, column 1", declared, rule));
    }

    private static String declared(ByteBuffer bytes) {
        if (!startsWith(bytes, '<', '?', 'x', 'm', 'l')) {
            return null;
        }
        String start = new String(
                bytes.array(), bytes.position(), Math.min(LOOKS_AT, bytes.remaining()), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("?>");
        int name = start.indexOf("encoding");
        if (name < 0 || end < name) {
            return null;
        }
        int from = firstQuote(start, name);
        int to = from < 0 ? -1 : start.indexOf(start.charAt(from), from + 1);
        return to < 0 || to > end ? null : start.substring(from + 1, to);
    }

    private static int firstQuote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '"' || text.charAt(i) == '\'') {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsWith(ByteBuffer bytes, int... wanted) {
        if (bytes.remaining() < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes.get(bytes.position() + i) & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset after(ByteBuffer bytes, int mark, Charset charset) {
        bytes.position(bytes.position() + mark);
        return charset;
    }
}
