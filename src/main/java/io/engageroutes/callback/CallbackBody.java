package io.engageroutes.callback;

import jakarta.servlet.ServletRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Route step: the raw bytes of a callback, as {@link CallbackFilter} read them. */
public final class CallbackBody {

    /**
     * @throws CallbackTooLarge when there were more bytes than are read
     * @throws CallbackTooSlow when they did not come in time
     */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        ServletRequest request = message.getHeader("CamelHttpServletRequest", ServletRequest.class);
        Object body = request == null ? null : request.getAttribute(TakenCallback.BODY);
        if (body instanceof RuntimeException trouble) {
            throw trouble;
        }
        if (!(body instanceof byte[])) {
            throw new IllegalStateException(
                    "a callback is taken below /callbacks/ only: mend the address of its route");
        }
        message.setBody(body);
    }
}
