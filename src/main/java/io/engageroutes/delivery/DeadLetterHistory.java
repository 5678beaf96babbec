package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;

/**
 * What happened to a dead letter and when, as a JSON array of {@code at}, {@code event} (dead, replayed, delivered, skipped,
 * duplicate, discarded), {@code replay} (which one; left out before the first), {@code note} (a person's, or the reason) and
 * {@code before} (the receipt that a replay mended).
 */
final class DeadLetterHistory {

    private static final int LONGEST = 900_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeadLetterHistory() {}

    /**
     * One thing that happened.
     *
     * @param replay 0 before the first replay
     * @param note null when there is nothing to say
     * @param before a receipt as JSON, null when none was mended
     */
    record Step(long at, String event, int replay, String note, String before) {

        Step(long at, String event, int replay, String note) {
            this(at, event, replay, note, null);
        }
    }

    static String begin(Step step) {
        return with("[]", step);
    }

    /** The history with one more step; when it grows too long for its column, the oldest receipts go first, then the oldest steps. */
    static String with(String history, Step step) {
        try {
            ArrayNode steps = (ArrayNode) JSON.readTree(history);
            ObjectNode node = steps.addObject();
            node.put("at", Instant.ofEpochMilli(step.at()).toString());
            node.put("event", step.event());
            if (step.replay() > 0) {
                node.put("replay", step.replay());
            }
            if (step.note() != null) {
                node.put("note", step.note());
            }
            if (step.before() != null) {
                node.putRawValue("before", new RawValue(step.before()));
            }
            return shortened(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a dead letter is not JSON", e);
        }
    }

    private static String shortened(ArrayNode steps) throws JsonProcessingException {
        String text = JSON.writeValueAsString(steps);
        for (int step = 0; text.length() > LONGEST && step < steps.size(); step++) {
            if (((ObjectNode) steps.get(step)).remove("before") != null) {
                text = JSON.writeValueAsString(steps);
            }
        }
        while (text.length() > LONGEST) {
            steps.remove(0);
            text = JSON.writeValueAsString(steps);
        }
        return text;
    }
}
