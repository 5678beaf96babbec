package io.engageroutes.intake;

import java.io.IOException;

/** The directory at the end of a zip file: proves that the file is whole and that no entry is missing or was put in. */
final class ZipDirectory {

    private static final long ENTRY = 0x02014B50L;
    private static final long LARGE_END = 0x06064B50L;
    private static final long LARGE_END_LOCATOR = 0x07064B50L;
    private static final long END = 0x06054B50L;
    private static final int IN_ZIP64 = 0xFFFF;

    private final RawBytes raw;
    private long entries;
    private long checksums;

    ZipDirectory(RawBytes raw) {
        this.raw = raw;
    }

    static boolean begins(RawBytes raw, int ahead) {
        long signature = raw.peek(ahead, 4);
        return signature == ENTRY || signature == END || signature == LARGE_END;
    }

    /** An entry that was read, and must be in the directory. */
    void expect(long checksum) {
        entries++;
        checksums += checksum;
    }

    void read() throws IOException {
        long listed = 0;
        long sum = 0;
        long signature = raw.next(4);
        while (signature == ENTRY) {
            raw.skip(12);
            sum += raw.next(4);
            raw.skip(8);
            long rest = raw.next(2) + raw.next(2) + raw.next(2);
            raw.skip(12 + rest);
            listed++;
            signature = raw.next(4);
        }
        if (signature == LARGE_END) {
            raw.skip(raw.next(8));
            signature = raw.next(4);
        }
        if (signature == LARGE_END_LOCATOR) {
            raw.skip(16);
            signature = raw.next(4);
        }
        if (signature != END) {
            throw raw.broken(Long.toHexString(signature), "is damaged: have the document sent again, in binary mode");
        }
        raw.skip(6);
        long declared = raw.next(2);
        raw.skip(8);
        raw.skip(raw.next(2));
        raw.requireOnlyPadding();
        if (listed != entries || sum != checksums || (declared != IN_ZIP64 && declared != listed % (IN_ZIP64 + 1))) {
            throw raw.broken(
                    entries + " entries, directory lists " + listed,
                    "does not hold what its directory says: have it packed again");
        }
    }
}
