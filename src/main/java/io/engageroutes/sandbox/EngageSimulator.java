package io.engageroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for Engage: {@code /api/v2} and {@code /api/v3} behave as its documentation says, and {@code /simulator} shows
 * what it got and sets faults. What the documentation leaves open is a setting.
 */
public final class EngageSimulator implements AutoCloseable {

    private static final int BACKLOG = 2000;

    static {
        // Read once when the server's classes load: without the first, every answer waits 40 ms for the client's
        // acknowledgement; without the second, connections beyond 200 are closed after each call.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final int wantedPort;
    private final SimulatorSettings firstSettings;
    private final ContactRegister contacts = new ContactRegister(resource("contacts.json"));
    private final Stores stores = new Stores(resource("stores.json"));
    private final ReceiptArchive archive = new ReceiptArchive();
    private final IntegrationLog log;
    private final ReceiptImport receiptImport;
    private final SimulatedOrders orders;
    private final Traffic traffic;
    private final Faults faults;
    private final RateLimit limit;
    private final ImportTick tick;
    private volatile SimulatorSettings settings;
    private HttpServer server;
    private ExecutorService threads;

    /**
     * Makes a simulator that does not listen yet.
     *
     * @param port where it listens on 127.0.0.1; 0 for any free port
     * @param clock what its limits, the length of faults and its log go by
     */
    public EngageSimulator(int port, SimulatorSettings settings, Clock clock) {
        this.wantedPort = port;
        this.firstSettings = settings;
        this.settings = settings;
        log = new IntegrationLog(clock);
        receiptImport = new ReceiptImport(archive, contacts, stores, log);
        orders = new SimulatedOrders(contacts, stores, log, clock, this::settings);
        traffic = new Traffic(clock);
        faults = new Faults(clock);
        limit = new RateLimit(clock);
        tick = new ImportTick(receiptImport::run);
    }

    /** Starts to listen. */
    public synchronized void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", wantedPort), BACKLOG);
        threads = threads();
        server.setExecutor(threads);
        EngageApi engage =
                new EngageApi(receiptImport, new ContactsApi(contacts), stores, orders, traffic, this::settings);
        server.createContext("/", new FrontDoor(engage, faults, limit, traffic, log, this::settings));
        server.createContext("/simulator", new SimulatorControl(this));
        server.start();
        tick.every(settings.importEveryMillis());
    }

    /** The port that it listens on. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the simulator is not started");
        }
        return server.getAddress().getPort();
    }

    /** Listens no more, but forgets nothing: it may be started again. */
    @Override
    public synchronized void close() {
        tick.close();
        if (server != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    /** Forgets everything; settings, contacts and stores are those of the start. */
    public void reset() {
        faults.clear();
        limit.reset();
        receiptImport.reset();
        orders.reset();
        contacts.reset();
        stores.reset();
        log.reset();
        traffic.reset();
        use(firstSettings);
    }

    /** Behaves otherwise from now on. */
    public void use(SimulatorSettings changed) {
        settings = changed;
        tick.every(changed.importEveryMillis());
    }

    public SimulatorSettings settings() {
        return settings;
    }

    ContactRegister contacts() {
        return contacts;
    }

    Stores stores() {
        return stores;
    }

    ReceiptArchive archive() {
        return archive;
    }

    ReceiptImport receiptImport() {
        return receiptImport;
    }

    SimulatedOrders orders() {
        return orders;
    }

    IntegrationLog log() {
        return log;
    }

    Traffic traffic() {
        return traffic;
    }

    Faults faults() {
        return faults;
    }

    /** Virtual threads where Java has them: many calls may wait at a time. */
    private static ExecutorService threads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool();
        }
    }

    private static JsonNode resource(String name) {
        try (InputStream in = EngageSimulator.class.getResourceAsStream("/sandbox/" + name)) {
            return Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the simulator alone. From the application's jar: {@code java -cp engage-routes.jar
     * -Dloader.main=io.engageroutes.sandbox.EngageSimulator org.springframework.boot.loader.launch.PropertiesLauncher}.
     *
     * @param arguments the port (8090), then the milliseconds between imports (500)
     */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8090;
        long tick =
                arguments.length > 1 ? Long.parseLong(arguments[1]) : SimulatorSettings.DEFAULTS.importEveryMillis();
        EngageSimulator simulator =
                new EngageSimulator(port, SimulatorSettings.DEFAULTS.withImportEveryMillis(tick), Clock.systemUTC());
        simulator.start();
        System.out.println("Engage simulator on http://127.0.0.1:" + simulator.port());
    }
}
