package io.engageroutes.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/**
 * The content of a gzip file, all its members one after another, each checked.
 *
 * <p>Java's GZIPInputStream takes whatever cannot be read after the first member for the end, a broken connection too, and so
 * would lose receipts without a word.
 */
final class Gunzipped extends InputStream {

    private static final int DEFLATE = 8;
    private static final int HAS_CHECKSUM = 2;
    private static final int HAS_EXTRA = 4;
    private static final int HAS_NAME = 8;
    private static final int HAS_COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final RawBytes raw;
    private final Inflater inflater;
    private Inflated member;
    private boolean ended;

    Gunzipped(RawBytes raw, Inflater inflater) {
        this.raw = raw;
        this.inflater = inflater;
    }

    static boolean begins(RawBytes raw) throws IOException {
        return raw.ready(2) == 2 && raw.peek(0) == 0x1F && raw.peek(1) == 0x8B;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (member == null) {
                header();
                member = new Inflated(raw, inflater);
            }
            int count = member.read(target, from, length);
            if (count > 0) {
                return count;
            }
            trailer();
        }
        return -1;
    }

    private void header() throws IOException {
        raw.skip(2);
        int method = raw.next();
        int flags = raw.next();
        if (method != DEFLATE || (flags & RESERVED) != 0) {
            throw raw.broken("method " + method + ", flags " + flags, "is no gzip file although it begins like one");
        }
        raw.skip(6);
        if ((flags & HAS_EXTRA) != 0) {
            raw.skip(raw.next(2));
        }
        if ((flags & HAS_NAME) != 0) {
            skipText();
        }
        if ((flags & HAS_COMMENT) != 0) {
            skipText();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            raw.skip(2);
        }
    }

    private void skipText() throws IOException {
        while (raw.next() != 0) {
            // up to the zero byte
        }
    }

    private void trailer() throws IOException {
        long checksum = raw.next(4);
        long size = raw.next(4);
        if (checksum != member.checksum() || size != (member.size() & 0xFFFFFFFFL)) {
            throw raw.broken("checksum", "does not hold what was packed: have the document sent again, in binary mode");
        }
        member = null;
        if (!begins(raw)) {
            raw.requireOnlyPadding();
            ended = true;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
