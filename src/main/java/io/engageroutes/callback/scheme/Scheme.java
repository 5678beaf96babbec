package io.engageroutes.callback.scheme;

/** How a shop shows that a callback is its own. Safe for threads; compares in constant time. */
@FunctionalInterface
public interface Scheme {

    /**
     * Returns when the callback is the shop's own.
     *
     * @param body the body as received, before anything parsed it
     * @throws BadSignature otherwise, with a reason that may be shown to whoever sent it
     */
    void verify(CallbackHeaders headers, byte[] body);
}
