package io.engageroutes.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.EngageRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Signed callbacks from many connections, beside a bare Spring MVC endpoint that only sends one JMS message, as the table of {@code
 * docs/benchmark.md}; then the same with a {@code kill -9} in the middle, and what Engage has in the end.
 */
public final class CallbackTable {

    private static final int PORT = 8_480;
    private static final int SIMULATOR = 8_490;
    private static final Path OURS = Path.of("target", "callbacks", "engage-routes");
    private static final String DATABASE = "jdbc:h2:file:./" + OURS
            + "/db;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    private static final IntConsumer NOTHING = answered -> {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private CallbackTable() {}

    /** @param arguments how many callbacks (10000), from how many connections (50), how often (2); 0 for the kill alone */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int connections = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
        System.out.println("| | 202 | other | callbacks/s | p50 ms | p99 ms | slowest ms |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|");
        for (int round = 0; round < rounds; round++) {
            measure("bare Spring MVC and JMS", bare(), count, connections);
            measure("Engage Routes", engageRoutes("50"), count, connections);
        }
        kill(count, connections);
    }

    private static void measure(String who, Contender contender, int count, int connections)
            throws IOException, InterruptedException {
        try (contender) {
            contender.start();
            Callbacks callbacks = new Callbacks(PORT, connections);
            System.out.println(callbacks.send(0, count, NOTHING).row(who + ", just started"));
            System.out.println(callbacks.send(count, count, NOTHING).row(who));
        }
    }

    private static void kill(int count, int connections) throws IOException, InterruptedException, SQLException {
        try (Contender contender = engageRoutes("0")) {
            contender.start();
            takeAnyNumberOfCalls();
            AtomicBoolean killed = new AtomicBoolean();
            Thread[] again = new Thread[1];
            Callbacks.Figures figures = new Callbacks(PORT, connections).send(0, count, answered -> {
                if (answered >= count / 2 && killed.compareAndSet(false, true)) {
                    again[0] = new Thread(() -> killAndStart(contender));
                    again[0].start();
                }
            });
            again[0].join();
            awaitEnds(count);
            contender.kill();
            System.out.printf(
                    Locale.ROOT,
                    "%nkill -9 after %,d answers: %,d answered 202, %d otherwise, %d sent again because no answer came; of %,d receipts"
                            + " %,d are delivered once, %d more than once, %d never%n",
                    count / 2,
                    figures.accepted(),
                    figures.others(),
                    figures.repeated(),
                    count,
                    delivered("having count(*) = 1"),
                    delivered("having count(*) > 1"),
                    count - delivered(""));
        }
    }

    private static void killAndStart(Contender contender) {
        try {
            contender.kill();
            contender.start();
            takeAnyNumberOfCalls();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The simulator keeps Engage's limit of 200 a second unless it is told otherwise. */
    private static void takeAnyNumberOfCalls() throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + SIMULATOR + "/simulator/settings"))
                                .PUT(BodyPublishers.ofString("{\"requestsPerSecond\": 0}"))
                                .build(),
                        BodyHandlers.discarding());
    }

    /** Until every callback is read and every message of it has its end. */
    private static void awaitEnds(int count) throws IOException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (System.nanoTime() < until) {
            JsonNode total = JSON.readTree(URI.create("http://localhost:" + PORT + "/api/accounts")
                            .toURL())
                    .path("total");
            if (total.path("documents").asInt() >= count && total.path("open").asInt() == 0) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    /** How many receipts the ledger has as delivered, so many times each; the simulator died with the application that holds it. */
    private static int delivered(String having) throws SQLException {
        try (Connection database = DriverManager.getConnection(DATABASE, "", "");
                ResultSet rows = database.createStatement()
                        .executeQuery(
                                "select count(*) from (select \"business_key\" from \"message_ledger\" where \"flow\" = 'receipts'"
                                        + " and \"ended\" = 'delivered' group by \"business_key\" " + having + ") x")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Contender bare() throws IOException {
        Path folder = Path.of("target", "callbacks", "bare");
        return new Contender(
                folder,
                BareCallbacks.class,
                PORT,
                List.of(
                        "--spring.config.name=bare",
                        "--spring.artemis.mode=embedded",
                        "--spring.artemis.embedded.persistent=true",
                        "--spring.artemis.embedded.queues=callbacks",
                        "--spring.artemis.embedded.data-directory=" + folder.resolve("artemis"),
                        "--logging.level.root=WARN"));
    }

    /** @param limit calls to Engage a second; 50 as in production, or 0 for no limit */
    private static Contender engageRoutes(String limit) throws IOException {
        Path folder = OURS;
        return new Contender(
                folder,
                EngageRoutes.class,
                PORT,
                List.of(
                        "--spring.profiles.active=sandbox",
                        "--sandbox.samples=false",
                        "--sandbox.folder=" + folder.resolve("sandbox"),
                        "--sandbox.simulator.port=" + SIMULATOR,
                        "--sandbox.sftp.port=8422",
                        "--sftp.port=8422",
                        "--sftp.known-hosts=" + folder.resolve("sandbox/known_hosts"),
                        "--engage.base-url=http://localhost:" + SIMULATOR,
                        "--engage.requests-per-second=" + limit,
                        "--receipts.unknown-stores=true",
                        "--receipts.future=3650d",
                        "--shopify.secrets=" + ShopOrders.SECRET,
                        "--broker.acceptor=",
                        "--currency.folder=" + folder.resolve("rates"),
                        "--spring.artemis.embedded.data-directory=" + folder.resolve("artemis"),
                        "--spring.datasource.url=" + DATABASE));
    }
}
