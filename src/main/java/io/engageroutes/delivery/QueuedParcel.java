package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;

/**
 * A parcel ready for the queue.
 *
 * @param id the same for the same part of the same document, so that the broker drops what it already has after a crash; null of a message, which
 *     leaves its queue in the transaction that queues its parcels
 * @param json the parcel as JSON
 * @param kind what it carries, which says for which queue it is
 * @param group what is delivered one after another, as the broker's message group; null for receipts, which go side by side
 * @param waits false for post-voids of a source whose receipts wait on the queue: they are to find these there
 */
public record QueuedParcel(String id, byte[] json, Kind kind, String group, boolean waits) {

    /** The flow that takes it to Engage. */
    public String flow() {
        return kind.flow();
    }
}
