package io.engageroutes.intake.mapping;

import java.io.ByteArrayOutputStream;

/** Bytes in memory, and never too many. */
final class BoundedBytes extends ByteArrayOutputStream {

    private final int most;

    BoundedBytes(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        require(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        require(length);
        super.write(bytes, from, length);
    }

    private void require(int more) {
        if (count + (long) more > most) {
            throw new MappingFailure("the result has more than " + most + " bytes");
        }
    }
}
