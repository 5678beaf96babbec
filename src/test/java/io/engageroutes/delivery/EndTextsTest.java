package io.engageroutes.delivery;

import com.zaxxer.hikari.HikariDataSource;
import io.engageroutes.Databases;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;

class EndTextsTest implements EndTextsContract {

    private static final HikariDataSource H2 = Databases.h2();

    @Override
    public DataSource database() {
        return H2;
    }

    @AfterAll
    static void close() {
        H2.close();
    }
}
