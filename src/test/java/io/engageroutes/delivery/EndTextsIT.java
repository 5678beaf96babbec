package io.engageroutes.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EndTextsIT implements EndTextsContract {

    private static EmbeddedPostgres postgres;
    private static HikariDataSource pool;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        pool = Databases.postgres(postgres.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public DataSource database() {
        return pool;
    }

    @AfterAll
    static void stop() throws IOException {
        pool.close();
        postgres.close();
    }
}
