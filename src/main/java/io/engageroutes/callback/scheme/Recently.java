package io.engageroutes.callback.scheme;

import java.time.Clock;
import java.time.Duration;

/**
 * Whether a signature was made a short while ago, so that one that somebody overheard cannot be used for long.
 *
 * @param tolerance how far its time may be from the clock, in both directions
 */
record Recently(Duration tolerance, Clock clock) {

    Recently {
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("the tolerance " + tolerance + " is below zero");
        }
    }

    /** @param timestamp seconds since 1970 */
    void require(String header, String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            throw new BadSignature(header + " is not a number of seconds");
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (age > tolerance.toSeconds()) {
            throw new BadSignature(header + " is " + age + " s old, more than the " + tolerance.toSeconds()
                    + " s allowed: sign every attempt anew, and check both clocks");
        }
        if (-age > tolerance.toSeconds()) {
            throw new BadSignature(header + " is " + -age + " s in the future, more than the " + tolerance.toSeconds()
                    + " s allowed: check both clocks");
        }
    }
}
