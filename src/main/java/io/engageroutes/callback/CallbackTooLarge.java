package io.engageroutes.callback;

/** A callback with more bytes than are read; its sender is told the limit. */
public final class CallbackTooLarge extends RuntimeException {

    CallbackTooLarge(long most) {
        super(
                "the body has more than " + most
                        + " bytes: send fewer receipts in one callback, or raise intake.most-callback",
                null,
                false,
                false);
    }
}
