package io.engageroutes.intake.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a piece of a document whose root was cut off: everything before the first whole element of the wanted name becomes blanks, so
 * that lines and columns stay what they are in the document.
 */
final class FragmentReader extends FilterReader {

    /** How far the first element may be; what was cut before it is a part of one. */
    private static final int FARTHEST = 4 << 20;

    private final char[] head;
    private final boolean fragment;
    private int at;

    private FragmentReader(Reader rest, char[] head, boolean fragment) {
        super(rest);
        this.head = head;
        this.fragment = fragment;
    }

    /**
     * Looks at the beginning of a document.
     *
     * @param root the name of the root that whole documents have
     * @param wanted the name of the elements to begin with where there is no root
     * @throws IOException when the document's source failed
     */
    static FragmentReader open(Reader text, String root, String wanted) throws IOException {
        Pattern start =
                Pattern.compile("<(?:[\\w.-]+:)?(" + Pattern.quote(root) + "|" + Pattern.quote(wanted) + ")[\\s/>]");
        StringBuilder head = new StringBuilder();
        char[] piece = new char[16 * 1024];
        int searched = 0;
        while (head.length() < FARTHEST) {
            int count = readable(text, piece);
            if (count < 0) {
                break;
            }
            head.append(piece, 0, count);
            Matcher found = start.matcher(head);
            if (found.find(searched)) {
                return new FragmentReader(
                        text, blankedBefore(found, wanted, head), found.group(1).equals(wanted));
            }
            // a name may go on in the next piece
            searched = Math.max(0, head.length() - 256);
        }
        return new FragmentReader(text, head.toString().toCharArray(), false);
    }

    /** A wrong byte is met again, and said, by whoever reads on. */
    private static int readable(Reader text, char[] piece) throws IOException {
        try {
            return text.read(piece, 0, piece.length);
        } catch (CharacterCodingException wrongByte) {
            return -1;
        }
    }

    private static char[] blankedBefore(Matcher found, String wanted, StringBuilder head) {
        char[] chars = head.toString().toCharArray();
        for (int i = 0; found.group(1).equals(wanted) && i < found.start(); i++) {
            if (chars[i] != '\n') {
                chars[i] = ' ';
            }
        }
        return chars;
    }

    /** Whether the document begins without its root. */
    boolean isFragment() {
        return fragment;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (at == head.length) {
            return super.read(target, offset, length);
        }
        int count = Math.min(length, head.length - at);
        System.arraycopy(head, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
