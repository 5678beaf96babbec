package io.engageroutes.intake;

import io.engageroutes.receipt.Fault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a document that unpacks to more than it may. */
final class Meter {

    /** Small documents may be as repetitive as they like. */
    private static final long RATIO_COUNTS_FROM = 10L << 20;

    private final RawBytes raw;
    private final Unpacked.Limits limits;
    private long unpacked;
    private int entries;
    private BrokenDocument broken;

    Meter(RawBytes raw, Unpacked.Limits limits) {
        this.raw = raw;
        this.limits = limits;
    }

    InputStream over(InputStream content) {
        return new Metered(content);
    }

    void countEntry() {
        if (++entries > limits.mostEntries()) {
            throw tooMuch("too-many-entries", "more than " + limits.mostEntries() + " entries");
        }
    }

    /** A document that was found broken stays so, whatever its reader does next. */
    void requireSound() {
        if (broken != null) {
            throw broken;
        }
    }

    void broken(BrokenDocument reason) {
        broken = reason;
    }

    private void count(long bytes) {
        unpacked += bytes;
        if (unpacked > limits.mostBytes()) {
            throw tooMuch("unpacked-too-large", "more than " + limits.mostBytes() + " bytes");
        }
        if (unpacked > RATIO_COUNTS_FROM && unpacked / limits.mostRatio() > raw.offset()) {
            throw tooMuch("compression-bomb", "more than " + limits.mostRatio() + " times its size");
        }
    }

    private BrokenDocument tooMuch(String code, String value) {
        return new BrokenDocument(new Fault(
                code,
                "byte " + raw.offset(),
                value,
                "is more than a document may hold: split it, or raise the limit if it is rightly so"));
    }

    private final class Metered extends FilterInputStream {

        Metered(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            requireSound();
            try {
                int got = in.read(target, from, length);
                count(Math.max(got, 0));
                return got;
            } catch (BrokenDocument e) {
                broken(e);
                throw e;
            }
        }

        @Override
        public long skip(long count) throws IOException {
            // Skipping is reading: what is skipped counts.
            byte[] skipped = new byte[(int) Math.max(0, Math.min(count, RawBytes.CHUNK))];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        @Override
        public void close() {
            // The document goes on behind this content.
        }
    }
}
