package io.engageroutes.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of its own with the application's tables, in either of the two kinds that we run on. */
public final class TestDatabase implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "dead_letter",
            "message_ledger",
            "document",
            "receipt_claim",
            "file_claim",
            "post_void",
            "annulment",
            "turn");

    private final DataSource source;
    private final AutoCloseable server;

    private TestDatabase(DataSource source, AutoCloseable server) {
        this.source = source;
        this.server = server;
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    public static TestDatabase h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        return new TestDatabase(source, () -> new JdbcTemplate(source).execute("shutdown"));
    }

    public static TestDatabase postgreSql() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        return new TestDatabase(server.getPostgresDatabase(), server);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(source));
    }

    public void empty() {
        TABLES.forEach(table -> jdbc().update("delete from " + table));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
