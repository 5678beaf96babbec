package io.engageroutes.delivery;

import io.engageroutes.currency.ExchangeRate;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.Receipt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enters every message's end, one row each; {@link LedgerSearch} finds it again by number, key, document or contact. */
public final class Ledger {

    private final JdbcTemplate database;
    private final Clock clock;

    public Ledger(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Enters the ends of a parcel's messages. Part of the transaction that settles it; entering one twice changes nothing. */
    public void enter(List<? extends FlowMessage> ended) {
        if (ended.isEmpty()) {
            return;
        }
        List<? extends FlowMessage> replayed =
                ended.stream().filter(message -> message.entry().replays() > 0).toList();
        replayed.forEach(message -> database.update(
                "delete from message_ledger where message_id = ? and replays < ?",
                message.id(),
                message.entry().replays()));
        int entered = insert(ended);
        if (entered < ended.size() && forgetDead(ended) > 0) {
            insert(ended);
        }
    }

    /** A message that had died, was brought again after a crash, and did not die this time: Engage has it, or will not get it. */
    private int forgetDead(List<? extends FlowMessage> ended) {
        return ended.stream()
                .filter(message -> !(message.end() instanceof End.Dead))
                .mapToInt(message -> database.update(
                        "delete from message_ledger where message_id = ? and ended = 'dead'", message.id()))
                .sum();
    }

    private int insert(List<? extends FlowMessage> ended) {
        Integer entered = database.execute((ConnectionCallback<Integer>) connection -> insert(connection, ended));
        return entered == null ? 0 : entered;
    }

    private int insert(Connection connection, List<? extends FlowMessage> ended) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into message_ledger (message_id, flow, business_key, receipt_number, contact_hash, source, document_id,
                    place, ended, reason, exchange_rate, rate_date, attempts, replays, store_id, register_id, sequence_number,
                    business_day, total, currency, occurred_at, ended_at)
                select x.message_id, cast(? as varchar), x.business_key, x.receipt_number, x.contact_hash, x.source,
                    x.document_id, x.place, x.ended, x.reason, cast(x.exchange_rate as numeric(30, 15)), x.rate_date,
                    cast(x.attempts as integer), cast(x.replays as integer), x.store_id, x.register_id, x.sequence_number,
                    x.business_day, x.total, x.currency, x.occurred_at, cast(? as bigint)
                from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array))
                    as x(message_id, business_key, receipt_number, contact_hash, source, document_id, place, ended, reason,
                    exchange_rate, rate_date, attempts, replays, store_id, register_id, sequence_number, business_day, total,
                    currency, occurred_at)
                on conflict do nothing""")) {
            insert.setString(1, ended.get(0).kind().flow()); // a parcel has one kind
            insert.setLong(2, clock.millis());
            List<Function<FlowMessage, String>> columns = List.of(
                    FlowMessage::id,
                    message -> ColumnText.fit(message.businessKey(), 100),
                    message -> ColumnText.fit(message.number(), 100),
                    Ledger::contactHash,
                    message -> message.parcel().source(),
                    message -> message.parcel().document(),
                    message -> ColumnText.fit(message.entry().place(), 200),
                    message -> name(message.end()),
                    message -> reason(message.end()),
                    message ->
                            rate(message) == null ? null : rate(message).rate().toPlainString(),
                    message -> rate(message) == null || rate(message).date() == null
                            ? null
                            : rate(message).date().toString(),
                    message -> Integer.toString(message.attempts()),
                    message -> Integer.toString(message.entry().replays()),
                    message -> SoldFacts.text(message, Receipt::storeId),
                    message -> SoldFacts.text(message, Receipt::registerId),
                    message -> SoldFacts.text(message, Receipt::sequence),
                    SoldFacts::day,
                    SoldFacts::total,
                    SoldFacts::currency,
                    SoldFacts::occurredAt);
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

    private static ExchangeRate rate(FlowMessage message) {
        return message instanceof ReceiptMessage receipt ? receipt.rate() : null;
    }

    private static String contactHash(FlowMessage message) {
        if (!message.isAddressed()) {
            return null;
        }
        ContactKey key = message.contactKeys().get(0);
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
}
