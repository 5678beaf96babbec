package io.engageroutes.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whose turn it is among the messages of one order or contact: that of the one which came first and has no end yet. The broker hands
 * out the messages of a group one after another, but one that is put off leaves the queue for a while, and others of its group would
 * pass it.
 *
 * <p>A turn ends with the message, also with a dead letter. A message that does not come again, such as when somebody emptied the
 * queue, would hold up the others for ever: after the patience it loses its turn.
 */
public final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final int LONGEST_KEY = 100;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration patience;

    /** @param patience how long the others of its group wait for a message that is overdue */
    public Turns(JdbcTemplate database, Clock clock, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
    }

    private record Turn(String messageId, long dueAt, Long missedAt) {}

    /** Route step: ends those messages for now that are not the first of their key, until soon after the first one comes again. */
    public void take(List<? extends FlowMessage> messages) {
        messages.stream().filter(FlowMessage::isOpen).forEach(this::take);
    }

    private void take(FlowMessage message) {
        if (message.group() == null) {
            return; // it cannot be read, and is about nothing that others are about
        }
        long now = clock.millis();
        database.update(
                "insert into turn (flow, business_key, message_id, due_at) values (?, ?, ?, ?) on conflict do nothing",
                message.kind().flow(),
                key(message),
                message.id(),
                now);
        Turn first = first(message);
        while (!first.messageId().equals(message.id()) && isLost(message, first, now)) {
            leave(message, first.messageId());
            LOG.warn(
                    "Message {} did not come again; the next one of its {} goes on",
                    first.messageId(),
                    message.kind().field());
            first = first(message);
        }
        if (!first.messageId().equals(message.id())) {
            long wait = Math.max(0, first.dueAt() - now);
            message.end(new End.Later("waits-for-earlier", A_MOMENT.plusMillis(wait)));
        } else if (first.missedAt() != null) {
            database.update(
                    "update turn set missed_at = null where flow = ? and business_key = ? and message_id = ?",
                    message.kind().flow(),
                    key(message),
                    message.id());
        }
    }

    /** Its patience runs from when somebody missed it: while we or the broker are away, nobody comes. */
    private boolean isLost(FlowMessage message, Turn first, long now) {
        if (first.dueAt() > now) {
            return false;
        }
        if (first.missedAt() == null) {
            database.update(
                    "update turn set missed_at = ? where flow = ? and business_key = ? and message_id = ?",
                    now,
                    message.kind().flow(),
                    key(message),
                    first.messageId());
            return false;
        }
        return now - first.missedAt() > patience.toMillis();
    }

    private Turn first(FlowMessage message) {
        return database.queryForObject(
                """
                select message_id, due_at, missed_at from turn
                where flow = ? and business_key = ? order by place fetch first row only""",
                (row, number) -> new Turn(row.getString(1), row.getLong(2), (Long) row.getObject(3)),
                message.kind().flow(),
                key(message));
    }

    /** Part of the transaction that settles the messages: who ended gives way, who was put off keeps its turn. */
    void settle(List<? extends FlowMessage> messages) {
        for (FlowMessage message : messages) {
            if (message.group() == null) {
                continue;
            }
            if (message.end() instanceof End.Later later) {
                database.update(
                        """
                        update turn set due_at = ?, missed_at = null
                        where flow = ? and business_key = ? and message_id = ?""",
                        clock.millis() + later.delay().toMillis(),
                        message.kind().flow(),
                        key(message),
                        message.id());
            } else {
                leave(message, message.id());
            }
        }
    }

    private void leave(FlowMessage message, String messageId) {
        database.update(
                "delete from turn where flow = ? and business_key = ? and message_id = ?",
                message.kind().flow(),
                key(message),
                messageId);
    }

    private static String key(FlowMessage message) {
        return ColumnText.fit(message.group(), LONGEST_KEY);
    }
}
