package io.engageroutes.scenarios.kill;

import io.engageroutes.sandbox.EngageSimulator;
import io.engageroutes.scenarios.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The application and all that it lives between, each a process of its own. */
final class Surroundings implements AutoCloseable {

    private static final Path JAR = Path.of("target/engage-routes.jar").toAbsolutePath();
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final int brokerPort;
    private final int sftpPort;
    private final int httpPort;
    private final Daemon broker;
    private final Daemon tills;
    private final Daemon simulator;
    private final Daemon application;
    private final Database database;
    private final Engage engage;

    Surroundings(Path folder) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: run mvn package first");
        }
        this.folder = folder;
        int[] ports = FreePorts.take(5);
        brokerPort = ports[0];
        sftpPort = ports[1];
        httpPort = ports[2];
        int simulatorPort = ports[3];
        broker = Daemon.ofClass(Broker.class, folder, folder.resolve("broker"), brokerPort);
        tills = Daemon.ofClass(Tills.class, folder, folder.resolve("tills"), sftpPort);
        simulator = Daemon.ofClass(EngageSimulator.class, folder, simulatorPort);
        engage = new Engage(simulatorPort);
        database = new Database(folder, ports[4]);
        application = Daemon.ofJar(
                "Application",
                JAR,
                folder,
                Map.ofEntries(
                        Map.entry("ENGAGE_BASE_URL", "http://127.0.0.1:" + simulatorPort),
                        Map.entry("ENGAGE_API_KEY", "key-of-this-run"),
                        Map.entry("ENGAGE_SOURCE", "POS"),
                        Map.entry("ENGAGE_GROUP_CURRENCY", "SEK"),
                        Map.entry("ENGAGE_REQUESTS_PER_SECOND", "150"),
                        Map.entry("CURRENCY_FOLDER", folder.resolve("rates").toString()),
                        Map.entry("CURRENCY_ECB_ENABLED", "false"),
                        Map.entry("SHOP_SECRETS", ShopFeeder.secret()),
                        Map.entry("SFTP_HOST", "127.0.0.1"),
                        Map.entry("SFTP_PORT", Integer.toString(sftpPort)),
                        Map.entry("SFTP_USERNAME", Tills.USER),
                        Map.entry("SFTP_PASSWORD", Tills.USER),
                        Map.entry("SFTP_KNOWN_HOSTS", knownHosts().toString()),
                        Map.entry("SFTP_COMPLETE", "none"),
                        Map.entry("SFTP_EVERY", "500"),
                        Map.entry("SPRING_ARTEMIS_MODE", "native"),
                        Map.entry("SPRING_ARTEMIS_BROKER_URL", brokerUrl()),
                        Map.entry("SPRING_DATASOURCE_URL", database.url()),
                        Map.entry("SPRING_DATASOURCE_USERNAME", "postgres"),
                        Map.entry("SERVER_PORT", Integer.toString(httpPort))));
    }

    /** Starts all of it; returns when everything but the application is there. */
    void start(Patience patience) throws Exception {
        broker.start();
        tills.start();
        simulator.start();
        database.start();
        for (Daemon daemon : List.of(broker, tills, simulator)) {
            patience.until(daemon.name() + " starts", START_LIMIT, () -> daemon.countInLog(" on ") > 0);
        }
        application.start();
    }

    Path knownHosts() {
        return folder.resolve("tills/known_hosts");
    }

    String brokerUrl() {
        return "tcp://127.0.0.1:" + brokerPort;
    }

    int sftpPort() {
        return sftpPort;
    }

    int httpPort() {
        return httpPort;
    }

    Daemon broker() {
        return broker;
    }

    Daemon application() {
        return application;
    }

    Database database() {
        return database;
    }

    Engage engage() {
        return engage;
    }

    /** Files of a source that lie in one of its folders; blank for the one where they arrive. */
    List<String> files(String source, String in) throws IOException {
        Path where = folder.resolve("tills/sftp").resolve(source).resolve(in);
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    List<Path> logs() {
        return List.of(application.log(), broker.log(), database.log(), tills.log(), simulator.log());
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(List.of(application, broker, tills, simulator, database));
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                System.out.println("could not be stopped: " + e);
            }
        }
    }
}
