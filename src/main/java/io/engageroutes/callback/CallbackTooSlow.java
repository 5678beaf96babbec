package io.engageroutes.callback;

import java.time.Duration;

/** A callback whose bytes did not come in time, or broke off. */
public final class CallbackTooSlow extends RuntimeException {

    CallbackTooSlow(Duration longest) {
        super("the body did not come whole within " + longest.toSeconds() + " s: send it again", null, false, false);
    }
}
