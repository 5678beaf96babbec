package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.delivery.ReceiptMessage;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.wiring.RunningFlow.Requeued;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import io.engageroutes.wiring.ScriptedEngage.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped flow from the queue to Engage. */
class ReceiptFlowTest {

    private static final Set<String> SENT =
            Set.of("apikey", "user-agent", "content-type", "content-length", "host", "accept-encoding", "connection");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anyTwoHundredIsDelivered(int status) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(status));
            assertThat(flow.deliver(Receipts.sale("A-1")).isFailed()).isFalse();
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.queues.sent("receipts")).isEmpty();
            assertThat(flow.queues.sent("receipts.dead")).isEmpty();
            assertThat(flow.circuit.state()).isEqualTo("closed");
            assertThat(flow.database.queryForObject("select state from receipt_claim", String.class))
                    .isEqualTo("delivered");
        }
    }

    @Test
    void theRequestCarriesWhatEngageAsksForAndNothingElse() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(Receipts.sale("A-1"));
            Call call = flow.engage.calls().get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/api/v3/receipts");
            assertThat(call.query()).isNull();
            assertThat(call.headers())
                    .containsEntry("apikey", List.of(RunningFlow.API_KEY))
                    .containsEntry("User-Agent", List.of("EngageRoutes/0.1"))
                    .containsEntry("Content-Type", List.of("application/json"));
            assertThat(call.headers().keySet())
                    .allSatisfy(name -> assertThat(SENT).contains(name.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void headersThatCameInDoNotSteerTheCall() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Map<String, Object> headers = new HashMap<>();
            headers.put("CamelHttpUri", "http://localhost:1/stolen");
            headers.put("CamelHttpPath", "/elsewhere");
            headers.put("CamelHttpQuery", "admin=true");
            headers.put("CamelHttpMethod", "DELETE");
            headers.put("CamelFileName", "../../etc/passwd");
            headers.put("CamelBeanMethodName", "release");
            headers.put("CamelSplitIndex", 7);
            headers.put("apikey", "another");
            headers.put("Authorization", "Basic eDp5");
            headers.put("JMSReplyTo", "erp.receipts");
            headers.put("_AMQ_SCHED_DELIVERY", 5L);
            Exchange done = flow.queues.deliver(
                    "receipts", ParcelJson.write(RunningFlow.parcel(Receipts.sale("A-1"))), headers);
            assertThat(done.isFailed()).isFalse();
            assertThat(flow.engage.calls()).singleElement().satisfies(call -> {
                assertThat(call.method()).isEqualTo("POST");
                assertThat(call.path()).isEqualTo("/api/v3/receipts");
                assertThat(call.query()).isNull();
                assertThat(call.headers()).containsEntry("apikey", List.of(RunningFlow.API_KEY));
                assertThat(call.headers()).doesNotContainKeys("Authorization", "JMSReplyTo");
            });
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @Test
    void headersThatCameInDoNotComeAlongOnAnyQueue() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "100")) {
            flow.engage.answers(call -> Answer.of(call.body().contains("DEAD") ? 422 : 500));
            flow.queues.deliver(
                    "receipts",
                    ParcelJson.write(RunningFlow.parcel(Receipts.sale("DEAD"), Receipts.sale("LATER"))),
                    Map.of("CamelJmsDestinationName", "stolen", "tenant", "other"));
            assertThat(flow.queues.sent("receipts")).singleElement().satisfies(sent -> assertThat(sent.headers())
                    .containsOnlyKeys("_AMQ_SCHED_DELIVERY"));
            assertThat(flow.queues.sent("receipts.dead")).singleElement().satisfies(sent -> {
                assertThat(sent.headers()).isEmpty();
                assertThat(sent.options()).containsEntry("timeToLive", "2592000000");
            });
        }
    }

    @Test
    void oneParcelMayHoldEveryEnd() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "100")) {
            flow.deliver(Receipts.sale("KNOWN"), Receipts.sale("CHANGED"));
            flow.engage.answers(call ->
                    Answer.of(call.body().contains("FAILS") ? 500 : call.body().contains("WRONG") ? 422 : 202));
            Parcel parcel = new Parcel(
                    "till",
                    "document-2",
                    "two.xml",
                    List.of(
                            RunningFlow.entry("m-1", Receipts.sale("NEW")),
                            RunningFlow.entry("m-2", Receipts.sale("KNOWN")),
                            RunningFlow.entry("m-3", Receipts.sale("CHANGED", "99.00")),
                            RunningFlow.entry("m-4", Receipts.sale("FAILS")),
                            RunningFlow.entry("m-5", Receipts.sale("WRONG")),
                            RunningFlow.entry("m-6", Receipts.anonymous("ANONYMOUS")),
                            rejected("m-7"),
                            RunningFlow.entry("m-8", Receipts.in("XXX-", "NO-CURRENCY"))));
            flow.deliver(parcel);
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 3L, "duplicate", 1L, "skipped", 1L, "dead", 4L));
            assertThat(flow.requeued().only().id()).isEqualTo("m-4");
            assertThat(flow.deadLetters())
                    .extracting(letter -> letter.get("message_id"), letter -> letter.get("reason"))
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("m-3", "conflict"),
                            org.assertj.core.groups.Tuple.tuple("m-5", "engage-422"),
                            org.assertj.core.groups.Tuple.tuple("m-7", "bad-line"),
                            org.assertj.core.groups.Tuple.tuple("m-8", "currency-unknown"));
        }
    }

    private static Parcel.Entry rejected(String id) {
        Fault fault = new Fault("bad-line", "line 7", "x", "must be a number");
        return new Parcel.Entry(id, "line 7", null, null, List.of(fault), "871", "raw text", 0, 0, 0);
    }

    @Test
    void theSameParcelAgainChangesNothing() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(call -> Answer.of(call.body().contains("WRONG") ? 422 : 202));
            for (int times = 0; times < 3; times++) {
                flow.deliver(Receipts.sale("A-1"), Receipts.sale("WRONG"), Receipts.anonymous("NOBODY"));
            }
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "dead", 1L, "skipped", 1L));
            assertThat(flow.deadLetters()).hasSize(1);
            assertThat(flow.engage.calls().stream().filter(call -> call.body().contains("\"uniqueReceiptId\":\"A-1\"")))
                    .hasSize(1);
        }
    }

    @Test
    void aRepeatInOneParcelWaitsForTheFirst() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.deliver(new Parcel(
                    "till",
                    "document-1",
                    "one.xml",
                    List.of(
                            RunningFlow.entry("m-1", Receipts.sale("A-1")),
                            RunningFlow.entry("m-2", Receipts.sale("A-1")),
                            RunningFlow.entry("m-3", Receipts.sale("A-1", "99.00")))));
            assertThat(flow.engage.calls()).hasSize(1);
            Requeued back = flow.requeued();
            assertThat(back.parcel().entries()).extracting(Parcel.Entry::id).containsExactly("m-2", "m-3");
            flow.deliver(back.parcel());
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "duplicate", 1L, "dead", 1L));
        }
    }

    /** A step may be any object; only its methods' names are agreed. */
    public static final class ExplodingLimit {

        public void acquire() {
            throw new IllegalStateException("a defect of ours");
        }
    }

    /** Fails before the receipt is even judged. */
    public static final class ExplodingSteps {

        public void validate(ReceiptMessage message) {
            throw new NullPointerException("another defect for " + message.id());
        }

        public void price(ReceiptMessage message) {}

        public void convert(ReceiptMessage message) {}

        public void payload(ReceiptMessage message) {}
    }

    @Test
    void aDefectOfOursCostsOneReceiptADeadLetterAndNoMore() throws Exception {
        for (Map<String, Object> defect : List.<Map<String, Object>>of(
                Map.of("engageLimit", new ExplodingLimit()), Map.of("receiptSteps", new ExplodingSteps()))) {
            try (RunningFlow flow = RunningFlow.with(defect)) {
                assertThat(flow.deliver(Receipts.sale("A-1")).isFailed()).isFalse();
                assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                    assertThat(letter).containsEntry("reason", "failure");
                    assertThat(letter.get("canonical").toString()).contains("A-1");
                });
            }
        }
    }

    @Test
    void withoutARateTheReceiptWaits() throws Exception {
        try (RunningFlow flow = RunningFlow.with("currency.missing-rate", "hold", "currency.hold-for", "15m")) {
            flow.deliver(Receipts.in("USD", "A-1"));
            Requeued back = flow.requeued();
            assertThat(back.inMillis()).isEqualTo(Duration.ofMinutes(15).toMillis());
            assertThat(back.only().attempts()).isZero();
            assertThat(flow.ends()).isEmpty();
            assertThat(flow.engage.calls()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"90s", "1h", "PT15M", "10000ms", "1d"})
    void theWaitForARateMayBeWrittenAsAnyDuration(String hold) throws Exception {
        try (RunningFlow flow = RunningFlow.with("currency.missing-rate", "hold", "currency.hold-for", hold)) {
            flow.deliver(Receipts.in("USD", "A-1"));
            assertThat(flow.requeued().inMillis())
                    .isEqualTo(org.springframework.boot.convert.DurationStyle.detectAndParse(hold)
                            .toMillis());
        }
    }

    @Test
    void withoutARateTheReceiptMayGoWithoutOne() throws Exception {
        try (RunningFlow flow = RunningFlow.with("currency.missing-rate", "omit")) {
            flow.deliver(Receipts.in("USD", "A-1"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.engage.calls().get(0).body())
                    .contains("\"currency\":\"USD\"")
                    .doesNotContain("exchangeRate");
        }
    }

    @Test
    void withoutARateTheReceiptMayDie() throws Exception {
        try (RunningFlow flow = RunningFlow.with("currency.missing-rate", "dead-letter")) {
            flow.deliver(Receipts.in("USD", "A-1"));
            assertThat(flow.ends()).isEqualTo(Map.of("dead", 1L));
            assertThat(flow.deadLetters().get(0)).containsEntry("reason", "no-exchange-rate");
            assertThat(flow.engage.calls()).isEmpty();
        }
    }

    @Test
    void aKnownRateIsSentAndKept() throws Exception {
        try (RunningFlow flow = RunningFlow.with("currency.static-rates.USD", "10.25")) {
            flow.deliver(Receipts.in("USD", "A-1"));
            assertThat(flow.engage.calls().get(0).body()).contains("\"exchangeRateToGroupCurrency\":10.25");
            assertThat(flow.database.queryForObject(
                            "select exchange_rate from message_ledger", java.math.BigDecimal.class))
                    .isEqualByComparingTo("10.25");
        }
    }

    /** Remembers in which thread it was called; the broker's transaction hangs on that thread. */
    public static final class WatchedParcels {

        private final io.engageroutes.delivery.Parcels parcels = new io.engageroutes.delivery.Parcels();
        private final AtomicReference<Thread> thread = new AtomicReference<>();

        public void unpack(Exchange exchange) throws Exception {
            thread.set(Thread.currentThread());
            parcels.unpack(exchange);
        }

        public void unpackContacts(Exchange exchange) throws Exception {
            parcels.unpackContacts(exchange);
        }

        public void unpackOrders(Exchange exchange) throws Exception {
            parcels.unpackOrders(exchange);
        }
    }

    @Test
    void whatGoesBackIsSentInTheThreadOfTheBrokersTransaction() throws Exception {
        WatchedParcels watched = new WatchedParcels();
        try (RunningFlow flow = RunningFlow.with(Map.of("parcels", watched), "engage.failures-in-a-row", "1000")) {
            flow.engage.answers(call -> Answer.of(call.body().contains("DEAD") ? 400 : 503));
            Receipt[] many = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(number -> Receipts.sale((number % 2 == 0 ? "DEAD-" : "LATER-") + number))
                    .toArray(Receipt[]::new);
            flow.deliver(many);
            assertThat(watched.thread.get()).isSameAs(Thread.currentThread());
            assertThat(flow.queues.sent("receipts")).hasSize(1).allSatisfy(sent -> assertThat(sent.thread())
                    .isSameAs(Thread.currentThread()));
            assertThat(flow.queues.sent("receipts.dead")).hasSize(100).allSatisfy(sent -> assertThat(sent.thread())
                    .isSameAs(Thread.currentThread()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipts", "receipts.dead"})
    void aParcelStaysOnTheQueueWhenWhatIsLeftOfItCannotBeSent(String queue) throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "100")) {
            flow.engage.answers(call -> Answer.of(call.body().contains("DEAD") ? 400 : 503));
            flow.queues.unreachable(queue);
            Parcel parcel = RunningFlow.parcel(Receipts.sale("DEAD"), Receipts.sale("LATER"));
            Exchange done = flow.deliver(parcel);
            assertThat(done.isFailed())
                    .as("only a failed exchange is rolled back")
                    .isTrue();

            flow.queues.unreachable("");
            flow.queues.take("receipts");
            flow.engage.answers(Answer.of(202));
            assertThat(flow.deliver(parcel).isFailed()).isFalse();
            assertThat(flow.ends().values().stream().mapToLong(Long::longValue).sum())
                    .as("each message has one end")
                    .isEqualTo(2);
        }
    }

    @Test
    void aMessageWithoutEndKeepsItsParcelOnTheQueue() throws Exception {
        try (RunningFlow flow = RunningFlow.with(Map.of("ends", new Forgetful()))) {
            Exchange done = flow.deliver(Receipts.sale("A-1"));
            assertThat(done.getException()).isInstanceOf(IllegalStateException.class);
            assertThat(flow.ends()).isEmpty();
        }
    }

    /** Ends nothing. */
    public static final class Forgetful {

        public void delivered(ReceiptMessage message) {}

        public void skipped(ReceiptMessage message, String reason) {}

        public void dead(ReceiptMessage message, Exception cause) {}

        public void hold(ReceiptMessage message, String reason, Duration delay) {}

        public void retry(ReceiptMessage message, Exception cause) {}

        public void waitForEngage(ReceiptMessage message) {}

        public void unknownOrder(ReceiptMessage message) {}

        public void waitForStorage(ReceiptMessage message) {}

        public void lookAgain(ReceiptMessage message, Exception cause) {}

        public void unknownContact(ReceiptMessage message) {}
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whileTheDatabaseIsAwayTheParcelWaitsAndEachReceiptGoesOnce(int failures) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.connections.failNext(failures);
            assertThat(flow.deliver(Receipts.sale("A-1"), Receipts.sale("A-2")).isFailed())
                    .isFalse();
            assertThat(flow.connections.failuresLeft()).isZero();
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 2L));
            assertThat(flow.engage.calls()).hasSize(2);
        }
    }

    @Test
    void theDatabaseMayGoAwayBetweenTheCallAndTheEntry() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(call -> {
                flow.connections.failNext(2);
                return Answer.of(202);
            });
            assertThat(flow.deliver(Receipts.sale("A-1")).isFailed()).isFalse();
            assertThat(flow.connections.failuresLeft()).isZero();
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.engage.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "{}",
                "[]",
                "null",
                "{\"source\":\"s\",\"document\":\"d\",\"messages\":[7]}",
                "\0\0"
            })
    void whatSomebodyElsePutOnOurQueueIsADeadLetter(String body) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Exchange done = flow.queues.deliver("receipts", body.getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(done.isFailed()).isFalse();
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                    .containsEntry("reason", "unreadable-parcel"));
        }
    }

    @Test
    void receiptsWithoutAnyIdAreDeadLettersToo() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Parcel parcel = new Parcel(
                    "erp",
                    "document-1",
                    "ID:1",
                    List.of(
                            RunningFlow.entry("m-1", Receipts.sale(null)),
                            RunningFlow.entry("m-2", Receipts.sale(null)),
                            RunningFlow.entry("m-3", Receipts.sale("x".repeat(500))),
                            RunningFlow.entry("m-4", Receipts.sale("line\nbreak and \u0000"))));
            assertThat(flow.deliver(parcel).isFailed()).isFalse();
            assertThat(flow.ends()).isEqualTo(Map.of("dead", 4L));
        }
    }

    @Test
    void whateverEngageAnswersEveryMessageHasOneEndOrIsBackOnTheQueue() throws Exception {
        int[] statuses = {200, 202, 202, 202, 400, 404, 422, 429, 401, 500, 503, -1};
        Random random = new Random(20260302);
        try (RunningFlow flow = RunningFlow.with("engage.gaps", "1ms,2ms,3ms", "engage.failures-in-a-row", "3")) {
            flow.engage.answers(call -> {
                int status = statuses[random.nextInt(statuses.length)];
                return Answer.of(status, status == 404 ? "{\"errorCode\":\"ContactNotFound\"}" : "");
            });
            Set<String> waiting = new HashSet<>();
            List<Parcel> parcels = new java.util.ArrayList<>();
            for (int document = 0; document < 10; document++) {
                Receipt[] receipts = new Receipt[30];
                for (int number = 0; number < receipts.length; number++) {
                    receipts[number] = Receipts.sale("R-" + document + "-" + number);
                    waiting.add("message-" + receipts[number].uniqueId());
                }
                parcels.add(RunningFlow.parcel(receipts));
            }
            int rounds = 0;
            while (!parcels.isEmpty()) {
                assertThat(rounds++).as("rounds").isLessThan(5000);
                assertThat(flow.deliver(parcels.remove(0)).isFailed()).isFalse();
                flow.clock.advance(Duration.ofMillis(5));
                flow.queues.take("receipts").forEach(sent -> parcels.add(ParcelJson.read(sent.body())));
                Set<String> accounted = new HashSet<>(
                        flow.database.queryForList("select message_id from message_ledger", String.class));
                parcels.forEach(parcel -> parcel.entries().forEach(entry -> assertThat(accounted.add(entry.id()))
                        .as("either ended or waiting")
                        .isTrue()));
                assertThat(accounted).isEqualTo(waiting);
            }
            assertThat(flow.ends().keySet()).isSubsetOf("delivered", "dead");
        }
    }
}
