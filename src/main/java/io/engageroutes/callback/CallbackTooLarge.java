package io.engageroutes.callback;

/** A callback with more bytes than are read; its sender is told the limit. */
public final class CallbackTooLarge extends RuntimeException {

    CallbackTooLarge(long most) {
        super(
                "the body has more than " + most + " bytes: send less in one callback, or raise callbacks.most-bytes",
                null,
                false,
                false);
    }
}
