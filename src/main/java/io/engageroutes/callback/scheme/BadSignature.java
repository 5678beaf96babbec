package io.engageroutes.callback.scheme;

/** A callback that is not proven to be from its sender. Its message is safe to log and to answer: no secret, no expected signature. */
public final class BadSignature extends RuntimeException {

    public BadSignature(String reason) {
        super(reason, null, false, false);
    }
}
