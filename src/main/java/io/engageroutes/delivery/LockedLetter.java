package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A dead letter that nobody else can change until the transaction ends. Who replays, discards or ends a letter reads it in this
 * way first, so that none of them works on what another one is about to change.
 */
record LockedLetter(
        String id,
        String state,
        String flow,
        String source,
        String documentId,
        String place,
        String original,
        String canonical,
        int replays,
        String history,
        String digitalReceipts) {

    /** Waits for whoever holds it; empty when there is no such letter. */
    static Optional<LockedLetter> lock(JdbcTemplate database, String id) {
        return database
                .query(
                        """
                        select message_id, state, flow, source, document_id, place, original, canonical, replays, history,
                            digital_receipts
                        from dead_letter where message_id = ? for update""",
                        (row, number) -> new LockedLetter(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getInt(9),
                                row.getString(10),
                                row.getString(11)),
                        id)
                .stream()
                .findFirst();
    }

    Kind kind() {
        return Kind.ofFlow(flow);
    }

    boolean is(String someState) {
        return state.equals(someState);
    }

    /** Whether this is the content that was last put on its way. */
    boolean hasContent(String contentHash) {
        return canonical != null && ContentHash.of(canonical).equals(contentHash);
    }
}
