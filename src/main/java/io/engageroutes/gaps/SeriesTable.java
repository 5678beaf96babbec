package io.engageroutes.gaps;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The series of all sources in the database. */
final class SeriesTable {

    private final JdbcTemplate database;

    SeriesTable(JdbcTemplate database) {
        this.database = database;
    }

    /** What is known of a series beside its runs. */
    record Head(String source, long first, long givenUp, Long outside, Long outsideAt, long outsideCount) {}

    List<String> sources() {
        return database.queryForList("select source from order_series order by source", String.class);
    }

    Optional<Head> head(String source) {
        return heads("where source = ?", source).stream().findFirst();
    }

    List<Head> heads() {
        return heads("order by source");
    }

    private List<Head> heads(String which, Object... values) {
        return database.query(
                "select source, first_number, given_up, outside_number, outside_at, outside_count from order_series "
                        + which,
                (row, number) -> new Head(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class),
                        row.getLong(6)),
                values);
    }

    /** Begins a series where there is none, and keeps all others from changing it until the transaction ends. */
    void lock(String source, long first) {
        database.update("""
                insert into order_series (source, first_number, given_up, outside_count) values (?, ?, 0, 0)
                on conflict do nothing""", source, first);
        database.queryForList("select source from order_series where source = ? for update", String.class, source);
    }

    List<Series.Run> runs(String source) {
        return database.query(
                "select first_number, last_number, seen_at from order_numbers where source = ? order by first_number",
                (row, number) -> new Series.Run(row.getLong(1), row.getLong(2), row.getLong(3)),
                source);
    }

    void replace(String source, List<Series.Run> before, List<Series.Run> after) {
        Set<Series.Run> gone = new HashSet<>(before);
        after.forEach(gone::remove);
        Set<Series.Run> more = new HashSet<>(after);
        before.forEach(more::remove);
        gone.forEach(run -> database.update(
                "delete from order_numbers where source = ? and first_number = ?", source, run.first()));
        more.forEach(run -> database.update(
                "insert into order_numbers (source, first_number, last_number, seen_at) values (?, ?, ?, ?)",
                source,
                run.first(),
                run.last(),
                run.seenAt()));
    }

    void givenUp(String source, long more) {
        database.update("update order_series set given_up = given_up + ? where source = ?", more, source);
    }

    void outside(String source, long number, long at) {
        database.update("""
                update order_series set outside_number = ?, outside_at = ?, outside_count = outside_count + 1
                where source = ?""", number, at, source);
    }

    void closed(String source, long number, String note, long at) {
        database.update("""
                insert into order_number_closed (source, number, note, closed_at) values (?, ?, ?, ?)
                on conflict do nothing""", source, number, note, at);
    }

    /** @return whether there was one */
    boolean forget(String source) {
        database.update("delete from order_numbers where source = ?", source);
        return database.update("delete from order_series where source = ?", source) > 0;
    }
}
