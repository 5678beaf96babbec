package io.engageroutes.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enters documents and what each yielded; {@link Accounts} tells whether all of it came to an end. */
public final class Documents {

    private final JdbcTemplate database;
    private final Clock clock;
    private final MeterRegistry metrics;

    public Documents(JdbcTemplate database, Clock clock) {
        this(database, clock, new CompositeMeterRegistry());
    }

    /** @param metrics where documents are counted by source and end, done or failed */
    public Documents(JdbcTemplate database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
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
                ColumnText.fit(name, 500),
                fingerprint,
                clock.millis());
        return id;
    }

    /** Enters a document that was read: in one go for a message, at the end for a file. Entering it again changes nothing more. */
    public void close(String id, String source, String name, String fingerprint, Tally tally) {
        long now = clock.millis();
        String end = tally.fault() == null ? "done" : "failed";
        String copyOf = tally.contentHash() == null ? null : earlierWith(tally.contentHash(), id);
        Object[] values = {
            tally.contentHash(),
            copyOf,
            end,
            tally.bytes(),
            tally.seen(),
            tally.receipts(),
            tally.nonSales(),
            tally.rejected(),
            reasons(tally),
            ColumnText.fit(tally.fault(), 2000),
            now,
            id
        };
        if (update(values) == 0) {
            try {
                database.update(
                        "insert into document (id, source, name, fingerprint, state, started_at) values (?, ?, ?, ?, 'reading', ?)",
                        id,
                        source,
                        ColumnText.fit(name, 500),
                        fingerprint,
                        now);
            } catch (DuplicateKeyException anotherConsumerWasFaster) {
                // the update below sets the same values again
            }
            update(values);
        }
        Counter.builder("engage.routes.documents")
                .description("Documents read, by source and end; one read again after a crash counts again")
                .tag("source", source)
                .tag("end", end)
                .register(metrics)
                .increment();
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
                ColumnText.fit(name, 500),
                id);
        return earlier == null || earlier == 0 ? name : name + '.' + id.substring(0, 8);
    }

    private static String reasons(Tally tally) {
        String text = tally.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(reason -> reason.getKey() + "=" + reason.getValue())
                .collect(Collectors.joining(","));
        return text.isEmpty() ? null : ColumnText.fit(text, 2000);
    }
}
