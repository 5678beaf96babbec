package io.engageroutes.intake;

import java.io.IOException;
import java.io.InputStream;

/** The content of a document that is not wrapped. */
final class Plain extends InputStream {

    private final RawBytes raw;

    Plain(RawBytes raw) {
        this.raw = raw;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return raw.ended() ? -1 : raw.read(target, from, length);
    }

    @Override
    public int read() throws IOException {
        return raw.ended() ? -1 : raw.next();
    }
}
