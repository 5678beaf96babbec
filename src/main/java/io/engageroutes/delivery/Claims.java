package io.engageroutes.delivery;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which message may take a business key to Engage: many keys in one statement, on H2 and PostgreSQL alike.
 *
 * <p>A claim is made before the call and confirmed after it. It names the message, which is the same when the broker brings a
 * parcel again, so a crash does not make anybody wait; a claim whose message never comes back expires.
 */
public final class Claims {

    private static final String DELIVERED = "delivered";
    private static final String ARRAY = "varchar";

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration lease;

    public Claims(JdbcTemplate database, Clock clock, Duration lease) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
    }

    /** For how long a claim stands unless it is confirmed or released. */
    Duration lease() {
        return lease;
    }

    /** What a message asks for: to be the one that delivers this key with this content. */
    public record Wish(String key, String contentHash, String messageId) {}

    /** What it is told. */
    public enum Answer {
        /** The key is this message's own until it is confirmed or released. */
        YOURS,
        /** Engage has the same content already, from another message. */
        DUPLICATE,
        /** Engage has other content under this key. */
        CONFLICT,
        /** This very message was delivered before. */
        ENDED_BEFORE,
        /** Another message is on its way with this key. */
        IN_PROGRESS
    }

    /** Whether a key was delivered. */
    public enum State {
        /** Nobody delivers it, as far as is known. */
        FREE,
        /** Somebody is on the way with it. */
        CLAIMED,
        DELIVERED
    }

    /** How it stands with a key, without claiming it. */
    public State state(String key) {
        List<String> states =
                database.queryForList("select state from receipt_claim where business_key = ?", String.class, key);
        return states.isEmpty() ? State.FREE : states.get(0).equals(DELIVERED) ? State.DELIVERED : State.CLAIMED;
    }

    private record Held(String contentHash, String state, String messageId, long until) {}

    /** Claims all keys at once. The wishes must not repeat a key. */
    public Map<Wish, Answer> claim(Collection<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Map.of();
        }
        long now = clock.millis();
        Map<String, Wish> sorted = new TreeMap<>(); // in one order everywhere, so that two instances cannot deadlock
        wishes.forEach(wish -> sorted.put(wish.key(), wish));
        insert(sorted.values(), now);
        Map<String, Held> held = held(sorted.keySet());
        Map<Wish, Answer> answers = new LinkedHashMap<>();
        List<Wish> expired = new ArrayList<>();
        for (Wish wish : sorted.values()) {
            Held holder = held.get(wish.key());
            if (holder != null && !holder.messageId().equals(wish.messageId()) && isFree(holder, now)) {
                expired.add(wish);
            }
            answers.put(wish, answer(wish, holder));
        }
        takeOver(expired, now).forEach(wish -> answers.put(wish, Answer.YOURS));
        return answers;
    }

    private static boolean isFree(Held holder, long now) {
        return !holder.state().equals(DELIVERED) && holder.until() < now;
    }

    private static Answer answer(Wish wish, Held holder) {
        if (holder == null) {
            return Answer.IN_PROGRESS; // released between our two statements
        }
        boolean mine = holder.messageId().equals(wish.messageId());
        if (holder.state().equals(DELIVERED)) {
            boolean same = holder.contentHash().equals(wish.contentHash());
            return !same ? Answer.CONFLICT : mine ? Answer.ENDED_BEFORE : Answer.DUPLICATE;
        }
        return mine ? Answer.YOURS : Answer.IN_PROGRESS;
    }

    private void insert(Collection<Wish> wishes, long now) {
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into receipt_claim (business_key, content_hash, state, message_id, claimed_until)
                    select x.k, x.h, 'claimed', x.m, cast(? as bigint)
                    from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array)) as x(k, h, m)
                    on conflict do nothing""")) {
                insert.setLong(1, now + lease.toMillis());
                insert.setArray(2, array(connection, wishes.stream().map(Wish::key)));
                insert.setArray(3, array(connection, wishes.stream().map(Wish::contentHash)));
                insert.setArray(4, array(connection, wishes.stream().map(Wish::messageId)));
                return insert.executeUpdate();
            }
        });
    }

    private Map<String, Held> held(Collection<String> keys) {
        Map<String, Held> held = new HashMap<>(keys.size() * 2);
        database.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement("""
                            select business_key, content_hash, state, message_id, claimed_until
                            from receipt_claim where business_key = any(?)""");
                    select.setArray(1, array(connection, keys.stream()));
                    return select;
                },
                row -> {
                    held.put(
                            row.getString(1),
                            new Held(row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
                });
        return held;
    }

    private List<Wish> takeOver(List<Wish> expired, long now) {
        return expired.stream()
                .filter(wish -> database.update(
                                """
                                update receipt_claim set content_hash = ?, message_id = ?, claimed_until = ?
                                where business_key = ? and state = 'claimed' and claimed_until < ?""", wish.contentHash(), wish.messageId(), now + lease.toMillis(), wish.key(), now)
                        == 1)
                .toList();
    }

    /** Engage has them. Part of the transaction that settles a parcel. */
    public void confirm(Collection<Wish> delivered) {
        if (!delivered.isEmpty()) {
            change("update receipt_claim set state = 'delivered' where business_key = any(?)", delivered);
        }
    }

    /** They were not delivered; whoever comes next may try. Part of the transaction that settles a parcel. */
    public void release(Collection<Wish> given) {
        if (!given.isEmpty()) {
            change("delete from receipt_claim where state = 'claimed' and business_key = any(?)", given);
        }
    }

    private void change(String sql, Collection<Wish> wishes) {
        // message ids are checked as well: an expired claim may belong to somebody else by now
        database.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement change = connection.prepareStatement(sql + " and message_id = any(?)")) {
                change.setArray(
                        1, array(connection, wishes.stream().map(Wish::key).sorted()));
                change.setArray(2, array(connection, wishes.stream().map(Wish::messageId)));
                return change.executeUpdate();
            }
        });
    }

    private static Array array(Connection connection, Stream<String> values) throws SQLException {
        return connection.createArrayOf(ARRAY, values.toArray());
    }
}
