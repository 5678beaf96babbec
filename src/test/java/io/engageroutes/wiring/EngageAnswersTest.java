package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.engageroutes.Receipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.wiring.RunningFlow.Requeued;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what is done about what happened, row by row, through the shipped routes and policies. */
class EngageAnswersTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource({
        "400, InvalidEmailAddress",
        "404, ContactNotFound",
        "409, MultipleMatches",
        "422, ValidationError",
        "410, Gone",
        "413, TooLarge",
        "415, UnsupportedMediaType"
    })
    void aMessageThatEngageCallsWrongIsDeadAtOnceWithItsReasons(int status, String code) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(
                    status,
                    "{\"errorCode\":\"" + code + "\",\"message\":\"no\",\"validationErrors\":["
                            + "{\"errorDescription\":\"first reason\"},{\"errorDescription\":\"second reason\"}]}"));
            flow.deliver(Receipts.sale("A-1"));

            assertThat(flow.ends()).isEqualTo(Map.of("dead", 1L));
            assertThat(flow.engage.calls()).hasSize(1);
            assertThat(flow.queues.sent("receipts")).isEmpty();
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter).containsEntry("reason", "engage-" + code).containsEntry("state", "dead");
                assertThat(letter.get("faults").toString()).contains("first reason", "second reason");
                assertThat(letter.get("answer").toString()).startsWith(Integer.toString(status));
                assertThat(letter.get("payload").toString()).contains("\"uniqueReceiptId\":\"A-1\"");
            });
            assertThat(flow.queues.sent("receipts.dead"))
                    .singleElement()
                    .satisfies(copy -> assertThat(new String(copy.body())).contains("second reason", "A-1"));
            assertThat(flow.circuit.state()).isEqualTo("closed");
            assertThat(flow.database.queryForObject("select count(*) from receipt_claim", Integer.class))
                    .as("the key is free again")
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ",
                "403 | {\"errorCode\":\"Forbidden\"}",
                "404 | ",
                "404 | <html><body>Not Found</body></html>",
                "404 | {\"Message\":\"No HTTP resource was found\"}",
                "405 | {\"errorCode\":\"MethodNotAllowed\"}",
                "407 | <html>proxy</html>",
                "301 | ",
                "302 | <a href='/login'>here</a>",
                "303 | ",
                "307 | ",
                "308 | "
            })
    void aRefusedKeyOrAddressKillsNothingAndStopsTheFlow(int status, String body) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(
                    Answer.of(status, body == null ? "" : body).with("Location", "http://localhost:1/elsewhere"));
            flow.deliver(Receipts.sale("A-1"));

            assertThat(flow.ends()).isEmpty();
            assertThat(flow.deadLetters()).isEmpty();
            assertThat(flow.circuit.isOpen()).isTrue();
            assertThat(flow.circuit.reason()).contains(Integer.toString(status)).doesNotContain(RunningFlow.API_KEY);
            Requeued back = flow.requeued();
            assertThat(back.only().attempts()).isZero();
            assertThat(back.inMillis()).isBetween(0L, 10_000L);
            awaitStopped(flow);
            assertThat(flow.engage.calls())
                    .as("nothing is repeated or followed")
                    .hasSize(1);
        }
    }

    @Test
    void whileTheCircuitIsOpenNobodyIsSent() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(401));
            flow.deliver(Receipts.sale("A-1"));
            flow.queues.take("receipts");
            flow.deliver(Receipts.sale("A-2"), Receipts.sale("A-3"));

            assertThat(flow.engage.calls()).hasSize(1);
            assertThat(flow.ends()).isEmpty();
            assertThat(flow.requeued().parcel().entries())
                    .extracting(Parcel.Entry::attempts)
                    .containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "Mon, 02 Mar 2026 09:02:00 GMT", "soon"})
    void tooFastMeansThatAllWaitAndNoAttemptIsCounted(String retryAfter) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            Answer slowDown = Answer.of(429, "{\"message\":\"too many\"}");
            flow.engage.answers(retryAfter.isEmpty() ? slowDown : slowDown.with("retry-after", retryAfter));
            flow.deliver(Receipts.sale("A-1"));

            assertThat(flow.engage.calls()).as("no repetition behind our back").hasSize(1);
            assertThat(flow.ends()).isEmpty();
            assertThat(flow.requeued().only().attempts()).isZero();
            assertThat(flow.circuit.isOpen()).isTrue();
            if (retryAfter.length() > 4 || retryAfter.equals("120")) {
                assertThat(flow.circuit.reason()).contains("120 s");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 503, 504, 508, 599, 408, -1})
    void troubleOfEngageIsTriedAgainLaterWithGrowingGaps(int status) throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "100")) {
            Answer trouble = Answer.of(status, "{\"errorCode\":\"Whatever\"}");
            Parcel parcel = RunningFlow.parcel(Receipts.sale("POISON"));
            for (int gap : new int[] {10, 30, 60, 300}) {
                flow.engage.answers(call -> call.body().contains("POISON") ? trouble : Answer.of(202));
                flow.deliver(parcel);
                Requeued back = flow.requeued();
                assertThat(back.inMillis()).isEqualTo(gap * 1000L);
                parcel = back.parcel();
                flow.clock.advance(Duration.ofSeconds(gap));
                flow.deliver(Receipts.sale("PASSES-" + gap));
                flow.clock.advance(Duration.ofSeconds(1));
            }
            assertThat(flow.deadLetters()).isEmpty();

            flow.deliver(parcel);
            assertThat(flow.queues.sent("receipts")).isEmpty();
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                    .containsEntry("reason", "engage-keeps-failing")
                    .containsEntry("attempts", 5));
        }
    }

    @Test
    void whileNothingPassesNoMessageIsPoison() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "1000")) {
            flow.engage.answers(Answer.of(503));
            Parcel parcel = RunningFlow.parcel(Receipts.sale("A-1"));
            for (int round = 0; round < 20; round++) {
                flow.deliver(parcel);
                Requeued back = flow.requeued();
                parcel = back.parcel();
                assertThat(back.only().attempts()).isEqualTo(1);
                flow.clock.advance(Duration.ofMinutes(5));
            }
            flow.engage.answers(Answer.of(202));
            flow.deliver(parcel);
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @Test
    void noAnswerInTimeIsTriedAgainLater() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.answer-timeout", "300ms")) {
            flow.engage.answers(Answer.SILENCE);
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.requeued().only().attempts()).isEqualTo(1);
            assertThat(flow.ends()).isEmpty();
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgainLater() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (RunningFlow flow = RunningFlow.with("engage.base-url", "http://localhost:" + free)) {
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.requeued().only().attempts()).isEqualTo(1);
            assertThat(flow.ends()).isEmpty();
        }
    }

    @Test
    void anUnknownHostIsTriedAgainLater() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.base-url", "http://tenant.invalid")) {
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.requeued().only().attempts()).isEqualTo(1);
            assertThat(flow.ends()).isEmpty();
        }
    }

    @Test
    void aResetConnectionIsTriedAgainLater() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread resets = new Thread(() -> reset(socket));
            resets.setDaemon(true);
            resets.start();
            try (RunningFlow flow = RunningFlow.with("engage.base-url", "http://localhost:" + socket.getLocalPort())) {
                flow.deliver(Receipts.sale("A-1"));
                assertThat(flow.requeued().only().attempts()).isEqualTo(1);
                assertThat(flow.ends()).isEmpty();
            }
        }
    }

    private static void reset(ServerSocket socket) {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    client.getInputStream().read();
                    client.setSoLinger(true, 0);
                }
            }
        } catch (java.io.IOException closed) {
            // the test is over
        }
    }

    @Test
    void failuresInARowStopTheFlow() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "3", "engage.in-flight", "1")) {
            flow.engage.answers(Answer.of(503));
            flow.deliver(
                    Receipts.sale("A-1"),
                    Receipts.sale("A-2"),
                    Receipts.sale("A-3"),
                    Receipts.sale("A-4"),
                    Receipts.sale("A-5"));
            assertThat(flow.engage.calls()).hasSize(3);
            assertThat(flow.circuit.isOpen()).isTrue();
            assertThat(flow.ends()).isEmpty();
            assertThat(flow.queues.sent("receipts"))
                    .as("three failed and wait longer than the two that were not sent")
                    .hasSize(2);
            awaitStopped(flow);
        }
    }

    @Test
    void theFlowGoesOnByItself() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "1", "engage.gaps", "200ms,300ms")) {
            flow.engage.answers(Answer.of(503));
            flow.deliver(Receipts.sale("A-1"));
            awaitStopped(flow);
            flow.engage.answers(Answer.of(202));
            await().atMost(LIMIT).until(() -> isConsuming(flow));
            flow.deliver(flow.requeued().parcel());
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.circuit.state()).as("one success is enough").isEqualTo("closed");
        }
    }

    private static void awaitStopped(RunningFlow flow) {
        await().atMost(LIMIT).until(() -> !isConsuming(flow));
    }

    private static boolean isConsuming(RunningFlow flow) {
        return ((ServiceSupport) flow.camel.getRoute("receipts-to-engage").getConsumer()).isStarted();
    }
}
