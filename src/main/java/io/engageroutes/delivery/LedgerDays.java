package io.engageroutes.delivery;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What became of the receipts of some business days; never who bought. */
public final class LedgerDays {

    private final JdbcTemplate database;

    public LedgerDays(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * A receipt's end, and what is known of the receipt; null where nothing is.
     *
     * @param ended delivered, skipped, duplicate or dead
     * @param reason fault codes separated by commas, or why there was nothing to deliver
     * @param day of the store's books; null when the reader could not tell, or it ended before the ledger noted days
     * @param total what was to pay including VAT, before cash rounding
     */
    public record Row(
            String messageId,
            String uniqueId,
            String source,
            String receiptNumber,
            String sequence,
            String store,
            String register,
            LocalDate day,
            BigDecimal total,
            String currency,
            OffsetDateTime occurredAt,
            String ended,
            String reason) {}

    /**
     * The ends of some days.
     *
     * @param rows those of the days, and those without a day that ended since the first of them
     * @param onTheirWay how many receipts of the sources have been accepted and have no end yet
     */
    public record Ends(List<Row> rows, long onTheirWay) {}

    /** Of both days and all between them. */
    public Ends of(List<String> sources, LocalDate first, LocalDate last) {
        String names = String.join(", ", Collections.nCopies(sources.size(), "?"));
        List<Object> values = new ArrayList<>(sources);
        values.addAll(List.of(
                first.toString(),
                last.toString(),
                // the earliest that it is this day anywhere
                first.atStartOfDay().toInstant(ZoneOffset.ofHours(14)).toEpochMilli()));
        List<Row> rows = database.query(
                "select * from message_ledger where source in (" + names
                        + ") and (business_day between ? and ? or business_day is null and ended_at >= ?)"
                        + " order by ended_at, message_id",
                (row, number) -> row(row),
                values.toArray());
        Long accepted = database.queryForObject(
                "select sum(receipts + rejected) from document where source in (" + names + ")",
                Long.class,
                sources.toArray());
        Long ended = database.queryForObject(
                "select count(*) from message_ledger where source in (" + names + ")", Long.class, sources.toArray());
        long open = (accepted == null ? 0 : accepted) - (ended == null ? 0 : ended);
        return new Ends(rows, Math.max(0, open));
    }

    private static Row row(ResultSet row) throws SQLException {
        String day = row.getString("business_day");
        String total = row.getString("total");
        String occurredAt = row.getString("occurred_at");
        return new Row(
                row.getString("message_id"),
                row.getString("business_key"),
                row.getString("source"),
                row.getString("receipt_number"),
                row.getString("sequence_number"),
                row.getString("store_id"),
                row.getString("register_id"),
                day == null ? null : LocalDate.parse(day),
                total == null ? null : new BigDecimal(total),
                row.getString("currency"),
                occurredAt == null ? null : OffsetDateTime.parse(occurredAt),
                row.getString("ended"),
                row.getString("reason"));
    }
}
