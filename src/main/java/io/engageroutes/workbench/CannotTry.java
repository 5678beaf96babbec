package io.engageroutes.workbench;

/** What was asked for cannot be tried at all; the message is for its user and says what there is, or what to do. */
public final class CannotTry extends RuntimeException {

    public CannotTry(String message) {
        super(message, null, false, false);
    }
}
