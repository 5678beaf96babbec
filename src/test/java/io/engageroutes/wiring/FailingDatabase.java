package io.engageroutes.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is away for so many attempts to reach it. */
final class FailingDatabase extends DelegatingDataSource {

    private final AtomicInteger failures = new AtomicInteger();

    FailingDatabase(DataSource database) {
        super(database);
    }

    void failNext(int times) {
        failures.set(times);
    }

    int failuresLeft() {
        return Math.max(0, failures.get());
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLTransientConnectionException("the database is away");
        }
        return super.getConnection();
    }
}
