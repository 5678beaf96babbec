package io.engageroutes.wiring;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is away for so many attempts to reach it. */
final class FailingDatabase extends DelegatingDataSource {

    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    FailingDatabase(DataSource database) {
        super(database);
    }

    void failNext(int times) {
        failAfter(0, times);
    }

    /** @param connections how many are made first */
    void failAfter(int connections, int times) {
        good.set(connections);
        failures.set(times);
    }

    int failuresLeft() {
        return Math.max(0, failures.get());
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (good.getAndUpdate(left -> Math.max(0, left - 1)) == 0
                && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new SQLTransientConnectionException("the database is away");
        }
        return super.getConnection();
    }
}
