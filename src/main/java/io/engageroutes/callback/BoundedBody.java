package io.engageroutes.callback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Reads bytes that a stranger sends: never more than allowed, and not for ever.
 *
 * @param most the most bytes kept
 * @param longest how long a sender may take for all of them; for a silence in between the server has a limit of its own
 */
record BoundedBody(int most, Duration longest) {

    /** So much more is read and dropped, for most clients only look at an answer once they have sent everything. */
    private static final int DROPPED = 20 * 1024 * 1024;

    private static final int AT_ONCE = 16 * 1024;

    /**
     * All of them.
     *
     * @param promised how many the sender announced, or below zero
     * @throws CallbackTooLarge when there are more, whatever was announced
     * @throws CallbackTooSlow when they do not come in time
     * @throws IOException when the sender broke off or fell silent
     */
    byte[] read(InputStream body, long promised) throws IOException {
        if (promised > (long) most + DROPPED) {
            throw new CallbackTooLarge(most);
        }
        long until = System.nanoTime() + longest.toNanos();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(AT_ONCE);
        byte[] part = new byte[AT_ONCE];
        long bytes = 0;
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            bytes += read;
            if (bytes <= most) {
                kept.write(part, 0, read);
            }
            boolean over = System.nanoTime() - until > 0;
            if (bytes > (long) most + DROPPED || over && bytes > most) {
                throw new CallbackTooLarge(most);
            }
            if (over) {
                throw new CallbackTooSlow(longest);
            }
        }
        if (bytes > most) {
            throw new CallbackTooLarge(most);
        }
        return kept.toByteArray();
    }
}
