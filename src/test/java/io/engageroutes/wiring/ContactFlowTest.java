package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.Receipts;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.receipt.ContactKeyType;
import io.engageroutes.wiring.RunningFlow.Requeued;
import io.engageroutes.wiring.ScriptedEngage.Answer;
import io.engageroutes.wiring.ScriptedEngage.Call;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done about contacts that Engage may not know, by the setting engage.unknown-contact. */
class ContactFlowTest {

    private static final Answer FOUND = Answer.of(200, "\"2e40b702-0000-4000-8000-000000000000\"");
    private static final Answer UNKNOWN = Answer.of(404, "{\"errorCode\":\"ContactNotFound\",\"message\":\"no\"}");

    private static Function<Call, Answer> answers(Answer find, Answer create, Answer receipt) {
        return call ->
                call.path().endsWith("/contacts/id") ? find : call.path().endsWith("/contacts") ? create : receipt;
    }

    private static RunningFlow flow(String unknownContact, String... more) throws Exception {
        String[] settings = new String[more.length + 2];
        settings[0] = "engage.unknown-contact";
        settings[1] = unknownContact;
        System.arraycopy(more, 0, settings, 2, more.length);
        return RunningFlow.with(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "create"})
    void aContactThatIsKnownIsLookedUpOnce(String setting) throws Exception {
        try (RunningFlow flow = flow(setting, "engage.in-flight", "1")) {
            flow.engage.answers(answers(FOUND, Answer.of(500), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"), Receipts.sale("A-2"));
            flow.deliver(Receipts.sale("A-3"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 3L));
            assertThat(flow.engage.calls("GET", "/contacts/id")).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo("/api/v3/contacts/id");
                assertThat(call.query()).isEqualTo("email=anna.andersson%40example.org");
                assertThat(call.body()).isEmpty();
                assertThat(call.headers()).containsKeys("apikey", "User-Agent");
            });
            assertThat(flow.engage.calls("POST", "/receipts")).hasSize(3).allSatisfy(call -> assertThat(call.query())
                    .isNull());
        }
    }

    @Test
    void aPlusInAKeyReachesEngageAsAPlus() throws Exception {
        try (RunningFlow flow = flow("verify", "engage.contact-type", "Member")) {
            flow.engage.answers(answers(FOUND, Answer.of(500), Answer.of(202)));
            flow.deliver(Receipts.of(ContactKeyType.mobilePhone, "+46701234567", "A-1"));
            assertThat(flow.engage.calls("GET", "/contacts/id").get(0).query())
                    .isEqualTo("mobilePhone=%2B46701234567&contactType=Member");
        }
    }

    @Test
    void verifyingWaitsForAnUnknownContactAndGivesUpInTheEnd() throws Exception {
        try (RunningFlow flow = flow("verify")) {
            flow.engage.answers(answers(UNKNOWN, Answer.of(201), Answer.of(202)));
            Parcel parcel = RunningFlow.parcel(Receipts.sale("A-1"));
            for (int gap : new int[] {10, 30, 60, 300}) {
                flow.deliver(parcel);
                Requeued back = flow.requeued();
                assertThat(back.inMillis()).isEqualTo(gap * 1000L);
                parcel = back.parcel();
            }
            flow.deliver(parcel);
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                    .containsEntry("reason", "contact-unknown"));
            assertThat(flow.engage.calls("POST", "")).isEmpty();
            assertThat(flow.circuit.state()).isEqualTo("closed");
        }
    }

    @Test
    void aContactThatIsRegisteredMeanwhileIsFound() throws Exception {
        try (RunningFlow flow = flow("verify")) {
            flow.engage.answers(answers(UNKNOWN, Answer.of(201), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            flow.engage.answers(answers(FOUND, Answer.of(201), Answer.of(202)));
            flow.deliver(flow.requeued().parcel());
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"v3, true", "v2, false"})
    void anUnknownContactIsCreated(String version, boolean inQuery) throws Exception {
        try (RunningFlow flow = flow("create", "engage.api-version", version, "engage.contact-type", "Member")) {
            flow.engage.answers(answers(UNKNOWN, Answer.of(201, "{\"id\":\"x\"}"), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            Call creation = flow.engage.calls("POST", "/contacts").get(0);
            assertThat(creation.path()).isEqualTo("/api/" + version + "/contacts");
            assertThat(creation.body())
                    .contains(
                            "\"email\":\"" + Receipts.CONTACT + "\"",
                            "\"contactType\":\"Member\"",
                            "\"countryCode\":\"SE\"");
            assertThat(creation.headers()).containsKeys("apikey", "User-Agent", "Content-Type");
            if (inQuery) {
                assertThat(creation.query()).isEqualTo("source=POS&storeExternalId=014&createAsUnapproved=false");
                assertThat(creation.headers()).doesNotContainKeys("source", "storeExternalId");
            } else {
                assertThat(creation.query()).isNull();
                assertThat(creation.headers()).containsKeys("source", "storeExternalId", "createAsUnapproved");
            }
            Call receipt = flow.engage.calls("POST", "/receipts").get(0);
            assertThat(receipt.query()).isNull();
            assertThat(receipt.headers()).doesNotContainKeys("source", "storeExternalId");
            flow.deliver(Receipts.sale("A-2"));
            assertThat(flow.engage.calls("GET", "/contacts/id"))
                    .as("remembered")
                    .hasSize(1);
        }
    }

    @Test
    void somebodyElseMayBeFasterToCreateIt() throws Exception {
        try (RunningFlow flow = flow("create")) {
            flow.engage.answers(answers(
                    UNKNOWN, Answer.of(409, "{\"errorCode\":\"ApprovedContactWithKeyExists\"}"), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @Test
    void aContactThatCannotBeCreatedIsADeadLetterWithEngagesReasons() throws Exception {
        try (RunningFlow flow = flow("create")) {
            flow.engage.answers(answers(
                    UNKNOWN,
                    Answer.of(422, "{\"errorCode\":\"ValidationError\",\"message\":\"firstName is mandatory\"}"),
                    Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter).containsEntry("reason", "engage-ValidationError");
                assertThat(letter.get("faults").toString()).contains("firstName is mandatory");
            });
            assertThat(flow.engage.calls("POST", "/receipts")).isEmpty();
        }
    }

    @Test
    void aMemberNumberCannotBeCreated() throws Exception {
        try (RunningFlow flow = flow("create")) {
            flow.engage.answers(answers(UNKNOWN, Answer.of(201), Answer.of(202)));
            flow.deliver(Receipts.of(ContactKeyType.memberNumber, "4711", "A-1"));
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                    .containsEntry("reason", "contact-unknown"));
            assertThat(flow.engage.calls("POST", "")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "create"})
    void severalMatchesAreADeadLetterAndNobodyGuesses(String setting) throws Exception {
        try (RunningFlow flow = flow(setting)) {
            flow.engage.answers(answers(
                    Answer.of(409, "{\"errorCode\":\"MultipleMatches\",\"message\":\"two\"}"),
                    Answer.of(201),
                    Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                    .containsEntry("reason", "engage-MultipleMatches"));
            assertThat(flow.engage.calls("POST", "")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"verify, 500", "verify, -1", "create, 503", "create, 408"})
    void troubleWithTheLookUpIsTriedAgainLater(String setting, int status) throws Exception {
        try (RunningFlow flow = flow(setting)) {
            flow.engage.answers(answers(Answer.of(status), Answer.of(201), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            Requeued back = flow.requeued();
            assertThat(back.only().attempts()).isEqualTo(1);
            assertThat(back.inMillis()).isEqualTo(10_000);
            assertThat(flow.engage.calls("POST", "")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"verify, 401", "verify, 404", "create, 403", "create, 404", "create, 429"})
    void aRefusedLookUpStopsTheFlow(String setting, int status) throws Exception {
        try (RunningFlow flow = flow(setting)) {
            flow.engage.answers(answers(Answer.of(status), Answer.of(201), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.requeued().only().attempts()).isZero();
            assertThat(flow.circuit.isOpen()).isTrue();
            assertThat(flow.deadLetters()).isEmpty();
            assertThat(flow.engage.calls("POST", "")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, -1})
    void troubleWithTheCreationIsTriedAgainLater(int status) throws Exception {
        try (RunningFlow flow = flow("create")) {
            flow.engage.answers(answers(UNKNOWN, Answer.of(status), Answer.of(202)));
            flow.deliver(Receipts.sale("A-1"));
            assertThat(flow.requeued().only().attempts()).isEqualTo(1);
            assertThat(flow.engage.calls("POST", "/receipts")).isEmpty();
            assertThat(flow.deadLetters()).isEmpty();
        }
    }

    @Test
    void contactsThatAreFoundDoNotMakeAReceiptPoisonWhileNoReceiptPasses() throws Exception {
        try (RunningFlow flow = flow("verify", "engage.failures-in-a-row", "1000", "engage.known-contact-for", "0s")) {
            flow.engage.answers(answers(FOUND, Answer.of(201), Answer.of(503)));
            Parcel parcel = RunningFlow.parcel(Receipts.sale("A-1"));
            for (int round = 0; round < 10; round++) {
                flow.deliver(parcel);
                parcel = flow.requeued().parcel();
                flow.clock.advance(Duration.ofMinutes(5));
            }
            assertThat(parcel.entries().get(0).attempts()).isEqualTo(1);
            assertThat(flow.deadLetters()).isEmpty();
        }
    }

    @Test
    void contactsThatAreFoundDoNotKeepTheFlowGoingWhileReceiptsFail() throws Exception {
        try (RunningFlow flow = flow("verify", "engage.in-flight", "1", "engage.known-contact-for", "0s")) {
            flow.engage.answers(answers(FOUND, Answer.of(201), Answer.of(503)));
            flow.deliver(
                    Receipts.sale("A-1"),
                    Receipts.sale("A-2"),
                    Receipts.sale("A-3"),
                    Receipts.sale("A-4"),
                    Receipts.sale("A-5"),
                    Receipts.sale("A-6"));
            assertThat(flow.circuit.isOpen()).isTrue();
            assertThat(flow.engage.calls("POST", "/receipts")).hasSize(5);
        }
    }
}
