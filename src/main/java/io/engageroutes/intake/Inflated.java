package io.engageroutes.intake;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The content of one deflate stream; leaves the raw bytes right behind its end. */
final class Inflated extends Content {

    private final RawBytes raw;
    private final Inflater inflater;
    private final CRC32 checksum = new CRC32();
    private boolean ended;

    Inflated(RawBytes raw, Inflater inflater) {
        this.raw = raw;
        this.inflater = inflater;
        inflater.reset();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (ended || length == 0) {
            return length == 0 ? 0 : -1;
        }
        try {
            int count;
            while ((count = inflater.inflate(target, from, length)) == 0) {
                if (inflater.finished()) {
                    ended = true;
                    raw.takeBack(inflater);
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw raw.broken("preset dictionary", "uses what no archive may: have the document packed again");
                }
                raw.feed(inflater);
            }
            checksum.update(target, from, count);
            return count;
        } catch (DataFormatException e) {
            throw raw.broken(e.getMessage(), "is damaged: have the document sent again, in binary mode");
        }
    }

    @Override
    long checksum() {
        return checksum.getValue();
    }

    @Override
    long packedSize() {
        return inflater.getBytesRead();
    }

    @Override
    long size() {
        return inflater.getBytesWritten();
    }
}
