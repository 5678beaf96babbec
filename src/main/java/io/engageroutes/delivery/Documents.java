package io.engageroutes.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The documents in the database: what each yielded, so that seen = receipts + non-sales + rejected can be checked. */
public final class Documents {

    private static final int MOST_ROWS = 500;

    private final JdbcTemplate database;
    private final Clock clock;

    public Documents(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes up a document. One that was being read when the application died is the same document again, so that its messages
     * get the same ids and what was queued before is not queued as something new.
     *
     * @param fingerprint what it is recognised by before it is read
     * @return its id
     */
    public String open(String source, String name, String fingerprint) {
        List<String> reading = database.queryForList(
                "select id from document where source = ? and fingerprint = ? and state = 'reading'",
                String.class,
                source,
                fingerprint);
        if (!reading.isEmpty()) {
            return reading.get(0);
        }
        String id = UUID.randomUUID().toString();
        database.update(
                "insert into document (id, source, name, fingerprint, state, started_at) values (?, ?, ?, ?, 'reading', ?)",
                id,
                source,
                shortened(name, 500),
                fingerprint,
                clock.millis());
        return id;
    }

    /** Enters a document that was read: in one go for a message, at the end for a file. Entering it again changes nothing more. */
    public void close(String id, String source, String name, String fingerprint, Tally tally) {
        long now = clock.millis();
        String copyOf = tally.contentHash() == null ? null : earlierWith(tally.contentHash(), id);
        Object[] values = {
            tally.contentHash(),
            copyOf,
            tally.fault() == null ? "done" : "failed",
            tally.bytes(),
            tally.seen(),
            tally.receipts(),
            tally.nonSales(),
            tally.rejected(),
            reasons(tally),
            shortened(tally.fault(), 2000),
            now,
            id
        };
        if (update(values) == 0) {
            try {
                database.update(
                        "insert into document (id, source, name, fingerprint, state, started_at) values (?, ?, ?, ?, 'reading', ?)",
                        id,
                        source,
                        shortened(name, 500),
                        fingerprint,
                        now);
            } catch (DuplicateKeyException anotherConsumerWasFaster) {
                // the update below sets the same values again
            }
            update(values);
        }
    }

    private int update(Object[] values) {
        return database.update("""
                update document set content_hash = ?, copy_of = ?, state = ?, size_bytes = ?, seen = ?, receipts = ?,
                    non_sales = ?, rejected = ?, reasons = ?, fault = ?, finished_at = ? where id = ?""", values);
    }

    private String earlierWith(String contentHash, String id) {
        return database
                .queryForList(
                        "select id from document where content_hash = ? and id <> ? order by started_at limit 1",
                        String.class,
                        contentHash,
                        id)
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Under which name a document is put away: its own, unless another one of that name already lies there. */
    public String archiveName(String source, String name, String id) {
        Integer earlier = database.queryForObject(
                "select count(*) from document where source = ? and name = ? and id <> ? and state <> 'reading'",
                Integer.class,
                source,
                shortened(name, 500),
                id);
        return earlier == null || earlier == 0 ? name : name + '.' + id.substring(0, 8);
    }

    private static String reasons(Tally tally) {
        String text = tally.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(reason -> reason.getKey() + "=" + reason.getValue())
                .collect(Collectors.joining(","));
        return text.isEmpty() ? null : shortened(text, 2000);
    }

    private static String shortened(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    /** Documents, newest first; any of the filters may be null. */
    public List<Map<String, Object>> list(String source, String name) {
        return database.queryForList("""
                select * from document where (cast(? as varchar) is null or source = ?)
                    and (cast(? as varchar) is null or name = ?) order by started_at desc, id limit %d""".formatted(MOST_ROWS), source, source, name, name);
    }

    /**
     * The accounts: what the documents yielded against what the ledger says of it. {@code open} are messages still on their
     * way; it is 0 when everything came to its end.
     */
    public List<Map<String, Object>> accounts() {
        return database.queryForList("""
                select d.source, d.documents, d.seen, d.receipts, d.non_sales, d.rejected,
                    coalesce(l.delivered, 0) as delivered, coalesce(l.skipped, 0) as skipped,
                    coalesce(l.duplicate, 0) as duplicate, coalesce(l.dead, 0) as dead,
                    d.receipts + d.rejected - coalesce(l.ended, 0) as open
                from (select source, count(*) as documents, sum(seen) as seen, sum(receipts) as receipts,
                        sum(non_sales) as non_sales, sum(rejected) as rejected from document group by source) d
                left join (select source, count(*) as ended,
                        sum(case when ended = 'delivered' then 1 else 0 end) as delivered,
                        sum(case when ended = 'skipped' then 1 else 0 end) as skipped,
                        sum(case when ended = 'duplicate' then 1 else 0 end) as duplicate,
                        sum(case when ended = 'dead' then 1 else 0 end) as dead
                        from message_ledger group by source) l on l.source = d.source
                order by d.source""");
    }
}
