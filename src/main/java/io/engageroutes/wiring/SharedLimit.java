package io.engageroutes.wiring;

import io.engageroutes.delivery.ContentHash;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The limit per API key. In PostgreSQL all instances share it; an embedded H2 has one instance only, whose memory is enough.
 */
final class SharedLimit {

    private SharedLimit() {}

    /** Returns null for no limit. */
    static BlockingBucket bucket(String apiKey, int requestsPerSecond, DataSource database) {
        if (requestsPerSecond <= 0) {
            return null;
        }
        // not a full second's worth at once, so that no second ever sees more than the limit by much
        Bandwidth limit = Bandwidth.builder()
                .capacity(Math.max(1, requestsPerSecond / 10))
                .refillGreedy(requestsPerSecond, Duration.ofSeconds(1))
                .build();
        if (!isPostgreSql(database)) {
            return Bucket.builder().addLimit(limit).build().asBlocking();
        }
        return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("engage_limit")
                .idColumn("id")
                .stateColumn("state")
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .build()
                .getProxy(
                        ContentHash.of(apiKey),
                        () -> BucketConfiguration.builder().addLimit(limit).build())
                .asBlocking();
    }

    private static boolean isPostgreSql(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }
}
