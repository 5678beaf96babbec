package io.engageroutes.callback;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpMessage;

/** Route step: a callback's raw bytes, read once. {@link CallbackLimits} bounds what is read; this step says what came of it. */
public final class CallbackBody {

    private final int most;

    /** @param most the most bytes */
    public CallbackBody(int most) {
        this.most = most;
    }

    /**
     * @throws CallbackTooLarge when there are more bytes, whatever the header {@code Content-Length} promised
     * @throws CallbackTooSlow when they did not come in time, or broke off
     */
    public void read(Exchange exchange) throws IOException {
        try (InputStream body = exchange.getMessage().getBody(InputStream.class)) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(most + 1);
            HttpMessage http = exchange.getMessage() instanceof HttpMessage message ? message : null;
            if (http != null && http.getRequest().getAttribute(CallbackLimits.BROKEN) instanceof RuntimeException why) {
                throw why;
            }
            if (bytes.length > most) {
                throw new CallbackTooLarge(most);
            }
            exchange.getMessage().setBody(bytes);
        }
    }
}
