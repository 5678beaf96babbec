package io.engageroutes.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.EngageRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The real application in the sandbox profile, on free ports, with all its state in one folder. */
final class RunningApplication implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String DATABASE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path logFile;
    private final int[] ports;
    private final String[] settings;
    private ConfigurableApplicationContext context;

    private RunningApplication(Path folder, String name, String... settings) throws IOException {
        this.folder = folder;
        this.logFile = Path.of("target", "scenarios", name + ".log");
        this.ports = FreePorts.take(4);
        this.settings = settings;
        Files.deleteIfExists(logFile);
    }

    /**
     * Starts it.
     *
     * @param folder where its state is
     * @param scenario its log is {@code target/scenarios/<class name>.log}
     * @param settings {@code name=value}
     */
    static RunningApplication start(Path folder, Class<?> scenario, String... settings) throws IOException {
        RunningApplication application = new RunningApplication(folder, scenario.getSimpleName(), settings);
        application.run();
        return application;
    }

    private void run() {
        List<String> arguments = new ArrayList<>(List.of(
                "spring.profiles.active=sandbox",
                "server.port=" + ports[0],
                "engage.base-url=http://localhost:" + ports[1],
                "sandbox.simulator.port=" + ports[1],
                "sandbox.sftp.port=" + ports[2],
                "sftp.port=" + ports[2],
                "broker.acceptor=tcp://localhost:" + ports[3],
                "sandbox.folder=" + folder,
                "sandbox.samples=false",
                "sftp.known-hosts=" + folder.resolve("known_hosts"),
                "currency.folder=" + folder.resolve("rates"),
                "spring.artemis.embedded.data-directory=" + folder.resolve("artemis"),
                "spring.datasource.url=jdbc:h2:file:" + folder.resolve("database") + DATABASE,
                "logging.file.name=" + logFile,
                "logging.config=classpath:scenario-logback.xml"));
        arguments.addAll(List.of(settings));
        Map<String, String> last = new LinkedHashMap<>(); // given twice, a setting would be a list of both
        arguments.forEach(setting -> last.put(setting.split("=")[0], "--" + setting));
        context = SpringApplication.run(EngageRoutes.class, last.values().toArray(String[]::new));
    }

    /** Stops it and starts it again with the same state, ports and settings. */
    void restart() {
        close();
        run();
    }

    @Override
    public void close() {
        context.close();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return ports[0];
    }

    int sftpPort() {
        return ports[2];
    }

    Erp erp() {
        return new Erp("tcp://localhost:" + ports[3]);
    }

    Shop shop() {
        return new Shop(URI.create("http://localhost:" + port() + "/callbacks/shop"));
    }

    Simulator simulator() {
        return new Simulator(URI.create("http://localhost:" + ports[1]));
    }

    /** The folder of a source on the SFTP server. */
    Path sftp(String source) {
        return folder.resolve("sftp").resolve(source);
    }

    Path folder() {
        return folder;
    }

    /** Lays a file down as a till does: under another name first. */
    void drop(String source, String name, byte[] content) {
        try {
            Path part = sftp(source).resolve(name + ".part");
            Files.write(part, content);
            Files.move(part, sftp(source).resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(answer.body());
    }

    /** What operators read, since the first start. */
    String log() throws IOException {
        return Files.readString(logFile);
    }

    List<Map<String, Object>> rows(String sql, Object... values) {
        return context.getBean(JdbcTemplate.class).queryForList(sql, values);
    }

    long count(String sql, Object... values) {
        return context.getBean(JdbcTemplate.class).queryForObject(sql, Long.class, values);
    }

    /** Waits for a condition; slow machines are no failure, so the limit is far above what is usual. */
    static ConditionFactory eventually() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100));
    }

    /** Every document was read to its end, every message has its end, and nothing is on a queue. */
    boolean isSettled() {
        return count("select count(*) from document where state = 'reading'") == 0
                && count("select coalesce(sum(receipts + rejected), 0) from document")
                        == count("select count(*) from message_ledger");
    }

    /** seen = receipts + non-sales + rejected for each document, and receipts + rejected = ends for each as well. */
    void assertThatTheAccountsAddUp() {
        assertThat(rows("""
                        select d.source, d.name, d.seen, d.receipts, d.non_sales, d.rejected, count(l.message_id) as ends
                        from document d left join message_ledger l on l.document_id = d.id
                        group by d.id, d.source, d.name, d.seen, d.receipts, d.non_sales, d.rejected
                        having d.seen <> d.receipts + d.non_sales + d.rejected
                            or d.receipts + d.rejected <> count(l.message_id)""")).isEmpty();
        assertThat(count("select count(*) from message_ledger"
                        + " where document_id not in (select id from document) and source <> 'unknown'"))
                .isZero();
        assertThat(count("select count(*) from message_ledger where ended = 'dead'"))
                .isEqualTo(count("select count(*) from dead_letter where state = 'dead'"));
    }
}
