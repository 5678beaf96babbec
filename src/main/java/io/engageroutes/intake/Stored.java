package io.engageroutes.intake;

import java.io.IOException;
import java.util.zip.CRC32;

/** The content of an entry that its zip holds as it is. */
final class Stored extends Content {

    private final RawBytes raw;
    private final long size;
    private final CRC32 checksum = new CRC32();
    private long left;

    Stored(RawBytes raw, long size) {
        this.raw = raw;
        this.size = size;
        this.left = size;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (left == 0 || length == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = raw.read(target, from, (int) Math.min(left, length));
        checksum.update(target, from, count);
        left -= count;
        return count;
    }

    @Override
    long checksum() {
        return checksum.getValue();
    }

    @Override
    long packedSize() {
        return size;
    }

    @Override
    long size() {
        return size;
    }
}
