package io.engageroutes.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sets what documents yielded against what the ledger has of it; digital receipts are made from that and stand in no document. */
final class DocumentEnds {

    private static final String STANDS_IN_IT = "message_id not like '%" + DigitalReceiptOrders.MARK + "'";

    private static final String ENDS = """
            select document_id, count(*) as ended,
                sum(case when ended = 'delivered' then 1 else 0 end) as delivered,
                sum(case when ended = 'skipped' then 1 else 0 end) as skipped,
                sum(case when ended = 'duplicate' then 1 else 0 end) as duplicate,
                sum(case when ended = 'dead' then 1 else 0 end) as dead
            from message_ledger where\s""" + STANDS_IN_IT + " group by document_id";

    private static final String IS_WRONG =
            "(d.seen <> d.receipts + d.non_sales + d.rejected or d.receipts + d.rejected < coalesce(l.ended, 0))";

    private final JdbcTemplate database;

    DocumentEnds(JdbcTemplate database) {
        this.database = database;
    }

    Accounts of(DocumentSearch.Document document) {
        Map<String, Long> ended = new HashMap<>();
        database.query(
                "select ended, count(*) from message_ledger where document_id = ? and " + STANDS_IN_IT
                        + " group by ended",
                row -> {
                    ended.put(row.getString(1), row.getLong(2));
                },
                document.id());
        return new Accounts(
                document.seen(),
                document.receipts(),
                document.nonSales(),
                document.rejected(),
                ended.getOrDefault("delivered", 0L),
                ended.getOrDefault("skipped", 0L),
                ended.getOrDefault("duplicate", 0L),
                ended.getOrDefault("dead", 0L));
    }

    List<Accounts.OfSource> bySource() {
        Map<String, Accounts> accounts = new HashMap<>();
        Map<String, Long> documents = new HashMap<>();
        Map<String, Long> wrong = new HashMap<>();
        database.query("""
                select d.source, count(*) as documents, sum(d.seen) as seen, sum(d.receipts) as receipts,
                    sum(d.non_sales) as non_sales, sum(d.rejected) as rejected, sum(coalesce(l.delivered, 0)) as delivered,
                    sum(coalesce(l.skipped, 0)) as skipped, sum(coalesce(l.duplicate, 0)) as duplicate,
                    sum(coalesce(l.dead, 0)) as dead, sum(case when %s then 1 else 0 end) as wrong
                from document d left join (%s) l on l.document_id = d.id
                where d.state <> 'reading' group by d.source""".formatted(IS_WRONG, ENDS), row -> {
            documents.put(row.getString("source"), row.getLong("documents"));
            wrong.put(row.getString("source"), row.getLong("wrong"));
            accounts.put(row.getString("source"), accounts(row));
        });
        Map<String, Long> reading =
                counts("select source, count(*) from document where state = 'reading' group by source");
        Map<String, Long> withoutDocument = counts("""
                select l.source, count(*) from message_ledger l
                where not exists (select 1 from document d where d.id = l.document_id) group by l.source""");
        TreeSet<String> sources = new TreeSet<>(documents.keySet());
        sources.addAll(reading.keySet());
        sources.addAll(withoutDocument.keySet());
        return sources.stream()
                .map(source -> new Accounts.OfSource(
                        source,
                        documents.getOrDefault(source, 0L),
                        reading.getOrDefault(source, 0L),
                        withoutDocument.getOrDefault(source, 0L),
                        wrong.getOrDefault(source, 0L),
                        accounts.getOrDefault(source, Accounts.NONE)))
                .toList();
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new HashMap<>();
        database.query(sql, row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static Accounts accounts(ResultSet row) throws SQLException {
        return new Accounts(
                row.getLong("seen"),
                row.getLong("receipts"),
                row.getLong("non_sales"),
                row.getLong("rejected"),
                row.getLong("delivered"),
                row.getLong("skipped"),
                row.getLong("duplicate"),
                row.getLong("dead"));
    }

    List<String> wrong() {
        return database.queryForList("""
                select d.id from document d left join (%s) l on l.document_id = d.id
                where d.state <> 'reading' and %s
                order by d.started_at desc, d.id limit 100""".formatted(ENDS, IS_WRONG), String.class);
    }
}
