package io.engageroutes.delivery;

import io.engageroutes.receipt.ContactKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every message's end, one row each, found again by number, key, document or contact. */
public final class Ledger {

    private static final String RECEIPTS = "receipts";
    private static final int MOST_ROWS = 500;

    private final JdbcTemplate database;
    private final Clock clock;

    public Ledger(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Enters the ends of a parcel's messages. Part of the transaction that settles it; entering one twice changes nothing. */
    public void enter(List<ReceiptMessage> ended) {
        if (ended.isEmpty()) {
            return;
        }
        List<ReceiptMessage> replayed =
                ended.stream().filter(message -> message.entry().replays() > 0).toList();
        replayed.forEach(message -> database.update(
                "delete from message_ledger where message_id = ? and replays < ?",
                message.id(),
                message.entry().replays()));
        database.execute((ConnectionCallback<Integer>) connection -> insert(connection, ended));
    }

    private int insert(Connection connection, List<ReceiptMessage> ended) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message_ledger (message_id, flow, business_key, receipt_number, contact_hash, source, document_id,
                    place, ended, reason, exchange_rate, rate_date, attempts, replays, ended_at)
                select x.message_id, cast(? as varchar), x.business_key, x.receipt_number, x.contact_hash, x.source,
                    x.document_id, x.place, x.ended, x.reason, cast(x.exchange_rate as numeric(30, 15)), x.rate_date,
                    cast(x.attempts as integer), cast(x.replays as integer), cast(? as bigint)
                from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array))
                    as x(message_id, business_key, receipt_number, contact_hash, source, document_id, place, ended, reason,
                    exchange_rate, rate_date, attempts, replays)
                on conflict do nothing""")) {
            insert.setString(1, RECEIPTS);
            insert.setLong(2, clock.millis());
            List<Function<ReceiptMessage, String>> columns = List.of(
                    ReceiptMessage::id,
                    message -> shortened(message.businessKey(), 100),
                    message -> shortened(message.receiptNumber(), 100),
                    Ledger::contactHash,
                    message -> message.parcel().source(),
                    message -> message.parcel().document(),
                    message -> shortened(message.entry().place(), 200),
                    message -> name(message.end()),
                    message -> reason(message.end()),
                    message -> message.rate() == null
                            ? null
                            : message.rate().rate().toPlainString(),
                    message -> message.rate() == null || message.rate().date() == null
                            ? null
                            : message.rate().date().toString(),
                    message -> Integer.toString(message.attempts()),
                    message -> Integer.toString(message.entry().replays()));
            for (int column = 0; column < columns.size(); column++) {
                insert.setArray(
                        column + 3,
                        connection.createArrayOf(
                                "varchar",
                                ended.stream().map(columns.get(column)).toArray()));
            }
            return insert.executeUpdate();
        }
    }

    private static String shortened(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static String contactHash(ReceiptMessage message) {
        if (!message.isAddressed()) {
            return null;
        }
        ContactKey key = message.receipt().contactKeys().get(0);
        return ContentHash.ofContact(key.type().name(), key.value());
    }

    /** The end in a word, as the ledger, the metrics and the log call it. */
    static String name(End end) {
        if (end instanceof End.Delivered || end instanceof End.EndedBefore) {
            return "delivered";
        }
        if (end instanceof End.Skipped) {
            return "skipped";
        }
        if (end instanceof End.Duplicate) {
            return "duplicate";
        }
        return end instanceof End.Dead ? "dead" : "later";
    }

    static String reason(End end) {
        if (end instanceof End.Dead dead) {
            return FaultJson.reason(dead.faults());
        }
        if (end instanceof End.Later later) {
            return later.reason();
        }
        return end instanceof End.Skipped skipped ? skipped.reason() : null;
    }

    /** Messages by any of: receipt number, business key, contact (type and value), file name or message id. Newest first. */
    public List<Map<String, Object>> find(String number, String key, String contactHash, String document) {
        return database.queryForList(
                """
                select l.message_id, l.flow, l.business_key, l.receipt_number, l.source, l.document_id, d.name as document_name,
                    l.place, l.ended, l.reason, l.exchange_rate, l.rate_date, l.attempts, l.replays, l.ended_at
                from message_ledger l left join document d on d.id = l.document_id
                where (cast(? as varchar) is null or l.receipt_number = ?)
                    and (cast(? as varchar) is null or l.business_key = ?)
                    and (cast(? as varchar) is null or l.contact_hash = ?)
                    and (cast(? as varchar) is null or l.document_id = ? or l.message_id = ? or l.document_id in
                        (select id from document where name = ?))
                order by l.ended_at desc, l.message_id limit %d""".formatted(MOST_ROWS),
                number,
                number,
                key,
                key,
                contactHash,
                contactHash,
                document,
                document,
                document,
                document);
    }

    /** How many messages of each source ended how, and why. */
    public List<Map<String, Object>> counts() {
        return database.queryForList("""
                select source, ended, reason, count(*) as messages from message_ledger
                group by source, ended, reason order by source, ended, reason""");
    }
}
