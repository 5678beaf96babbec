package io.engageroutes.callback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.camel.Exchange;

/** Route step: reads a callback's raw bytes once, never more than allowed, and not from a sender that takes for ever. */
public final class CallbackBody {

    private static final int AT_ONCE = 16 * 1024;

    private final int most;
    private final Duration longest;

    /**
     * @param most the most bytes read
     * @param longest how long a sender may take; what it sends is waited for by the server's own limit as well
     */
    public CallbackBody(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
    }

    /**
     * @throws CallbackTooLarge when there are more bytes, whatever the header {@code Content-Length} promised
     * @throws CallbackTooSlow when they do not come in time, or not at all
     */
    public void read(Exchange exchange) {
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            exchange.getMessage().setBody(body == null ? new byte[0] : bytes(body));
        } catch (IOException e) {
            throw new CallbackTooSlow(longest);
        }
    }

    private byte[] bytes(InputStream body) throws IOException {
        long until = System.nanoTime() + longest.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(AT_ONCE);
        byte[] part = new byte[AT_ONCE];
        for (int read = body.read(part); read >= 0; read = body.read(part)) {
            bytes.write(part, 0, read);
            if (bytes.size() > most) {
                throw new CallbackTooLarge(most);
            }
            if (System.nanoTime() > until) {
                throw new CallbackTooSlow(longest);
            }
        }
        return bytes.toByteArray();
    }
}
