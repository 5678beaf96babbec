package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.engageroutes.delivery.DeadLetters;
import io.engageroutes.delivery.Parcel;
import io.engageroutes.delivery.ParcelJson;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.delivery.SampleMessage;
import io.engageroutes.delivery.Settlement;
import io.engageroutes.editing.LiveRoutes;
import io.engageroutes.gaps.OrderNumbers;
import io.engageroutes.receipt.MinorUnits;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.StoreRegister;
import io.engageroutes.receipt.VatRates;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.jms.BytesMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The calls as they are in production: behind a password, and sending through a route. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:console-access;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
            "console.user=anna",
            "console.password=secret",
            "spring.artemis.embedded.persistent=false",
            "camel.main.routes-include-pattern=file:routes/flows/dead-letters.camel.yaml,file:routes/policies.camel.yaml",
            "camel.routecontroller.enabled=false"
        })
@ActiveProfiles("test")
class ConsoleAccessIT {

    @Configuration
    @EnableAutoConfiguration
    @ComponentScan("io.engageroutes.console")
    @ComponentScan(
            basePackages = "io.engageroutes.wiring",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*[.]Access"))
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Supplier<StoreRegister> stores() {
            return () -> new StoreRegister(List.of());
        }

        /** What it knows is GapControllerTest's matter. */
        @Bean
        OrderNumbers orderNumbers() {
            return org.mockito.Mockito.mock(OrderNumbers.class);
        }

        /** Named by a route that is in the same file as the replay, and not called here. */
        @Bean
        Settlement settlement() {
            return org.mockito.Mockito.mock(Settlement.class);
        }

        /** As after the start, when nobody has edited anything. */
        @Bean
        LiveRoutes liveRoutes(Clock clock) throws IOException {
            return new LiveRoutes(Path.of("routes"), folder -> List.of(), List.of(), clock);
        }

        @Bean
        ReceiptCheck receiptCheck(Supplier<StoreRegister> register, Clock clock) {
            StoreRegister stores = register.get();
            MinorUnits units = new MinorUnits(Map.of());
            return new ReceiptCheck(
                    new ReceiptRules(units, stores, ReceiptRules.Settings.usual(), clock),
                    new Pricing(units, new VatRates(List.of()), stores, new Pricing.Settings(false, 1)));
        }
    }

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private JmsTemplate jms;

    @Autowired
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void oneLetter() {
        database.update("delete from dead_letter");
        new DeadLetters(database, Clock.systemUTC())
                .enter(List.of(SampleMessage.message().id("m-1").dead("conflict")));
    }

    private ResponseEntity<JsonNode> get(String address) {
        return http.getForEntity(address, JsonNode.class);
    }

    /** Without a client that repeats what was answered with 503. */
    private HttpResponse<String> replay() throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("anna:secret".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(http.getRootUri() + "/api/dead-letters/m-1/replay"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void nothingIsShownWithoutThePassword() {
        for (String address : List.of("/api/dead-letters", "/api/messages?uniqueId=A", "/api/accounts", "/nowhere")) {
            ResponseEntity<JsonNode> answer = get(address);
            assertThat(answer.getStatusCode().value()).isEqualTo(401);
            assertThat(answer.getBody().path("code").asText()).isEqualTo("unauthorized");
            assertThat(answer.getBody().path("message").asText()).isNotBlank();
        }
        assertThat(http.withBasicAuth("anna", "wrong")
                        .getForEntity("/api/accounts", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void withThePasswordTimesAreIso() {
        JsonNode letters = http.withBasicAuth("anna", "secret").getForObject("/api/dead-letters", JsonNode.class);

        assertThat(letters.at("/items/0/diedAt").asText()).matches("2[0-9]{3}-.*T.*Z");
    }

    @Test
    void theSchemaIsForEverybody() {
        ResponseEntity<String> schema = http.getForEntity("/schema/receipt.json", String.class);

        assertThat(schema.getStatusCode().value()).isEqualTo(200);
        assertThat(schema.getHeaders().getContentType()).hasToString("application/schema+json");
        assertThat(schema.getBody()).contains("uniqueId");
    }

    @Test
    void whatIsNotThereIsAnsweredAsJsonToo() {
        TestRestTemplate anna = http.withBasicAuth("anna", "secret");

        assertThat(anna.getForObject("/api/nowhere", JsonNode.class)
                        .path("code")
                        .asText())
                .isEqualTo("not-found");
        assertThat(anna.exchange("/api/accounts", HttpMethod.DELETE, null, JsonNode.class)
                        .getBody()
                        .path("code")
                        .asText())
                .isEqualTo("method-not-allowed");
    }

    @Test
    void aReplayStandsOnTheQueueWhenItIsAnswered() throws Exception {
        assertThat(replay().statusCode()).isEqualTo(200);

        jms.setReceiveTimeout(JmsTemplate.RECEIVE_TIMEOUT_NO_WAIT);
        Parcel parcel = ParcelJson.read(((BytesMessage) jms.receive("receipts")).getBody(byte[].class));

        assertThat(parcel.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("m-1");
            assertThat(entry.replays()).isEqualTo(1);
        });
        assertThat(jms.receive("receipts")).isNull();
    }

    @Test
    @DirtiesContext
    void aBrokerThatIsAwayLeavesTheLetterDead() throws Exception {
        broker.stop();

        HttpResponse<String> answer = replay();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"not-durable\"");
        assertThat(database.queryForObject("select state from dead_letter where message_id = 'm-1'", String.class))
                .isEqualTo("dead");
    }

    @Test
    void openLettersAreAMetric() {
        assertThat(metrics.get("engage.routes.dead.letters").gauge().value()).isEqualTo(1);
    }
}
