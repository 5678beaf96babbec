package io.engageroutes.engage;

/** Engage is not asked at present; says why. Not an error of the message. */
public final class EngageIsAway extends RuntimeException {

    EngageIsAway(String reason) {
        super(reason, null, false, false);
    }
}
