package io.engageroutes.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which instance reads which file just now: {@code inProgressRepository} of the SFTP sources. A claim is kept alive while the file
 * is read, expires when its instance died, and is the instance's own again when that one comes back.
 */
public final class FileClaims extends ServiceSupport implements IdempotentRepository {

    private static final Logger LOG = LoggerFactory.getLogger(FileClaims.class);

    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    private final JdbcTemplate database;
    private final Clock clock;
    private final Duration lease;
    private final String instance;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService renewal;
    private volatile long awayUntil;

    /** @param instance tells this instance from all others, and is the same after a restart */
    public FileClaims(JdbcTemplate database, Clock clock, Duration lease, String instance) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
        this.instance = instance;
    }

    /** False while the database is away: nobody may take the file then. */
    @Override
    public boolean add(String file) {
        if (!held.add(file)) {
            return false;
        }
        boolean claimed = ask(() -> claim(file), false);
        if (!claimed) {
            held.remove(file);
        }
        return claimed;
    }

    private boolean claim(String file) {
        long now = clock.millis();
        long until = now + lease.toMillis();
        String claim =
                "insert into file_claim (file_key, owner, claimed_until) values (?, ?, ?) on conflict do nothing";
        String takeOver =
                "update file_claim set owner = ?, claimed_until = ? where file_key = ? and (owner = ? or claimed_until < ?)";
        return database.update(claim, file, instance, until) == 1
                || database.update(takeOver, instance, until, file, instance, now) == 1;
    }

    /** True while the database is away. */
    @Override
    public boolean contains(String file) {
        return held.contains(file) || ask(() -> isClaimedByAnother(file), true);
    }

    private boolean isClaimedByAnother(String file) {
        Integer others = database.queryForObject(
                "select count(*) from file_claim where file_key = ? and owner <> ? and claimed_until >= ?",
                Integer.class,
                file,
                instance,
                clock.millis());
        return others != null && others > 0;
    }

    /** A claim that stays in the database, because that is away, is this instance's own the next time and expires for others. */
    @Override
    public boolean remove(String file) {
        held.remove(file);
        return ask(
                () -> database.update("delete from file_claim where file_key = ? and owner = ?", file, instance) > 0,
                false);
    }

    /**
     * Camel does not expect a repository to fail: an exception in the middle of a folder would leave the files that were claimed
     * before it claimed for ever. After a failure the database is left alone for a moment, since each try may take long.
     */
    private boolean ask(BooleanSupplier question, boolean whenAway) {
        if (clock.millis() < awayUntil) {
            return whenAway;
        }
        try {
            return question.getAsBoolean();
        } catch (DataAccessException away) {
            awayUntil = clock.millis() + A_MOMENT.toMillis();
            LOG.warn("No files are taken, the database is away: {}", away.getMessage());
            return whenAway;
        }
    }

    @Override
    public boolean confirm(String file) {
        return true;
    }

    @Override
    public void clear() {
        held.clear();
        ask(() -> database.update("delete from file_claim where owner = ?", instance) > 0, false);
    }

    @Override
    protected void doStart() {
        long every = lease.toMillis() / 3;
        renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "file-claims");
            thread.setDaemon(true);
            return thread;
        });
        renewal.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            long until = clock.millis() + lease.toMillis();
            held.forEach(file -> database.update(
                    "update file_claim set claimed_until = ? where file_key = ? and owner = ?", until, file, instance));
        } catch (DataAccessException away) {
            LOG.warn("File claims could not be renewed, the database is away: {}", away.getMessage());
        }
    }

    @Override
    protected void doStop() {
        if (renewal != null) {
            renewal.shutdownNow();
        }
    }
}
