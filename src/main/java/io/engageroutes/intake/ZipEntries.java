package io.engageroutes.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;

/**
 * The entries of a zip file, read as a stream from front to back and compared with its directory at the end.
 *
 * <p>Java's ZipInputStream never looks at the directory, so it takes a file cut off between two entries for a whole one; and it
 * fails on the small zip64 entries that many packers write to a pipe.
 */
final class ZipEntries {

    private static final long LOCAL = 0x04034B50L;
    private static final long DESCRIPTOR = 0x08074B50L;
    private static final int ENCRYPTED = 1;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int HIDDEN_HEADERS = 1 << 13;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ZIP64 = 1;
    private static final int LONGEST_DESCRIPTOR = 24;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final RawBytes raw;
    private final Inflater inflater;
    private final ZipDirectory directory;
    private String name;
    private Content content;
    private boolean described;
    private long checksum;
    private long packedSize;
    private long size;

    ZipEntries(RawBytes raw, Inflater inflater) {
        this.raw = raw;
        this.inflater = inflater;
        this.directory = new ZipDirectory(raw);
    }

    /** Also a zip without entries, which consists of a directory alone. */
    static boolean begins(RawBytes raw) throws IOException {
        return raw.ready(3) == 3
                && raw.peek(0) == 'P'
                && raw.peek(1) == 'K'
                && (raw.peek(2) == 3 || raw.peek(2) == 5 || raw.peek(2) == 7);
    }

    /** Goes to the next entry, once the content of the last one was read to its end; false after the last one. */
    boolean next() throws IOException {
        if (raw.ready(4) < 4 || raw.peek(0, 4) != LOCAL) {
            directory.read();
            return false;
        }
        raw.skip(6);
        int flags = (int) raw.next(2);
        int method = (int) raw.next(2);
        raw.skip(4);
        checksum = raw.next(4);
        packedSize = raw.next(4);
        size = raw.next(4);
        int nameLength = (int) raw.next(2);
        int extraLength = (int) raw.next(2);
        name = new String(raw.next(nameLength, new byte[nameLength]), StandardCharsets.UTF_8);
        extra(extraLength);
        if ((flags & (ENCRYPTED | HIDDEN_HEADERS)) != 0) {
            throw raw.broken(
                    "archive-encrypted",
                    "entry " + shown(),
                    "is encrypted: send it without a password; the connection encrypts it");
        }
        described = (flags & HAS_DESCRIPTOR) != 0;
        content = open(method);
        return true;
    }

    private void extra(int length) throws IOException {
        for (int left = length; left > 0; ) {
            if (left < 4) {
                raw.skip(left);
                return;
            }
            int kind = (int) raw.next(2);
            int fieldLength = (int) raw.next(2);
            left -= 4 + fieldLength;
            if (left < 0) {
                throw raw.broken("entry " + shown(), "is damaged: have the document sent again, in binary mode");
            }
            int used = kind == ZIP64 ? largeSizes(fieldLength) : 0;
            raw.skip(fieldLength - used);
        }
    }

    private int largeSizes(int length) throws IOException {
        int used = 0;
        if (size == IN_ZIP64 && used + 8 <= length) {
            size = raw.next(8);
            used += 8;
        }
        if (packedSize == IN_ZIP64 && used + 8 <= length) {
            packedSize = raw.next(8);
            used += 8;
        }
        return used;
    }

    private Content open(int method) throws IOException {
        if (method == DEFLATED) {
            return new Inflated(raw, inflater);
        }
        if (method != STORED) {
            throw raw.broken(
                    "entry " + shown() + ", method " + method, "is packed in a way that is not read: use deflate");
        }
        if (size < 0 || (described && size == 0 && descriptorLength(0, 0, 0) == 0)) {
            throw raw.broken("entry " + shown(), "stores it without saying how long it is: pack it with deflate");
        }
        return new Stored(raw, size);
    }

    String name() {
        return name;
    }

    /** The name without what could deceive a reader of logs. */
    String shown() {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    Content content() {
        return content;
    }

    boolean isDirectory() {
        return name.endsWith("/") || name.endsWith("\\");
    }

    /** Compares what was read with what the archive says about it. */
    void check() throws IOException {
        boolean right;
        if (described) {
            int length = descriptorLength(content.checksum(), content.packedSize(), content.size());
            raw.skip(length);
            right = length > 0;
        } else {
            right = content.checksum() == checksum && content.packedSize() == packedSize && content.size() == size;
        }
        if (!right) {
            throw raw.broken(
                    "checksum of entry " + shown(),
                    "does not hold what was packed: have the document sent again, in binary mode");
        }
        directory.expect(content.checksum());
    }

    /**
     * The length of the descriptor of such a content, or 0 when none follows. It may begin with a signature or not, and have sizes
     * of 4 or of 8 bytes; only what stands behind it tells which.
     */
    private int descriptorLength(long checksum, long packed, long unpacked) throws IOException {
        raw.require(LONGEST_DESCRIPTOR + 4);
        for (int sizes = 4; sizes <= 8; sizes += 4) {
            for (int signature = 4; signature >= 0; signature -= 4) {
                int length = signature + 4 + 2 * sizes;
                if ((signature == 0 || raw.peek(0, 4) == DESCRIPTOR)
                        && raw.peek(signature, 4) == checksum
                        && same(raw.peek(signature + 4, sizes), packed, sizes)
                        && same(raw.peek(signature + 4 + sizes, sizes), unpacked, sizes)
                        && (raw.peek(length, 4) == LOCAL || ZipDirectory.begins(raw, length))) {
                    return length;
                }
            }
        }
        return 0;
    }

    private static boolean same(long written, long counted, int size) {
        return written == (size == 4 ? counted & 0xFFFFFFFFL : counted);
    }
}
