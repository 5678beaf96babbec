package io.engageroutes.delivery;

/** Something on the queue that this application did not write. */
public final class UnreadableParcel extends RuntimeException {

    UnreadableParcel(String message, Throwable cause) {
        super("this is not a parcel of messages: " + message, cause);
    }
}
