package io.engageroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedContactsTest {

    private static final String ALMA = "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a01";
    private static final String ALMA_AS_CONTACT = "6f9d2c1e-0a41-4a5b-9d53-5f1c2f6b0a07";

    private RunningSimulator simulator;

    @BeforeEach
    void start() throws Exception {
        simulator = RunningSimulator.importingAtOnce();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "email=Alma.Ek%40example.org&contactType=Member",
        "mobilePhone=%2B46700000001",
        "mobilePhone=0700000001",
        "customKey=5210000017",
        "any=alma.ek@example.org&contactType=Member",
        "email=alma.ek@example.org&mobilePhone=0700000001"
    })
    void contactIsFoundAsABareJsonString(String query) throws Exception {
        HttpResponse<String> answer = simulator.get("/api/v3/contacts/id?" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("\"" + ALMA + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "email=nobody@example.org, 404, ContactNotFound",
        "customKey=1, 404, ContactNotFound",
        "email=nobody, 400, InvalidEmailAddress",
        "mobilePhone=abc, 400, InvalidPhoneNumber",
        "socialSecurityNumber=5210000017, 400, InvalidSocialSecurityNumber",
        "customKey=5210000017&contactType=Martian, 400, InvalidContactType",
        "shoeSize=43, 400, InvalidSearchQuery",
        "'', 400, InvalidSearchQuery"
    })
    void otherwiseTheDocumentedCodeIsAnswered(String query, int status, String code) throws Exception {
        HttpResponse<String> answer = simulator.get("/api/v2/contacts/id?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer)).isEqualTo(code);
    }

    @Test
    void anyStopsAtTheFirstKindThatTheValueCouldBe() throws Exception {
        // A member number that looks like a telephone number.
        HttpResponse<String> answer = simulator.get("/api/v3/contacts/id?any=5210000017");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void severalMatchesAreListed() throws Exception {
        HttpResponse<String> answer = simulator.get("/api/v3/contacts/id?email=alma.ek@example.org");
        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode ids = Json.MAPPER.readTree(answer.body()).at("/messageDetails/multipleMatchesFound");
        assertThat(ids).extracting(JsonNode::asText).containsExactly(ALMA, ALMA_AS_CONTACT);
    }

    @Test
    void contactIsReadById() throws Exception {
        JsonNode contact = simulator.json("/api/v2/contacts/" + ALMA);
        assertThat(contact.get("id").asText()).isEqualTo(ALMA);
        assertThat(contact.at("/attributes/email").asText()).isEqualTo("alma.ek@example.org");
        assertThat(contact.at("/meta/contactType").asText()).isEqualTo("Member");
        assertThat(contact.at("/preferences/acceptsEmail").asBoolean()).isTrue();
        assertThat(contact.at("/consents/0/id").asText()).isEqualTo("memberTerms");
        assertThat(error(simulator.get("/api/v2/contacts/7"))).isEqualTo("InvalidContactId");
        assertThat(simulator.get("/api/v2/contacts/" + ALMA.replace("01", "ff")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void versionTwoTakesTheSourceFromHeadersAndVersionThreeFromTheQuery() throws Exception {
        JsonNode two = create("v2", "two@example.org");
        assertThat(two.at("/meta/source").asText()).isEqualTo("header");
        assertThat(two.at("/meta/storeExternalId").asText()).isEqualTo("014");
        assertThat(two.at("/meta/approved").asBoolean()).isFalse();
        JsonNode three = create("v3", "three@example.org");
        assertThat(three.at("/meta/source").asText()).isEqualTo("query");
        assertThat(three.at("/meta/storeExternalId").isMissingNode()).isTrue();
        assertThat(three.at("/meta/approved").asBoolean()).isTrue();
        assertThat(three.at("/attributes/memberNumber").asText()).isEqualTo("9000000002");
    }

    private JsonNode create(String version, String email) throws Exception {
        HttpResponse<String> answer = simulator.send(simulator
                .request("/api/" + version + "/contacts?source=query")
                .header("apikey", "a-key")
                .header("Content-Type", "application/json")
                .header("source", "header")
                .header("storeExternalId", "014")
                .header("createAsUnapproved", "true")
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\",\"favouriteColour\":\"red\"}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("favouriteColour");
        return Json.MAPPER.readTree(answer.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\":\"ALMA.EK@example.org\"} | 409 | ApprovedContactWithKeyExists",
                "{\"mobilePhone\":\"0700000001\",\"email\":\"x@example.org\"} | 409 | ApprovedContactWithKeyExists",
                "{\"firstName\":\"Alma\"} | 422 | ValidationError",
                "{\"email\":\"alma\"} | 422 | ValidationError",
                "{\"email\":\"x@example.org\",\"contactType\":\"Martian\"} | 422 | ValidationError",
                "{} | 400 | NoData"
            })
    void contactThatCannotBeCreatedIsRefused(String body, int status, String code) throws Exception {
        HttpResponse<String> answer = simulator.call("POST", "/api/v3/contacts", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(error(answer)).isEqualTo(code);
        assertThat(simulator.json("/simulator/contacts")).hasSize(7);
    }

    @Test
    void sameKeyInAnotherTypeIsAnotherContact() throws Exception {
        String body = "{\"email\":\"bjorn.ask@example.org\",\"contactType\":\"Contact\"}";
        assertThat(simulator.call("POST", "/api/v3/contacts", body).statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"v2, POST", "v3, PATCH"})
    void emptyValueOverwritesAndUnknownNamesAreIgnored(String version, String method) throws Exception {
        String body = "{\"lastName\":\"\",\"city\":\"Lund\",\"e-mail\":\"x@example.org\",\"contactType\":\"Contact\","
                + "\"createdInStore\":\"014\",\"preferences\":{\"acceptsSms\":false}}";
        HttpResponse<String> answer = simulator.call(method, "/api/" + version + "/contacts/" + ALMA, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode contact = simulator.json("/api/v3/contacts/" + ALMA);
        assertThat(contact.at("/attributes/lastName").isNull()).isTrue();
        assertThat(contact.at("/attributes/firstName").asText()).isEqualTo("Alma");
        assertThat(contact.at("/attributes/city").asText()).isEqualTo("Lund");
        assertThat(contact.at("/attributes/email").asText()).isEqualTo("alma.ek@example.org");
        assertThat(contact.at("/attributes/createdInStore").asText()).isEqualTo("3004");
        assertThat(contact.at("/meta/contactType").asText()).isEqualTo("Member");
        assertThat(contact.at("/preferences/acceptsSms").asBoolean()).isFalse();
        assertThat(contact.at("/preferences/acceptsEmail").asBoolean()).isTrue();
    }

    @Test
    void changedKeyIsFoundAndTheOldOneIsNot() throws Exception {
        simulator.call("PATCH", "/api/v3/contacts/" + ALMA, "{\"mobilePhone\":\"+46700000099\"}");
        assertThat(simulator.get("/api/v3/contacts/id?mobilePhone=0700000099").statusCode())
                .isEqualTo(200);
        assertThat(simulator.get("/api/v3/contacts/id?mobilePhone=0700000001").statusCode())
                .isEqualTo(404);
        HttpResponse<String> taken =
                simulator.call("PATCH", "/api/v3/contacts/" + ALMA, "{\"email\":\"bjorn.ask@example.org\"}");
        assertThat(taken.statusCode()).isEqualTo(409);
    }

    @Test
    void updateIsPatchInVersionThreeOnly() throws Exception {
        assertThat(simulator
                        .call("POST", "/api/v3/contacts/" + ALMA, "{\"city\":\"Lund\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(simulator
                        .call("PATCH", "/api/v2/contacts/" + ALMA, "{\"city\":\"Lund\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void storesAreListedReadAndCreated() throws Exception {
        assertThat(simulator.json("/api/v3/stores")).hasSize(7);
        assertThat(simulator.json("/api/v3/stores/014").get("countryCode").asText())
                .isEqualTo("SE");
        assertThat(simulator.get("/api/v3/stores/15").statusCode()).isEqualTo(404);
        assertThat(simulator
                        .call("POST", "/api/v3/stores", "{\"name\":\"Ystad\"}")
                        .statusCode())
                .isEqualTo(400);
        String ystad = "{\"name\":\"Ystad\",\"externalId\":\"015\",\"active\":false}";
        assertThat(simulator.call("POST", "/api/v3/stores", ystad).statusCode()).isEqualTo(201);
        assertThat(simulator.json("/api/v3/stores")).hasSize(7);
        assertThat(simulator.json("/api/v3/stores?includeInactive=true")).hasSize(8);
    }

    private static String error(HttpResponse<String> answer) throws Exception {
        return Json.MAPPER.readTree(answer.body()).get("errorCode").asText();
    }
}
