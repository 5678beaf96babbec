package io.engageroutes.delivery;

import io.engageroutes.order.Order;
import io.engageroutes.order.OrderJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Engage holds of each order, as far as we know, and the job that is under way for it. */
public final class OrderStates {

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration keepFor;

    /** @param keepFor how long an order is remembered after it was last changed */
    public OrderStates(JdbcTemplate database, Clock clock, Duration keepFor) {
        this.database = database;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /**
     * How it stands with one order.
     *
     * @param order the newest whole state that was delivered; null when there was none
     * @param known whether Engage confirmed that it has the order
     * @param again whether the whole order is to be sent again, since Engage did not find its contact then
     * @param messageId which message changed the state last
     * @param job what is under way, or null
     */
    record State(Order order, boolean known, boolean again, String messageId, Job job) {

        static final State NOTHING = new State(null, false, false, null, null);
    }

    /**
     * A call that Engage accepted and works on.
     *
     * @param purpose the step that it is for
     * @param since when it was accepted, milliseconds since 1970
     */
    record Job(String id, String purpose, String messageId, long since) {}

    State find(String orderId) {
        return database
                .query("select * from order_state where order_id = ?", (row, number) -> state(row), orderId)
                .stream()
                .findFirst()
                .orElse(State.NOTHING);
    }

    private static State state(ResultSet row) throws SQLException {
        Job job = row.getString("job_id") == null
                ? null
                : new Job(
                        row.getString("job_id"),
                        row.getString("job_for"),
                        row.getString("job_message"),
                        row.getLong("job_since"));
        return new State(
                order(row.getString("canonical")),
                row.getBoolean("known"),
                row.getBoolean("again"),
                row.getString("message_id"),
                job);
    }

    private static Order order(String canonical) {
        try {
            return canonical == null ? null : OrderJson.read(canonical.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("an order that we stored cannot be read", e);
        }
    }

    /** Keeps a job before anybody waits for it, so that a crash does not lose it. */
    void begin(String orderId, Job job) {
        row(orderId);
        database.update("""
                update order_state set job_id = ?, job_for = ?, job_message = ?, job_since = ?, kept_at = ?
                where order_id = ?""", job.id(), job.purpose(), job.messageId(), job.since(), clock.millis(), orderId);
    }

    /** Nobody waits for its job any more. */
    void forgetJob(String orderId) {
        database.update(
                "update order_state set job_id = null, job_for = null, job_message = null, job_since = null where order_id = ?",
                orderId);
    }

    /** Engage has this state, or (version 2) the next trigger will bring it; its job, if there was one, is over. */
    void confirm(Order order, boolean known, String messageId) {
        row(order.orderId());
        database.update(
                """
                update order_state set canonical = ?, known = ?, again = false, message_id = ?, kept_at = ?, job_id = null, job_for = null,
                    job_message = null, job_since = null where order_id = ?""",
                new String(OrderJson.bytes(order), StandardCharsets.UTF_8),
                known,
                messageId,
                clock.millis(),
                order.orderId());
    }

    /** Whether Engage has the order, of which nothing else is said. */
    void known(String orderId, boolean known) {
        row(orderId);
        database.update("update order_state set known = ? where order_id = ?", known, orderId);
    }

    /** The whole order is to be sent again before anything else. */
    void again(String orderId) {
        database.update("update order_state set again = true where order_id = ?", orderId);
    }

    private void row(String orderId) {
        database.update(
                "insert into order_state (order_id, known, again, kept_at) values (?, false, false, ?) on conflict do nothing",
                orderId,
                clock.millis());
    }

    /** Route step: forgets orders, and the actions of orders, that nobody changed for long. */
    public void purge() {
        long before = clock.millis() - keepFor.toMillis();
        database.update("delete from order_state where kept_at < ? and job_id is null", before);
        database.update("""
                delete from order_action where claimed_at < ?
                and order_id not in (select order_id from order_state)""", before);
    }
}
