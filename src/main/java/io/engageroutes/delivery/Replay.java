package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts dead letters back on their way, mended or as they are, or notes that they will not be delivered.
 *
 * <p>A replay is one database transaction around the sending: lock the letter, note the replay, send, commit. What can go wrong:
 *
 * <ul>
 *   <li>Sending fails: the transaction rolls back and the letter is dead as before.
 *   <li>It dies between sending and commit: the letter is dead as before and its message is on the queue as well. Nothing is
 *       lost, and nothing is doubled, for the message kept its id: its end is entered into the letter as that of a replay that
 *       nobody noted. If somebody replays the letter again before that, two messages of one id are on their way; they share one
 *       claim of the business key, so that the second to come finds the first delivered, and if both go at the same moment Engage
 *       ignores the second as known. If the second was mended and differs, it is a conflict and shows as a dead letter again.
 *   <li>The message ends before the commit: its end waits for the lock of the letter.
 * </ul>
 *
 * <p>The broker's own duplicate detection is not used here: were the queue lost after the crash, it would silently swallow the
 * replay that makes up for it.
 */
public final class Replay {

    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final Clock clock;
    private final Outgoing outgoing;

    public Replay(TransactionTemplate transaction, JdbcTemplate database, Clock clock, Outgoing outgoing) {
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
        this.outgoing = outgoing;
    }

    /** The way to the flow's queue. */
    @FunctionalInterface
    public interface Outgoing {

        /** Returns when the parcel is durable on the broker, and throws when it is not. */
        void send(QueuedParcel parcel);
    }

    /** What became of the wish. */
    public sealed interface Outcome {

        /** @param replays how often it was replayed by now */
        record Done(int replays) implements Outcome {}

        /** There is no such letter. */
        record Unknown() implements Outcome {}

        /** Somebody was faster, or it is long over. */
        record NotDead(String state) implements Outcome {}

        /** There is nothing to send, and why. */
        record NoReceipt(String why) implements Outcome {}
    }

    /**
     * Replays one letter.
     *
     * @param mended what is sent instead of the stored one; null to send that
     * @param note who and why; or null
     * @throws NotDurable when it could not be sent and so nothing has changed
     */
    public Outcome replay(String id, Content mended, String note) {
        return change(id, letter -> {
            Content content;
            try {
                content = mended == null ? stored(letter) : mended;
            } catch (IOException e) {
                return new Outcome.NoReceipt(
                        "the stored " + letter.kind().field() + " cannot be read any more: " + e.getMessage());
            }
            if (content == null) {
                return new Outcome.NoReceipt("the document's reader could not make a "
                        + letter.kind().field() + " of it");
            }
            return send(letter, content, note);
        });
    }

    /** It will not be delivered, and somebody says why. */
    public Outcome discard(String id, String note) {
        return change(id, letter -> {
            var step = new DeadLetterHistory.Step(clock.millis(), DeadLetters.DISCARDED, letter.replays(), note);
            database.update(
                    "update dead_letter set state = ?, history = ?, changed_at = ? where message_id = ?",
                    DeadLetters.DISCARDED,
                    DeadLetterHistory.with(letter.history(), step),
                    step.at(),
                    id);
            return new Outcome.Done(letter.replays());
        });
    }

    private Outcome change(String id, Function<LockedLetter, Outcome> change) {
        return transaction.execute(status -> {
            LockedLetter letter = LockedLetter.lock(database, id).orElse(null);
            if (letter == null) {
                return new Outcome.Unknown();
            }
            return letter.is(DeadLetters.DEAD) ? change.apply(letter) : new Outcome.NotDead(letter.state());
        });
    }

    private static Content stored(LockedLetter letter) throws IOException {
        return letter.canonical() == null ? null : Content.read(letter.kind(), letter.canonical());
    }

    private Outcome send(LockedLetter letter, Content content, String note) {
        byte[] canonical = content.json();
        String hash = ContentHash.of(canonical);
        int replays = letter.replays() + 1;
        boolean same = letter.hasContent(hash);
        var step = new DeadLetterHistory.Step(
                clock.millis(), DeadLetters.REPLAYED, replays, note, same ? null : letter.canonical());
        database.update(
                """
                update dead_letter set state = ?, replays = ?, canonical = ?, business_key = ?, receipt_number = ?,
                    history = ?, changed_at = ? where message_id = ?""",
                DeadLetters.REPLAYED,
                replays,
                new String(canonical, StandardCharsets.UTF_8),
                DeadLetters.id(content.businessKey()),
                DeadLetters.id(content.number()),
                DeadLetterHistory.with(letter.history(), step),
                step.at(),
                letter.id());
        if (!same) {
            database.update("update dead_letter set payload = null where message_id = ?", letter.id());
        }
        var entry = new Parcel.Entry(
                letter.id(),
                Objects.requireNonNullElse(letter.place(), "message"),
                content.kind(),
                content,
                hash,
                List.of(),
                null,
                letter.original(),
                0,
                0,
                replays,
                null,
                null);
        var parcel = new Parcel(
                letter.source(),
                letter.documentId(),
                documentName(letter),
                false,
                DigitalReceipts.of(letter.digitalReceipts()),
                List.of(entry));
        try {
            // no id: the broker's duplicate detection is not wanted here
            outgoing.send(new QueuedParcel(null, ParcelJson.write(parcel), content.kind(), group(content), true));
        } catch (RuntimeException e) {
            throw new NotDurable(e);
        }
        return new Outcome.Done(replays);
    }

    private static String group(Content content) {
        return content.kind() == Kind.RECEIPT ? null : content.businessKey();
    }

    private String documentName(LockedLetter letter) {
        return database
                .queryForList("select name from document where id = ?", String.class, letter.documentId())
                .stream()
                .findFirst()
                .orElse(letter.documentId());
    }

    /** The queue could not take it; nothing has changed. */
    public static final class NotDurable extends RuntimeException {

        NotDurable(Throwable cause) {
            super("the broker did not take the message", cause);
        }
    }
}
