package io.engageroutes.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.HandClock;
import io.engageroutes.Receipts;
import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.delivery.Replay;
import io.engageroutes.intake.Kind;
import io.engageroutes.order.Action;
import io.engageroutes.order.Delivery;
import io.engageroutes.order.Order;
import io.engageroutes.receipt.ContactKey;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.sandbox.EngageSimulator;
import io.engageroutes.sandbox.SimulatorSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shipped flow of orders between a broker that the test plays and the Engage simulator. */
final class OrderWorld implements AutoCloseable {

    static final String ALMA = "alma.ek@example.org";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROUNDS = 200;

    final RunningFlow flow;
    private final HandClock simulated = new HandClock();
    private final EngageSimulator engage = new EngageSimulator(free(), SimulatorSettings.DEFAULTS, simulated);
    private final HttpClient client = HttpClient.newHttpClient();
    private int messages;

    private OrderWorld(String... changed) throws Exception {
        engage.start();
        List<String> settings = new ArrayList<>(List.of(changed));
        settings.addAll(List.of("engage.base-url", "http://localhost:" + engage.port()));
        flow = RunningFlow.with(settings.toArray(String[]::new));
    }

    /** A port that stays the same when Engage comes back. */
    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static OrderWorld with(String... changed) throws Exception {
        return new OrderWorld(changed);
    }

    /** What changes an order at a minute of the day. */
    static Order order(String orderId, int minute, String amount, String status, Delivery delivery, Action action) {
        return order(orderId, minute, amount, status, delivery, action, ALMA);
    }

    static Order order(
            String orderId,
            int minute,
            String amount,
            String status,
            Delivery delivery,
            Action action,
            String contact) {
        List<ContactKey> keys = contact == null ? List.of() : List.of(new ContactKey(ContactKeyType.email, contact));
        return new Order(
                orderId,
                OffsetDateTime.parse("2026-03-01T10:00:00+01:00").plusMinutes(minute),
                keys,
                amount == null ? null : Receipts.sale(orderId, amount).with(orderId, List.of()),
                status,
                null,
                null,
                "ecom",
                List.of(),
                null,
                delivery,
                Map.of(),
                action);
    }

    static Action action(String name, String id) {
        return new Action(name, id, Map.of());
    }

    /** The message of its own that brings the order. */
    byte[] message(Order order) {
        return message("message-" + ++messages, order);
    }

    byte[] message(String id, Order order) {
        Content content = new Content.OfOrder(order);
        Parcel.Entry entry = new Parcel.Entry(
                id,
                "message",
                Kind.ORDER,
                content,
                ContentHash.of(content.json()),
                List.of(),
                null,
                null,
                0,
                0,
                0,
                null,
                null);
        return ParcelJson.write(new Parcel("shop", "document-" + id, "order", List.of(entry)));
    }

    /** Gives it to the flow once; what is put off stays on the broker. */
    /** A transaction that failed is rolled back and its message comes again, as from a broker. */
    void deliver(byte[] message) throws Exception {
        for (int time = 0; flow.queues.deliver("orders", message, Map.of()).isFailed(); time++) {
            flow.queues.take("orders");
            if (time > MOST_ROUNDS) {
                throw new AssertionError("it fails for ever");
            }
        }
    }

    /** Gives it to the flow, and what is put off when it is due, until nothing waits. */
    void bring(Order order) throws Exception {
        deliver(message(order));
        settle();
    }

    /** The broker's part: everything comes when it is due, one after another. */
    void settle() throws Exception {
        List<Queues.Sent> waiting = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            waiting.addAll(flow.queues.take("orders"));
            if (waiting.isEmpty()) {
                return;
            }
            waiting.sort(Comparator.comparing(OrderWorld::dueAt));
            Queues.Sent next = waiting.remove(0);
            long wait = dueAt(next) - flow.clock.millis();
            if (wait > 0) {
                pass(Duration.ofMillis(wait));
            }
            deliver(next.body());
        }
        throw new AssertionError("it never comes to rest");
    }

    private static Long dueAt(Queues.Sent sent) {
        return (Long) sent.headers().get("_AMQ_SCHED_DELIVERY");
    }

    void pass(Duration time) {
        flow.clock.advance(time);
        simulated.advance(time);
    }

    JsonNode simulator(String what) throws IOException, InterruptedException {
        return JSON.readTree(call("GET", "/simulator/" + what, ""));
    }

    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + engage.port() + path))
                .header("apikey", RunningFlow.API_KEY)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    void fault(String fault) throws IOException, InterruptedException {
        call("POST", "/simulator/faults", fault);
    }

    void jobFault(String fault) throws IOException, InterruptedException {
        call("POST", "/simulator/job-faults", fault);
    }

    /** What the customer was told, in order. */
    List<String> told() throws IOException, InterruptedException {
        return simulator("actions").findValuesAsText("action");
    }

    /** The jobs that were done, such as {@code CREATE}, in order. */
    List<String> jobs() throws IOException, InterruptedException {
        List<String> jobs = new ArrayList<>();
        for (JsonNode job : simulator("jobs")) {
            jobs.add(job.path("kind").asText());
        }
        return jobs;
    }

    JsonNode stored(String orderId) throws IOException, InterruptedException {
        return simulator("orders?orderId=" + orderId).path(0);
    }

    /** The end of each message with its reason, in the order in which they came. */
    List<String> ends() {
        return flow.database.query(
                "select ended, reason from message_ledger order by message_id",
                (row, number) ->
                        row.getString(2) == null ? row.getString(1) : row.getString(1) + " " + row.getString(2));
    }

    /** Somebody replays the oldest dead letter. */
    void replay() throws Exception {
        String id = flow.deadLetters().stream()
                .filter(each -> each.get("state").equals("dead"))
                .map(each -> (String) each.get("message_id"))
                .findFirst()
                .orElseThrow();
        List<byte[]> sent = new ArrayList<>();
        DataSource database = Objects.requireNonNull(flow.database.getDataSource());
        Replay replay = new Replay(
                new TransactionTemplate(new JdbcTransactionManager(database)),
                flow.database,
                flow.clock,
                parcel -> sent.add(parcel.json()));
        if (!(replay.replay(id, null, null) instanceof Replay.Outcome.Done)) {
            throw new AssertionError(id + " was not replayed");
        }
        for (byte[] parcel : sent) {
            deliver(parcel);
        }
        settle();
    }

    /** Nobody listens there any more. */
    void closeEngage() {
        engage.close();
    }

    void openEngage() throws IOException {
        engage.start();
    }

    @Override
    public void close() {
        flow.close();
        engage.close();
    }
}
