package io.engageroutes.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enters messages that died, and what became of those that were replayed; {@link DeadLetterSearch} finds them again. */
public final class DeadLetters {

    static final String DEAD = "dead";
    static final String REPLAYED = "replayed";
    static final String DISCARDED = "discarded";

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_ANSWER = 10_000;
    private static final int LONGEST_FAULTS = 1_000_000;
    private static final int LONGEST_CONTENT = 10_000_000;

    private final JdbcTemplate database;
    private final Clock clock;

    public DeadLetters(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Part of the transaction that settles a parcel; entering a parcel twice changes nothing. */
    public void enter(List<? extends FlowMessage> ended) {
        Set<String> diedBefore = diedBefore(ended);
        for (FlowMessage message : ended) {
            if (message.entry().replays() > 0 || diedBefore.contains(message.id())) {
                endAgain(message);
            } else if (message.end() instanceof End.Dead dead) {
                bury(message, dead);
            }
        }
    }

    /** Those that died, were brought again after a crash and, such as when Engage only failed on them, ended otherwise. */
    private Set<String> diedBefore(List<? extends FlowMessage> ended) {
        Object[] ids = ended.stream()
                .filter(message -> message.entry().replays() == 0 && !(message.end() instanceof End.Dead))
                .map(FlowMessage::id)
                .toArray();
        Set<String> known = new HashSet<>();
        if (ids.length > 0) {
            database.query(
                    connection -> {
                        var select = connection.prepareStatement(
                                "select message_id from dead_letter where message_id = any(?)");
                        select.setArray(1, connection.createArrayOf("varchar", ids));
                        return select;
                    },
                    row -> {
                        known.add(row.getString(1));
                    });
        }
        return known;
    }

    private void bury(FlowMessage message, End.Dead dead) {
        long now = clock.millis();
        int replays = message.entry().replays();
        database.update(
                """
                insert into dead_letter (message_id, state, flow, source, document_id, place, business_key, receipt_number,
                    reason, faults, original, canonical, payload, answer, attempts, replays, history, digital_receipts, died_at,
                    changed_at)
                values (?, 'dead', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""",
                message.id(),
                message.kind().flow(),
                message.parcel().source(),
                message.parcel().document(),
                ColumnText.fit(message.entry().place(), LONGEST_PLACE),
                id(message.businessKey()),
                id(message.number()),
                FaultJson.reason(dead.faults()),
                faults(dead),
                ColumnText.fit(message.entry().original(), LONGEST_CONTENT),
                canonical(message),
                payload(message),
                ColumnText.fit(dead.answer(), LONGEST_ANSWER),
                message.attempts(),
                replays,
                DeadLetterHistory.begin(
                        new DeadLetterHistory.Step(now, DEAD, replays, FaultJson.reason(dead.faults()))),
                message.parcel().digitalReceipts().word(),
                now,
                now);
    }

    /**
     * The lock waits for the transaction that replayed the letter: its message may end before that one has committed.
     *
     * <p>A message ends twice when the broker brings its parcel again after a crash, and two messages of one letter are on
     * their way when the replaying transaction was lost after it had sent. So an end counts if it is that of the replay that was
     * noted last, with the content that was sent then, or of a later one that nobody lived to note. Every other is only a line
     * in the history.
     */
    private void endAgain(FlowMessage message) {
        LockedLetter letter = LockedLetter.lock(database, message.id()).orElse(null);
        if (letter == null) {
            if (message.end() instanceof End.Dead dead) {
                bury(message, dead);
            }
            return;
        }
        int replay = message.entry().replays();
        boolean current = replay == letter.replays() && letter.hasContent(message.contentHash());
        boolean waited = letter.is(REPLAYED) || letter.is(DEAD) && !(message.end() instanceof End.Dead);
        if (replay > letter.replays() || current && waited) {
            end(letter, message);
        } else if (!current) {
            note(letter, message);
        }
    }

    private void note(LockedLetter letter, FlowMessage message) {
        database.update(
                "update dead_letter set history = ?, changed_at = ? where message_id = ?",
                history(letter, message),
                clock.millis(),
                letter.id());
    }

    private void end(LockedLetter letter, FlowMessage message) {
        database.update(
                """
                update dead_letter set state = ?, canonical = ?, payload = ?, attempts = ?, replays = ?, business_key = ?,
                    receipt_number = ?, history = ?, changed_at = ? where message_id = ?""",
                Ledger.name(message.end()),
                canonical(message),
                payload(message),
                message.attempts(),
                message.entry().replays(),
                id(message.businessKey()),
                id(message.number()),
                history(letter, message),
                clock.millis(),
                letter.id());
        if (message.end() instanceof End.Dead dead) {
            database.update(
                    "update dead_letter set reason = ?, faults = ?, answer = ? where message_id = ?",
                    FaultJson.reason(dead.faults()),
                    faults(dead),
                    ColumnText.fit(dead.answer(), LONGEST_ANSWER),
                    letter.id());
        }
    }

    private String history(LockedLetter letter, FlowMessage message) {
        return DeadLetterHistory.with(
                letter.history(),
                new DeadLetterHistory.Step(
                        clock.millis(),
                        Ledger.name(message.end()),
                        message.entry().replays(),
                        Ledger.reason(message.end())));
    }

    static String id(String text) {
        return ColumnText.fit(text, LONGEST_ID);
    }

    /** All of them, or as many whole ones as the column takes. */
    private static String faults(End.Dead dead) {
        var faults = dead.faults();
        String text = FaultJson.text(faults);
        while (text.length() > LONGEST_FAULTS) {
            faults = faults.subList(0, faults.size() / 2);
            text = FaultJson.text(faults);
        }
        return text;
    }

    private static String canonical(FlowMessage message) {
        if (message.content() == null) {
            return null;
        }
        String json = new String(message.content().json(), StandardCharsets.UTF_8);
        return json.length() > LONGEST_CONTENT ? null : json; // half a message would be none
    }

    private static String payload(FlowMessage message) {
        return message.payload() == null || message.payload().length > LONGEST_CONTENT
                ? null
                : new String(message.payload(), StandardCharsets.UTF_8);
    }
}
