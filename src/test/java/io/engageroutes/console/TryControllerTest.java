package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.intake.Unpacked;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.workbench.BenchSettings;
import io.engageroutes.workbench.Rating;
import io.engageroutes.workbench.TryOut;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class TryControllerTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Path DAY = Path.of("routes/tests/till-csv/day/input.csv");

    private final TryOut tryOut = new TryOut(
            new BenchSettings(
                            ROUTES,
                            null,
                            null,
                            null,
                            ReceiptRules.Settings.usual(),
                            Pricing.Settings.usual(),
                            Map.of(),
                            "",
                            Unpacked.Limits.DEFAULT)
                    .over(ROUTES),
            Rating.none(),
            name -> null,
            Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC));
    private final MockMvc calls = MockMvcBuilders.standaloneSetup(new TryController(tryOut))
            .setControllerAdvice(new ApiErrors())
            .build();

    @Test
    void answersWhatWouldBecomeOfTheDocumentWithoutContactKeys() throws Exception {
        MockHttpServletResponse answer =
                call("/api/try?source=till-csv&show=1&name=day.csv", Files.readAllBytes(DAY), MediaType.TEXT_PLAIN);
        JsonNode json = new ObjectMapper().readTree(answer.getContentAsByteArray());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json.path("good").asBoolean()).isTrue();
        assertThat(json.path("all").path("ends").path("delivered").asInt()).isEqualTo(5);
        assertThat(json.path("documents").path(0).path("document").asText()).isEqualTo("day.csv");
        assertThat(json.toString()).doesNotContain("5210000017").contains("Linneskjorta blå");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source=nobody",
                "source=till-csv&layout=../../pom",
                "source=till-csv&layout=/etc/passwd",
                "source=till-csv&layout=nowhere",
                "source=till-csv&format=nothing"
            })
    void whatCannotBeTriedIsToldWhy(String query) throws Exception {
        MockHttpServletResponse answer = call("/api/try?" + query, new byte[] {'a'}, MediaType.TEXT_PLAIN);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("cannot-try").doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?sorce=till-csv",
                "?source=till-csv&show=many",
                "?source=till-csv&show=101",
                "?source=till-csv&envelope=paid"
            })
    void aWrongParameterIs400(String query) throws Exception {
        assertThat(call("/api/try" + query, new byte[] {'a'}, MediaType.TEXT_PLAIN)
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void whatCameWithADocumentCanBeSaidInSeveralParameters() throws Exception {
        MockHttpServletResponse answer = call(
                "/api/try?source=till-csv&envelope=topic=orders/paid&envelope=shop=a.example",
                Files.readAllBytes(DAY),
                MediaType.TEXT_PLAIN);

        assertThat(answer.getStatus()).isEqualTo(200);
    }

    @Test
    void aDocumentThatIsTooLargeIs413() throws Exception {
        assertThat(call("/api/try?source=till-csv", new byte[(10 << 20) + 1], MediaType.TEXT_PLAIN)
                        .getStatus())
                .isEqualTo(413);
    }

    @Test
    void aBrokenDocumentIsAnAnswerAndNoError() throws Exception {
        MockHttpServletResponse answer = call("/api/try?source=till-wincor", new byte[0], MediaType.TEXT_PLAIN);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"code\":\"empty-document\"");
    }

    private MockHttpServletResponse call(String path, byte[] body, MediaType type) throws Exception {
        return calls.perform(post(path).content(body).contentType(type))
                .andReturn()
                .getResponse();
    }
}
