package io.engageroutes.intake;

import java.io.IOException;
import java.io.InputStream;

/** The unpacked bytes of one archive entry, with what its archive says about them once they were read. */
abstract class Content extends InputStream {

    abstract long checksum();

    abstract long packedSize();

    abstract long size();

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }
}
