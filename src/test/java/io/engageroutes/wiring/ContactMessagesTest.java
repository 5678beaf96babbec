package io.engageroutes.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.HandClock;
import io.engageroutes.contact.Contact;
import io.engageroutes.contact.ContactJson;
import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.ContentHash;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.sandbox.EngageSimulator;
import io.engageroutes.sandbox.SimulatorSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contacts flow with the shipped routes, against the simulator. */
class ContactMessagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALMA = "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a01";
    private static final String NEWER = "2026-03-01T12:00:00+01:00";
    private static final String OLDER = "2026-02-01T12:00:00+01:00";

    private final HttpClient client = HttpClient.newHttpClient();
    private final EngageSimulator simulator =
            new EngageSimulator(0, SimulatorSettings.DEFAULTS.withImportEveryMillis(0), new HandClock());
    private int messages;

    @BeforeEach
    void start() throws Exception {
        simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private RunningFlow flow(String... settings) throws Exception {
        String[] all = new String[settings.length + 4];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "engage.base-url";
        all[settings.length + 1] = "http://127.0.0.1:" + simulator.port();
        all[settings.length + 2] = "engage.contact-type";
        all[settings.length + 3] = "Member";
        return RunningFlow.with(all);
    }

    private Parcel parcel(String json) throws Exception {
        Contact contact = ContactJson.read(json.getBytes(StandardCharsets.UTF_8));
        Content content = new Content.OfContact(contact);
        messages++;
        return new Parcel(
                "erp-contacts",
                "document-1",
                "ID:1",
                List.of(new Parcel.Entry(
                        "message-" + messages,
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

    private void deliver(RunningFlow flow, String json) throws Exception {
        deliver(flow, parcel(json));
    }

    private static void deliver(RunningFlow flow, Parcel parcel) throws Exception {
        flow.queues.deliver("contacts", ParcelJson.write(parcel), Map.of());
    }

    private static String contact(String keys, String changedAt, String rest) {
        return "{\"contactKeys\":[" + keys + "],\"changedAt\":\"" + changedAt + "\"," + rest + "}";
    }

    private static String key(String type, String value) {
        return "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}";
    }

    private static String ofAlma(String changedAt, String rest) {
        return contact(key("memberNumber", "5210000017"), changedAt, rest);
    }

    private JsonNode call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                .header("apikey", "a-key")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return JSON.readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private JsonNode alma() throws Exception {
        return call("GET", "/api/v3/contacts/" + ALMA, "");
    }

    private JsonNode byEmail(String email) throws Exception {
        JsonNode id = call("GET", "/api/v3/contacts/id?contactType=Member&email=" + email, "");
        return id.isTextual() ? call("GET", "/api/v3/contacts/" + id.asText(), "") : null;
    }

    private static String reason(RunningFlow flow) {
        return flow
                .database
                .queryForList("select reason from message_ledger order by message_id", String.class)
                .stream()
                .reduce((first, last) -> last)
                .orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void anUnknownContactIsCreatedWithAllThatIsKnown(String version) throws Exception {
        try (RunningFlow flow = flow("engage.api-version", version)) {
            deliver(
                    flow,
                    contact(
                            key("email", " Nora.Ny@example.org") + "," + key("mobilePhone", "070-000 00 77"),
                            NEWER,
                            "\"storeId\":\"014\",\"attributes\":{\"firstName\":\"Nora\",\"birthDay\":\"19800229\"},"
                                    + "\"preferences\":{\"acceptsEmail\":true,\"acceptsSms\":false},"
                                    + "\"consents\":[{\"id\":\"memberTerms\",\"value\":true,\"source\":\"POS\"}]"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            JsonNode nora = byEmail("nora.ny@example.org");
            assertThat(nora.at("/attributes/firstName").asText()).isEqualTo("Nora");
            assertThat(nora.at("/attributes/mobilePhone").asText()).isEqualTo("+46700000077");
            assertThat(nora.at("/attributes/birthDay").asText()).isEqualTo("1980-02-29");
            assertThat(nora.at("/attributes/countryCode").asText()).isEqualTo("SE");
            assertThat(nora.at("/attributes/language").asText()).isEqualTo("sv-SE");
            assertThat(nora.at("/meta/source").asText()).isEqualTo("POS");
            assertThat(nora.at("/meta/storeExternalId").asText()).isEqualTo("014");
            assertThat(nora.at("/preferences/acceptsEmail").asBoolean()).isTrue();
            assertThat(nora.at("/preferences/acceptsSms").isMissingNode()).isTrue();
            assertThat(nora.at("/consents/0/id").asText()).isEqualTo("memberTerms");
        }
    }

    @ParameterizedTest
    @CsvSource({"v2, engage", "v3, engage", "v3, sent", "v2, sent"})
    void aKnownContactIsChangedAndKeepsTheRest(String version, String compareWith) throws Exception {
        try (RunningFlow flow = flow("engage.api-version", version, "contacts.compare-with", compareWith)) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"city\":\"Lund\",\"firstName\":\"Alma\"}"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(alma().at("/attributes/city").asText()).isEqualTo("Lund");
            assertThat(alma().at("/attributes/lastName").asText()).isEqualTo("Ek");
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"city\":\"Lund\",\"firstName\":\"Alma\"}"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "skipped", 1L));
            assertThat(reason(flow)).isEqualTo("nothing-changed");
        }
    }

    @Test
    void olderNewsNeverOverwriteNewerOnesButTheRestOfThemIsTold() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"city\":\"Lund\"}"));
            deliver(flow, ofAlma(OLDER, "\"attributes\":{\"city\":\"Ystad\"}"));
            assertThat(reason(flow)).isEqualTo("older-news");
            deliver(flow, ofAlma(OLDER, "\"attributes\":{\"city\":\"Ystad\",\"street\":\"Storgatan 1\"}"));
            assertThat(alma().at("/attributes/city").asText()).isEqualTo("Lund");
            assertThat(alma().at("/attributes/street").asText()).isEqualTo("Storgatan 1");
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 2L, "skipped", 1L));
        }
    }

    @Test
    void whatEngageHadAlreadyCountsAsNewsToo() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"firstName\":\"Alma\"}"));
            deliver(flow, ofAlma(OLDER, "\"attributes\":{\"firstName\":\"Alba\"}"));
            assertThat(alma().at("/attributes/firstName").asText()).isEqualTo("Alma");
            assertThat(reason(flow)).isEqualTo("older-news");
        }
    }

    @Test
    void severalMatchesAreADeadLetterWithTheIdsOfAll() throws Exception {
        try (RunningFlow flow = flow("engage.contact-type", "")) {
            Parcel parcel =
                    parcel(contact(key("email", "alma.ek@example.org"), NEWER, "\"attributes\":{\"city\":\"Lund\"}"));
            try (RunningFlow anyType = RunningFlow.with("engage.base-url", "http://127.0.0.1:" + simulator.port())) {
                deliver(anyType, parcel);
                assertThat(anyType.deadLetters()).singleElement().satisfies(letter -> {
                    assertThat(letter).containsEntry("reason", "engage-MultipleMatches");
                    assertThat(letter.get("faults").toString())
                            .contains(ALMA, "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a07")
                            .doesNotContain("alma.ek");
                });
            }
        }
    }

    @Test
    void keysThatLeadToTwoContactsAreADeadLetter() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(
                    flow,
                    contact(
                            key("memberNumber", "5210000017") + "," + key("email", "bjorn.ask@example.org"),
                            NEWER,
                            "\"attributes\":{\"city\":\"Lund\"}"));
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter).containsEntry("reason", "contact-keys-disagree");
                assertThat(letter.get("faults").toString()).contains(ALMA).doesNotContain("bjorn");
            });
            assertThat(alma().at("/attributes/city").asText()).isNotEqualTo("Lund");
        }
    }

    @Test
    void aNewAddressThatSomebodyElseHasIsADeadLetter() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"email\":\"bjorn.ask@example.org\"}"));
            assertThat(reason(flow)).isEqualTo("contact-keys-disagree");
        }
    }

    @Test
    void theBestKeyMayBeUnknownAndTheNextOneLeadsThere() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(
                    flow,
                    contact(
                            key("externalId", "shop-77") + "," + key("email", "ALMA.EK@example.org"),
                            NEWER,
                            "\"attributes\":{\"firstName\":\"Alma\"}"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
            assertThat(alma().at("/attributes/externalId").asText()).isEqualTo("shop-77");
            assertThat(alma().at("/attributes/email").asText()).isEqualTo("alma.ek@example.org");
        }
    }

    @Test
    void aRepeatedChangeOfAnAddressFindsTheContactByItsNewOne() throws Exception {
        try (RunningFlow flow = flow()) {
            String moved = contact(
                    key("email", "alma.ek@example.org"), NEWER, "\"attributes\":{\"email\":\"alma.ny@example.org\"}");
            deliver(flow, moved);
            deliver(flow, moved);
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L, "skipped", 1L));
            assertThat(alma().at("/attributes/email").asText()).isEqualTo("alma.ny@example.org");
            assertThat(byEmail("alma.ek@example.org")).isNull();
        }
    }

    @Test
    void aMisspeltAttributeIsADeadLetterThatNamesTheNearest() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"fristName\":\"A\",\"city\":\"Lund\",\"birthDay\":\"x\"}"));
            assertThat(flow.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.get("reason").toString()).contains("attribute-unknown", "attribute-invalid");
                assertThat(letter.get("faults").toString()).contains("did you mean `firstName`?");
            });
        }
    }

    @Test
    void anAttributeOfOnesOwnIsAllowedBySetting() throws Exception {
        try (RunningFlow flow = flow("contacts.attributes", "standard, shoeSize")) {
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"shoeSize\":\"38\",\"city\":\"Lund\"}"));
            assertThat(flow.ends()).isEqualTo(Map.of("delivered", 1L));
        }
    }

    @ParameterizedTest
    @CsvSource({"only-true, true, false", "all, true, true", "none, false, false"})
    void preferencesAreSentByTheSetting(String setting, boolean truesSent, boolean falsesSent) throws Exception {
        call("PATCH", "/api/v3/contacts/" + ALMA, "{\"preferences\":{\"acceptsEmail\":false,\"acceptsSms\":true}}");
        try (RunningFlow flow = flow("contacts.preferences", setting)) {
            deliver(flow, ofAlma(NEWER, "\"preferences\":{\"acceptsEmail\":true,\"acceptsSms\":false}"));
            assertThat(alma().at("/preferences/acceptsEmail").asBoolean()).isEqualTo(truesSent);
            assertThat(alma().at("/preferences/acceptsSms").asBoolean()).isEqualTo(!falsesSent);
        }
    }

    @Test
    void aSourceThatRepeatsItselfDoesNotUndoWhatSomebodyChangedInEngage() throws Exception {
        try (RunningFlow flow = flow("contacts.preferences", "all")) {
            deliver(flow, ofAlma(OLDER, "\"preferences\":{\"acceptsEmail\":true}"));
            call("PATCH", "/api/v3/contacts/" + ALMA, "{\"preferences\":{\"acceptsEmail\":false}}");
            deliver(flow, ofAlma(NEWER, "\"attributes\":{\"city\":\"Lund\"},\"preferences\":{\"acceptsEmail\":true}"));
            assertThat(alma().at("/preferences/acceptsEmail").asBoolean()).isFalse();
            assertThat(alma().at("/attributes/city").asText()).isEqualTo("Lund");
        }
    }

    @Test
    void aStoreThatNobodyKnowsIsADeadLetter() throws Exception {
        try (RunningFlow flow = flow()) {
            deliver(flow, ofAlma(NEWER, "\"storeId\":\"nowhere\",\"attributes\":{\"city\":\"Lund\"}"));
            assertThat(reason(flow)).isEqualTo("store-unknown");
        }
    }
}
