package io.engageroutes.callback.scheme;

/** A secret or key that is none. The message shows nothing of it. */
public final class WrongSecret extends IllegalArgumentException {

    WrongSecret(String wrong) {
        super(wrong);
    }
}
