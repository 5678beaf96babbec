package io.engageroutes.callback;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;

/** Route step: reads a callback's raw bytes once, and never more than allowed. */
public final class CallbackBody {

    private final int most;

    /** @param most the most bytes read */
    public CallbackBody(int most) {
        this.most = most;
    }

    /** @throws CallbackTooLarge when there are more bytes, whatever the header {@code Content-Length} promised */
    public void read(Exchange exchange) throws IOException {
        InputStream body = exchange.getMessage().getBody(InputStream.class);
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new CallbackTooLarge(most);
        }
        exchange.getMessage().setBody(bytes);
    }
}
