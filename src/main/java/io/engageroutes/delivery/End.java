package io.engageroutes.delivery;

import io.engageroutes.receipt.Fault;
import java.time.Duration;
import java.util.List;

/** What became of a message in a flow. The first four are final and each message has one; the others are of the moment. */
public sealed interface End {

    /** Engage has it. */
    record Delivered() implements End {}

    /** Nothing to deliver, and why: a constant such as {@code no-contact}. */
    record Skipped(String reason) implements End {}

    /** Engage already has the same content under the same key. */
    record Duplicate() implements End {}

    /**
     * Wrong, and no retry helps.
     *
     * @param answer what Engage said, or null when it was not asked
     */
    record Dead(List<Fault> faults, String answer) implements End {}

    /** Time will help: back on the queue, to be judged again after the delay. */
    record Later(String reason, Duration delay) implements End {}

    /** This very message had its end before and only its parcel came again, after a crash. */
    record EndedBefore() implements End {}
}
