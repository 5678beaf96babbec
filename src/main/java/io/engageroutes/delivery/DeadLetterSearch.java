package io.engageroutes.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds dead letters: what each was, why it died, and all that happened to it since. */
public final class DeadLetterSearch {

    private static final String LETTERS = """
            select l.message_id, l.state, l.source, l.document_id, d.name as document_name, l.place, l.business_key,
                l.receipt_number, l.reason, l.attempts, l.replays, l.died_at, l.changed_at%s
            from dead_letter l left join document d on d.id = l.document_id""";
    private static final String CONTENT = ", l.flow, l.faults, l.original, l.canonical, l.payload, l.answer, l.history";

    private final JdbcTemplate database;

    public DeadLetterSearch(JdbcTemplate database) {
        this.database = database;
    }

    /** Newest first. */
    public Page<DeadLetter> list(DeadLetter.Filter filter, Page.Cut cut) {
        Where where = where(filter);
        Long total =
                database.queryForObject("select count(*) from dead_letter l" + where.sql(), Long.class, where.values());
        List<DeadLetter> letters = database.query(
                LETTERS.formatted("") + where.sql() + " order by l.died_at desc, l.message_id limit ? offset ?",
                (row, number) -> letter(row),
                where.values(cut.limit(), cut.offset()));
        return Page.of(total, cut, letters);
    }

    public Optional<DeadLetter.Whole> show(String id) {
        return database
                .query(
                        LETTERS.formatted(CONTENT) + " where l.message_id = ?",
                        (row, number) -> new DeadLetter.Whole(
                                letter(row),
                                row.getString("flow"),
                                row.getString("faults"),
                                row.getString("original"),
                                row.getString("canonical"),
                                row.getString("payload"),
                                row.getString("answer"),
                                row.getString("history")),
                        id)
                .stream()
                .findFirst();
    }

    /** The ids of those that still wait for somebody, the oldest first. */
    public List<String> waiting(DeadLetter.Filter filter) {
        Where where = where(filter);
        return database.queryForList(
                "select l.message_id from dead_letter l" + where.sql()
                        + " and l.state = 'dead' order by l.died_at, l.message_id",
                String.class,
                where.values());
    }

    public List<DeadLetter.Count> counts() {
        return database.query(
                """
                select state, source, reason, count(*) from dead_letter
                group by state, source, reason order by state, source, reason""",
                (row, number) -> new DeadLetter.Count(
                        row.getString(1), row.getString(2), codes(row.getString(3)), row.getLong(4)));
    }

    /** How many wait for somebody. */
    public long open() {
        Long open = database.queryForObject("select count(*) from dead_letter where state = 'dead'", Long.class);
        return open == null ? 0 : open;
    }

    private static Where where(DeadLetter.Filter filter) {
        return new Where()
                .and("l.state = ?", filter.state())
                .and(
                        "position(cast(? as varchar) in ',' || l.reason || ',') > 0",
                        filter.reason() == null ? null : ',' + filter.reason() + ',')
                .and("l.source = ?", filter.source())
                .and("l.receipt_number = ?", filter.receiptNumber())
                .and("l.business_key = ?", filter.uniqueId())
                .and(
                        "(l.document_id = ? or l.document_id in (select id from document where name = ?))",
                        filter.document())
                .and("l.died_at >= ?", millis(filter.from()))
                .and("l.died_at < ?", millis(filter.to()));
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("message_id"),
                row.getString("state"),
                row.getString("source"),
                row.getString("document_id"),
                row.getString("document_name"),
                row.getString("place"),
                row.getString("business_key"),
                row.getString("receipt_number"),
                codes(row.getString("reason")),
                row.getInt("attempts"),
                row.getInt("replays"),
                Instant.ofEpochMilli(row.getLong("died_at")),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static List<String> codes(String reason) {
        return reason.isEmpty() ? List.of() : List.of(reason.split(","));
    }
}
