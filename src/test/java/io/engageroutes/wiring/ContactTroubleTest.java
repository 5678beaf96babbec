package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.engageroutes.contact.ContactJson;
import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import io.engageroutes.wiring.ScriptedEngage.Call;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What becomes of a contact when Engage does not answer as one would like. */
class ContactTroubleTest {

    private static final String SECRET = "zebedeus";
    private static final String ID = "2e40b702-0000-4000-8000-000000000000";
    private static final Answer FOUND = Answer.of(200, "\"" + ID + "\"");
    private static final Answer UNKNOWN = Answer.of(404, "{\"errorCode\":\"ContactNotFound\",\"message\":\"no\"}");
    private static final Answer EXISTS = Answer.of(
            409, "{\"errorCode\":\"ContactWithKeyIsBeingCreated\",\"message\":\"" + SECRET + "@example.org\"}");

    private static Parcel parcel(String id, String city) throws Exception {
        String json = "{\"contactKeys\":[{\"type\":\"email\",\"value\":\"" + SECRET + "@example.org\"}],"
                + "\"changedAt\":\"2026-03-01T12:00:00+01:00\",\"storeId\":\"014\",\"attributes\":{\"city\":\"" + city
                + "\"}}";
        Content content = new Content.OfContact(ContactJson.read(json.getBytes(StandardCharsets.UTF_8)));
        return new Parcel(
                "erp-contacts",
                "document-1",
                "ID:1",
                List.of(new Parcel.Entry(
                        id,
                        "line 1",
                        content.kind(),
                        content,
                        ContentHash.of(content.json()),
                        List.of(),
                        null,
                        null,
                        0,
                        0,
                        0,
                        null)));
    }

    private static void deliver(RunningFlow flow, Parcel parcel) throws Exception {
        flow.queues.deliver("contacts", ParcelJson.write(parcel), Map.of());
    }

    private static Queues.Sent requeued(RunningFlow flow) {
        List<Queues.Sent> sent = flow.queues.take("contacts");
        assertThat(sent).hasSize(1);
        return sent.get(0);
    }

    private static Function<Call, Answer> answers(Answer find, Answer held, Answer create, Answer change) {
        return call -> call.path().endsWith("/contacts/id")
                ? find
                : call.method().equals("GET") ? held : call.path().endsWith("/contacts") ? create : change;
    }

    private static Answer held(String city) {
        return Answer.of(
                200,
                "{\"id\":\"" + ID + "\",\"attributes\":{\"email\":\"" + SECRET + "@example.org\",\"city\":\"" + city
                        + "\"}}");
    }

    @Test
    void aCreationWhoseAnswerWasLostIsLookedForFirstAndNotMadeTwice() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            AtomicBoolean there = new AtomicBoolean();
            flow.engage.answers(call -> {
                if (call.path().endsWith("/contacts/id")) {
                    return there.get() ? FOUND : UNKNOWN;
                }
                if (call.method().equals("GET")) {
                    return held("Lund");
                }
                there.set(true);
                return Answer.DROPPED;
            });
            deliver(flow, parcel("m1", "Lund"));
            Queues.Sent back = requeued(flow);
            assertThat(back.headers()).containsKeys("JMSXGroupID", "_AMQ_SCHED_DELIVERY");
            flow.engage.answers(answers(FOUND, heldWithCountry(), Answer.of(500), Answer.of(500)));
            deliver(flow, ParcelJson.read(back.body()));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.engage.calls("POST", "/contacts")).hasSize(1);
        }
    }

    private static Answer heldWithCountry() {
        return Answer.of(
                200,
                "{\"id\":\"" + ID + "\",\"attributes\":{\"email\":\"" + SECRET.toUpperCase()
                        + "@example.org\",\"city\":\"Lund\",\"countryCode\":\"SE\"}}");
    }

    @Test
    void aContactThatSomebodyElseIsCreatingIsLookedForAgain() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(answers(UNKNOWN, held("Ystad"), EXISTS, Answer.of(200)));
            deliver(flow, parcel("m1", "Lund"));
            Queues.Sent back = requeued(flow);
            flow.engage.answers(answers(FOUND, held("Ystad"), EXISTS, Answer.of(200)));
            deliver(flow, ParcelJson.read(back.body()));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.engage.calls("PATCH", ID)).singleElement().satisfies(call -> assertThat(call.body())
                    .isEqualTo("{\"city\":\"Lund\"}"));
        }
    }

    @Test
    void oneThatExistsButIsNeverFoundIsADeadLetterInTheEnd() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(answers(UNKNOWN, UNKNOWN, EXISTS, Answer.of(200)));
            Parcel parcel = parcel("m1", "Lund");
            for (int gap : new int[] {10, 30, 60, 300}) {
                deliver(flow, parcel);
                Queues.Sent back = requeued(flow);
                assertThat((Long) back.headers().get("_AMQ_SCHED_DELIVERY") - flow.clock.millis())
                        .isEqualTo(gap * 1000L);
                parcel = ParcelJson.read(back.body());
            }
            deliver(flow, parcel);
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter).containsEntry("reason", "engage-ContactWithKeyIsBeingCreated");
                assertThat(letter.get("faults").toString())
                        .contains("(not shown)")
                        .doesNotContain(SECRET);
            });
        }
    }

    @Test
    void anAnswerWithTheContactThatHasTheKeyAlreadyIsFollowedByTheChange() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(
                    answers(UNKNOWN, held("Ystad"), Answer.of(200, "{\"id\":\"" + ID + "\"}"), Answer.of(200)));
            deliver(flow, parcel("m1", "Lund"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(flow.engage.calls("PATCH", ID)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, -1})
    void noneIsLostWhileEngageFails(int status) throws Exception {
        for (Function<Call, Answer> trouble : List.of(
                answers(Answer.of(status), held("Ystad"), Answer.of(201), Answer.of(200)),
                answers(FOUND, Answer.of(status), Answer.of(201), Answer.of(200)),
                answers(FOUND, held("Ystad"), Answer.of(201), Answer.of(status)),
                answers(UNKNOWN, held("Ystad"), Answer.of(status), Answer.of(200)))) {
            try (RunningFlow flow = RunningFlow.with()) {
                flow.engage.answers(trouble);
                deliver(flow, parcel("m1", "Lund"));
                Queues.Sent back = requeued(flow);
                assertThat(flow.ends()).isEmpty();
                flow.engage.answers(answers(FOUND, held("Ystad"), Answer.of(201), Answer.of(200)));
                deliver(flow, ParcelJson.read(back.body()));
                assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 404})
    void aRefusalStopsTheFlowAndCountsNoAttempt(int status) throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(Answer.of(status));
            deliver(flow, parcel("m1", "Lund"));
            assertThat(ParcelJson.read(requeued(flow).body()).entries().get(0).attempts())
                    .isZero();
            assertThat(flow.circuit.isOpen()).isTrue();
        }
    }

    @Test
    void anotherMessageOfTheContactWaitsForTheOneThatWasPutOff() throws Exception {
        try (RunningFlow flow = RunningFlow.with()) {
            flow.engage.answers(answers(FOUND, held("Ystad"), Answer.of(201), Answer.of(503)));
            deliver(flow, parcel("m1", "Lund"));
            Queues.Sent first = requeued(flow);
            flow.engage.answers(answers(FOUND, held("Ystad"), Answer.of(201), Answer.of(200)));
            deliver(flow, parcel("m2", "Visby"));
            Queues.Sent second = requeued(flow);
            assertThat(flow.ends()).isEmpty();
            deliver(flow, ParcelJson.read(first.body()));
            deliver(flow, ParcelJson.read(second.body()));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 2L));
            assertThat(flow.engage.calls("PATCH", ID))
                    .extracting(Call::body)
                    .containsExactly("{\"city\":\"Lund\"}", "{\"city\":\"Lund\"}", "{\"city\":\"Visby\"}");
        }
    }

    @Test
    void contactsThatPassDoNotMakeAReceiptPoison() throws Exception {
        try (RunningFlow flow = RunningFlow.with("engage.failures-in-a-row", "1000")) {
            flow.engage.answers(call -> call.path().endsWith("/receipts")
                    ? Answer.of(503)
                    : answers(FOUND, held("Ystad"), Answer.of(201), Answer.of(200))
                            .apply(call));
            Parcel parcel = RunningFlow.parcel(io.engageroutes.Receipts.sale("A-1"));
            for (int round = 0; round < 8; round++) {
                flow.deliver(parcel);
                parcel = flow.requeued().parcel();
                flow.clock.advance(java.time.Duration.ofMinutes(5));
                deliver(flow, parcel("m" + round, "City" + round));
            }
            assertThat(parcel.entries().get(0).attempts()).isEqualTo(1);
        }
    }

    @Test
    void nothingPersonalIsInLogsMetricsLedgerFaultsOrNews() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (RunningFlow flow = RunningFlow.with()) {
            Answer said = Answer.of(
                    422,
                    "{\"errorCode\":\"ValidationError\",\"validationErrors\":[{\"errorDescription\":\"" + SECRET
                            + "@example.org in " + SECRET + "stad is bad\"}]}");
            flow.engage.answers(answers(FOUND, held("Ystad"), said, Answer.of(200)));
            deliver(flow, parcel("m1", SECRET + "stad"));
            flow.engage.answers(answers(UNKNOWN, held("Ystad"), said, said));
            deliver(flow, parcel("m2", SECRET + "stad"));
            flow.engage.answers(answers(FOUND, Answer.of(200, SECRET), said, said));
            deliver(flow, parcel("m3", SECRET + "stad"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "dead", 1L));
            assertThat(flow.database
                            .queryForList("select * from message_ledger")
                            .toString())
                    .doesNotContain(SECRET);
            assertThat(flow.database.queryForList("select * from contact_news").toString())
                    .contains("attributes.city")
                    .doesNotContain(SECRET, ID);
            assertThat(flow.database
                            .queryForList("select faults, reason from dead_letter")
                            .toString())
                    .contains("(not shown)")
                    .doesNotContain(SECRET);
            assertThat(flow.metrics.getMetersAsString()).doesNotContain(SECRET);
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain(SECRET);
            assertThat(
                            event.getThrowableProxy() == null
                                    ? ""
                                    : event.getThrowableProxy().getMessage())
                    .doesNotContain(SECRET);
        });
    }
}
