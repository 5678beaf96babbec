package io.engageroutes;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Empty databases with the application's own tables. */
public final class Databases {

    private static final String AS_IN_PRODUCTION = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private Databases() {}

    /** A new H2 in memory, with the modes that application.yaml sets; gone when its pool is closed. */
    public static HikariDataSource h2() {
        return migrated("jdbc:h2:mem:" + UUID.randomUUID() + AS_IN_PRODUCTION, "sa", "");
    }

    /** A pool on a running PostgreSQL. */
    public static HikariDataSource postgres(String url) {
        return migrated(url, "postgres", "postgres");
    }

    private static HikariDataSource migrated(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(16);
        migrate(pool);
        return pool;
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
