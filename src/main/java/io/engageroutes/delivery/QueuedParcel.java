package io.engageroutes.delivery;

/**
 * A parcel ready for the queue.
 *
 * @param id the same for the same part of the same document, so that the broker drops what it already has after a crash
 * @param json the parcel as JSON
 * @param waits false for post-voids of a source whose receipts wait on the queue: they are to find these there
 */
public record QueuedParcel(String id, byte[] json, boolean waits) {}
