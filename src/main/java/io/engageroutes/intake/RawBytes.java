package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Inflater;

/**
 * The bytes of a document as they came, counted and digested in large chunks.
 *
 * <p>Everything that unpacks reads from here, so an IOException is always one of the document's source, and an end where none
 * may be is always a broken archive.
 */
final class RawBytes {

    static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[CHUNK];
    private int position;
    private int limit;
    private long read;
    private boolean exhausted;
    private IOException failure;
    private String hash;

    RawBytes(InputStream in) {
        this.in = in;
    }

    /** Makes at least this many bytes lie ready, fewer only at the end of the document. */
    int ready(int count) throws IOException {
        if (limit - position < count && !exhausted) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
            while (limit < count && !exhausted) {
                int more = readSource();
                exhausted = more < 0;
                if (more > 0) {
                    digest.update(buffer, limit, more);
                    read += more;
                    limit += more;
                }
            }
        }
        return Math.min(count, limit - position);
    }

    /** A source that failed once stays failed: its next answer could be taken for the end of the document. */
    private int readSource() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return in.read(buffer, limit, buffer.length - limit);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    boolean ended() throws IOException {
        return ready(1) == 0;
    }

    /** The unsigned byte this far ahead, which must lie ready. */
    int peek(int ahead) {
        return buffer[position + ahead] & 0xFF;
    }

    int next() throws IOException {
        require(1);
        return buffer[position++] & 0xFF;
    }

    /** The unsigned little-endian number of so many bytes. */
    long next(int size) throws IOException {
        require(size);
        long number = peek(0, size);
        position += size;
        return number;
    }

    /** The unsigned little-endian number of so many bytes this far ahead, which must lie ready. */
    long peek(int ahead, int size) {
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | peek(ahead + i);
        }
        return number;
    }

    byte[] next(int size, byte[] into) throws IOException {
        for (int got = 0; got < size; ) {
            got += read(into, got, size - got);
        }
        return into;
    }

    void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            require(1);
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    /** Some bytes, at least one. */
    int read(byte[] target, int from, int length) throws IOException {
        require(1);
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, from, count);
        position += count;
        return count;
    }

    void feed(Inflater inflater) throws IOException {
        require(1);
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    /** Takes back what the inflater was fed and did not need. */
    void takeBack(Inflater inflater) {
        position -= inflater.getRemaining();
    }

    /** Reads to the end, where block-wise senders may have filled up with zero bytes, but nothing else may stand. */
    void requireOnlyPadding() throws IOException {
        while (!ended()) {
            if (next() != 0) {
                throw broken("more bytes", "is followed by something else: send each document as a file of its own");
            }
        }
    }

    void require(int count) throws IOException {
        if (ready(count) < count) {
            throw broken("ends at byte " + read, "is cut off: have the whole document sent again");
        }
    }

    BrokenDocument broken(String value, String rule) {
        return broken("archive-broken", value, rule);
    }

    BrokenDocument broken(String code, String value, String rule) {
        return new BrokenDocument(new Fault(code, "byte " + offset(), value, "the archive " + rule));
    }

    /** How many bytes were used so far. */
    long offset() {
        return read - (limit - position);
    }

    void drain() throws IOException {
        do {
            position = limit;
        } while (ready(1) > 0);
    }

    long count() {
        return read;
    }

    String hash() {
        if (hash == null) {
            if (!exhausted) {
                throw new IllegalStateException("the document was not read to its end");
            }
            hash = HexFormat.of().formatHex(digest.digest());
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
