package io.engageroutes.delivery;

import java.time.Instant;
import java.util.List;

/**
 * A dead letter in a list.
 *
 * @param state dead, replayed (on its way again), delivered, skipped, duplicate, discarded
 * @param documentName null when the document was never entered
 * @param uniqueId null when the document's reader rejected the transaction
 * @param reasons the fault codes
 */
public record DeadLetter(
        String id,
        String state,
        String source,
        String documentId,
        String documentName,
        String place,
        String uniqueId,
        String receiptNumber,
        List<String> reasons,
        int attempts,
        int replays,
        Instant diedAt,
        Instant changedAt) {

    /**
     * All of one.
     *
     * @param faults a JSON array of code, place, value and rule
     * @param original the source's own text, null where a file holds it
     * @param canonical the receipt as canonical JSON, null when the document's reader rejected it
     * @param payload JSON that was, or would have been, sent to Engage; null when it did not come to that
     * @param answer what Engage said, null when it was not asked
     * @param history a JSON array, see {@link DeadLetterHistory}
     */
    public record Whole(
            DeadLetter letter,
            String flow,
            String faults,
            String original,
            String canonical,
            String payload,
            String answer,
            String history) {}

    /** How many letters of one state, source and set of reasons there are. */
    public record Count(String state, String source, List<String> reasons, long letters) {}

    /**
     * Which are meant; null for any.
     *
     * @param reason one fault code
     * @param document a document's id or name
     * @param from when they died, inclusive
     * @param to exclusive
     */
    public record Filter(
            String state,
            String reason,
            String source,
            String receiptNumber,
            String uniqueId,
            String document,
            Instant from,
            Instant to) {}
}
