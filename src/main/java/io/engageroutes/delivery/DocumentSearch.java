package io.engageroutes.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds documents and their accounts. */
public final class DocumentSearch {

    private final JdbcTemplate database;
    private final DocumentEnds ends;

    public DocumentSearch(JdbcTemplate database) {
        this.database = database;
        this.ends = new DocumentEnds(database);
    }

    /**
     * A document.
     *
     * @param state reading, done or failed; the counts are known when it is read
     * @param copyOf an earlier document with the same bytes, or null
     * @param reasons non-sales by reason
     * @param fault where and why reading stopped before the end, or null
     */
    public record Document(
            String id,
            String source,
            String name,
            String state,
            String copyOf,
            Long sizeBytes,
            long seen,
            long receipts,
            long nonSales,
            long rejected,
            Map<String, Long> reasons,
            String fault,
            Instant startedAt,
            Instant finishedAt) {}

    /** Which documents are meant; null for any. */
    public record Filter(String source, String name, String state) {}

    /** Newest first. */
    public Page<Document> list(Filter filter, Page.Cut cut) {
        Where where = new Where()
                .and("source = ?", filter.source())
                .and("name = ?", filter.name())
                .and("state = ?", filter.state());
        Long total = database.queryForObject("select count(*) from document" + where.sql(), Long.class, where.values());
        List<Document> documents = database.query(
                "select * from document" + where.sql() + " order by started_at desc, id limit ? offset ?",
                (row, number) -> document(row),
                where.values(cut.limit(), cut.offset()));
        return Page.of(total == null ? 0 : total, cut, documents);
    }

    public Optional<Document> show(String id) {
        return database.query("select * from document where id = ?", (row, number) -> document(row), id).stream()
                .findFirst();
    }

    /** How the messages of a document ended; those that have no end yet are {@link Accounts#open}. */
    public Accounts accounts(Document document) {
        return ends.of(document);
    }

    /** The accounts of every source that ever sent something. */
    public List<Accounts.OfSource> accounts() {
        return ends.bySource();
    }

    /** The ids of documents whose own accounts do not add up, even where those of their source do; a hundred at most. */
    public List<String> wrong() {
        return ends.wrong();
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getString("id"),
                row.getString("source"),
                row.getString("name"),
                row.getString("state"),
                row.getString("copy_of"),
                row.getObject("size_bytes", Long.class),
                row.getLong("seen"),
                row.getLong("receipts"),
                row.getLong("non_sales"),
                row.getLong("rejected"),
                reasons(row.getString("reasons")),
                row.getString("fault"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                time(row.getObject("finished_at", Long.class)));
    }

    private static Instant time(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static Map<String, Long> reasons(String text) {
        Map<String, Long> reasons = new TreeMap<>();
        Arrays.stream(text == null ? new String[0] : text.split(","))
                .map(reason -> reason.split("="))
                .filter(reason -> reason.length == 2)
                .forEach(reason -> reasons.put(reason[0], Long.valueOf(reason[1])));
        return reasons;
    }
}
