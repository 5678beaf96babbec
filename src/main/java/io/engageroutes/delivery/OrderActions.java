package io.engageroutes.delivery;

import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What customers were told: claimed before the call and confirmed after its answer, so that nobody is told twice. */
public final class OrderActions {

    private final JdbcTemplate database;
    private final Clock clock;

    public OrderActions(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What makes an action one. */
    record Key(String orderId, String name, String id) {}

    /** How far an action has come. */
    enum Stage {
        /** It was sent, or was to be; nobody knows whether the call arrived. */
        claimed,
        /** Engage took it. */
        done
    }

    /**
     * A claim.
     *
     * @param versionTag the state of the order that it was sent for; null in version 2
     * @param repeated whether a first call, whose answer was lost, may have arrived as well
     * @param messageId who sent it
     * @param replays how often that message had been replayed then
     */
    record Claim(Stage stage, String versionTag, boolean repeated, String messageId, int replays) {}

    Optional<Claim> find(Key key) {
        return database
                .query(
                        """
                        select state, version_tag, repeated, message_id, replays from order_action
                        where order_id = ? and name = ? and action_id = ?""",
                        (row, number) -> new Claim(
                                Stage.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getInt(5)),
                        key.orderId(),
                        key.name(),
                        key.id())
                .stream()
                .findFirst();
    }

    /** It is about to be sent; a claim that is there already is taken over. */
    void claim(Key key, Claim claim) {
        int taken = database.update(
                """
                update order_action set state = ?, version_tag = ?, repeated = ?, message_id = ?, replays = ?, claimed_at = ?
                where order_id = ? and name = ? and action_id = ? and state <> 'done'""",
                claim.stage().name(),
                claim.versionTag(),
                claim.repeated(),
                claim.messageId(),
                claim.replays(),
                clock.millis(),
                key.orderId(),
                key.name(),
                key.id());
        if (taken == 0) {
            database.update(
                    """
                    insert into order_action (order_id, name, action_id, state, version_tag, repeated, message_id, replays,
                        claimed_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    key.orderId(),
                    key.name(),
                    key.id(),
                    claim.stage().name(),
                    claim.versionTag(),
                    claim.repeated(),
                    claim.messageId(),
                    claim.replays(),
                    clock.millis());
        }
    }

    /** Engage has it. */
    void done(Key key) {
        stage(key, Stage.done);
    }

    /** Whether it was done is not known after all. */
    void doubt(Key key) {
        stage(key, Stage.claimed);
    }

    private void stage(Key key, Stage stage) {
        database.update(
                "update order_action set state = ? where order_id = ? and name = ? and action_id = ?",
                stage.name(),
                key.orderId(),
                key.name(),
                key.id());
    }

    /** It was certainly not done. */
    void release(Key key) {
        database.update(
                "delete from order_action where order_id = ? and name = ? and action_id = ?",
                key.orderId(),
                key.name(),
                key.id());
    }

    /** The same after a failure, which counts more than a database that is away: then the claim stays, and is looked at later. */
    void release(Key key, Exception cause) {
        try {
            release(key);
        } catch (DataAccessException away) {
            cause.addSuppressed(away);
        }
    }
}
