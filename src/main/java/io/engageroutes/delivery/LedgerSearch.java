package io.engageroutes.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds messages that came to their end. */
public final class LedgerSearch {

    private final JdbcTemplate database;

    public LedgerSearch(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Which messages are meant; null for any.
     *
     * @param contactHash {@link ContentHash#ofContact} of the receipt's first contact key
     * @param document a document's id or name
     */
    public record Filter(
            String receiptNumber, String uniqueId, String contactHash, String document, String messageId) {}

    /**
     * How a message ended; never who bought.
     *
     * @param documentName null when the document was never entered
     * @param ended delivered, skipped, duplicate or dead
     * @param reasons fault codes, or why there was nothing to deliver; empty where there is no more to say
     * @param exchangeRate the factor that was sent, a plain decimal; null when none was
     */
    public record Row(
            String messageId,
            String flow,
            String uniqueId,
            String receiptNumber,
            String source,
            String documentId,
            String documentName,
            String place,
            String ended,
            List<String> reasons,
            String exchangeRate,
            LocalDate rateDate,
            int attempts,
            int replays,
            Instant endedAt) {}

    /** Newest first. */
    public Page<Row> find(Filter filter, Page.Cut cut) {
        Where where = new Where()
                .and("l.receipt_number = ?", filter.receiptNumber())
                .and("l.business_key = ?", filter.uniqueId())
                .and("l.contact_hash = ?", filter.contactHash())
                .and(
                        "(l.document_id = ? or l.document_id in (select id from document where name = ?))",
                        filter.document())
                .and("l.message_id = ?", filter.messageId());
        Long total = database.queryForObject(
                "select count(*) from message_ledger l" + where.sql(), Long.class, where.values());
        List<Row> rows = database.query(
                """
                select l.*, d.name as document_name
                from message_ledger l left join document d on d.id = l.document_id""" + where.sql() + " order by l.ended_at desc, l.message_id limit ? offset ?",
                (row, number) -> row(row),
                where.values(cut.limit(), cut.offset()));
        return Page.of(total == null ? 0 : total, cut, rows);
    }

    private static Row row(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("exchange_rate");
        String reason = row.getString("reason");
        String day = row.getString("rate_date");
        return new Row(
                row.getString("message_id"),
                row.getString("flow"),
                row.getString("business_key"),
                row.getString("receipt_number"),
                row.getString("source"),
                row.getString("document_id"),
                row.getString("document_name"),
                row.getString("place"),
                row.getString("ended"),
                reason == null ? List.of() : List.of(reason.split(",")),
                rate == null ? null : rate.stripTrailingZeros().toPlainString(),
                day == null ? null : LocalDate.parse(day),
                row.getInt("attempts"),
                row.getInt("replays"),
                Instant.ofEpochMilli(row.getLong("ended_at")));
    }
}
