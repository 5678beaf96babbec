package io.engageroutes.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.ReceiptJson;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The dead letters in the database: what each was, why it died, and all that happened to it since. */
public final class DeadLetters {

    private static final int MOST_ROWS = 1000;

    private final JdbcTemplate database;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    public DeadLetters(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Which dead letters are meant; null for any. */
    public record Filter(String state, String reason, String source, String number, String key) {}

    /** Part of the transaction that settles a parcel; a message that is dead already stays as it is. */
    public void enter(List<ReceiptMessage> ended) {
        for (ReceiptMessage message : ended) {
            if (message.entry().replays() > 0) {
                afterReplay(message);
            } else if (message.end() instanceof End.Dead dead) {
                bury(message, dead);
            }
        }
    }

    private void bury(ReceiptMessage message, End.Dead dead) {
        long now = clock.millis();
        database.update(
                """
                insert into dead_letter (message_id, state, flow, source, document_id, place, business_key, receipt_number,
                    reason, faults, original, canonical, payload, answer, attempts, replays, history, died_at, changed_at)
                values (?, 'dead', 'receipts', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
                on conflict do nothing""",
                message.id(),
                message.parcel().source(),
                message.parcel().document(),
                message.entry().place(),
                shortened(message.businessKey()),
                shortened(message.receiptNumber()),
                FaultJson.reason(dead.faults()),
                FaultJson.text(dead.faults()),
                message.entry().original(),
                canonical(message),
                payload(message),
                dead.answer(),
                message.attempts(),
                history("[]", "dead", FaultJson.reason(dead.faults())),
                now,
                now);
    }

    private void afterReplay(ReceiptMessage message) {
        String end = Ledger.name(message.end());
        String reason = Ledger.reason(message.end());
        String history = history(historyOf(message.id()), end, reason);
        if (message.end() instanceof End.Dead dead) {
            database.update(
                    """
                    update dead_letter set state = 'dead', reason = ?, faults = ?, canonical = ?, payload = ?, answer = ?,
                        attempts = ?, business_key = ?, receipt_number = ?, history = ?, changed_at = ? where message_id = ?""",
                    FaultJson.reason(dead.faults()),
                    FaultJson.text(dead.faults()),
                    canonical(message),
                    payload(message),
                    dead.answer(),
                    message.attempts(),
                    shortened(message.businessKey()),
                    shortened(message.receiptNumber()),
                    history,
                    clock.millis(),
                    message.id());
        } else {
            database.update(
                    "update dead_letter set state = ?, history = ?, changed_at = ? where message_id = ?",
                    end,
                    history,
                    clock.millis(),
                    message.id());
        }
    }

    private static String shortened(String text) {
        return text == null || text.length() <= 100 ? text : text.substring(0, 100);
    }

    private static String canonical(ReceiptMessage message) {
        return message.receipt() == null
                ? null
                : new String(ReceiptJson.bytes(message.receipt()), StandardCharsets.UTF_8);
    }

    private static String payload(ReceiptMessage message) {
        return message.payload() == null ? null : new String(message.payload(), StandardCharsets.UTF_8);
    }

    private String historyOf(String messageId) {
        return database
                .queryForList("select history from dead_letter where message_id = ?", String.class, messageId)
                .stream()
                .findFirst()
                .orElse("[]");
    }

    private String history(String before, String event, String note) {
        try {
            ArrayNode history = (ArrayNode) json.readTree(before);
            ObjectNode step = history.addObject();
            step.put("at", Instant.ofEpochMilli(clock.millis()).toString());
            step.put("event", event);
            if (note != null) {
                step.put("note", note);
            }
            return json.writeValueAsString(history);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a dead letter is not JSON", e);
        }
    }

    /** How many there are of each state, source and reason. */
    public List<Map<String, Object>> counts() {
        return database.queryForList("""
                select state, source, reason, count(*) as letters from dead_letter
                group by state, source, reason order by state, source, reason""");
    }

    /** How many wait for somebody. */
    public long open() {
        Long open = database.queryForObject("select count(*) from dead_letter where state = 'dead'", Long.class);
        return open == null ? 0 : open;
    }

    /** Without the contents, newest first. */
    public List<Map<String, Object>> list(Filter filter) {
        List<Object> values = new ArrayList<>();
        String where = where(filter, values);
        return database.queryForList(
                """
                select message_id, state, source, reason, document_id, place, business_key, receipt_number, attempts, replays,
                    died_at, changed_at from dead_letter""" + where + " order by died_at desc, message_id limit " + MOST_ROWS, values.toArray());
    }

    /** The ids of those that still wait for somebody. */
    public List<String> waiting(Filter filter) {
        List<Object> values = new ArrayList<>();
        String where =
                where(new Filter("dead", filter.reason(), filter.source(), filter.number(), filter.key()), values);
        return database.queryForList(
                "select message_id from dead_letter" + where + " order by died_at, message_id",
                String.class,
                values.toArray());
    }

    private static String where(Filter filter, List<Object> values) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        and(where, values, " and state = ?", filter.state());
        and(
                where,
                values,
                " and (',' || reason || ',') like ?",
                filter.reason() == null ? null : "%," + filter.reason() + ",%");
        and(where, values, " and source = ?", filter.source());
        and(where, values, " and receipt_number = ?", filter.number());
        and(where, values, " and business_key = ?", filter.key());
        return where.toString();
    }

    private static void and(StringBuilder where, List<Object> values, String condition, String value) {
        if (value != null && !value.isBlank()) {
            where.append(condition);
            values.add(value);
        }
    }

    /** All of one. */
    public Optional<Map<String, Object>> show(String messageId) {
        return database.queryForList("""
                        select l.*, d.name as document_name from dead_letter l left join document d on d.id = l.document_id
                        where l.message_id = ?""", messageId).stream().findFirst();
    }

    /** Notes that it is on its way again; its outcome is entered when it ends. */
    public void replayed(String messageId, int replays, String note) {
        change(messageId, "replayed", replays, note);
    }

    /** It will not be delivered, and somebody said why. */
    public void discarded(String messageId, int replays, String note) {
        change(messageId, "discarded", replays, note);
    }

    private void change(String messageId, String state, int replays, String note) {
        database.update(
                "update dead_letter set state = ?, replays = ?, history = ?, changed_at = ? where message_id = ?",
                state,
                replays,
                history(historyOf(messageId), state, note),
                clock.millis(),
                messageId);
    }
}
