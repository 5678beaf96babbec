package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.delivery.End;
import io.engageroutes.delivery.SampleMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterControllerTest {

    private final Console console = new Console();

    @BeforeEach
    void twoLetters() {
        var sent = SampleMessage.message()
                .id("m-1")
                .uniqueId("A")
                .original("<T a=\"1\"/>")
                .build();
        sent.toSend("{\"totalGrossPrice\":100.10}".getBytes(StandardCharsets.UTF_8));
        console.end(SampleMessage.endedAs(sent, new End.Dead(SampleMessage.faults("engage-400"), "400 {\"no\":1}")));
        console.clock.advance(Duration.ofHours(1));
        console.end(SampleMessage.message().id("m-2").source("erp").rejected().dead("cut-off", "field-missing"));
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private List<String> ids(String query) throws Exception {
        return console.get("/api/dead-letters" + query).body().path("items").findValuesAsText("id");
    }

    @Test
    void lettersAreListedWithoutTheirContents() throws Exception {
        var answer = console.get("/api/dead-letters?limit=1");

        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.text())
                .isEqualTo(
                        "{\"total\":2,\"limit\":1,\"offset\":0,\"items\":[{\"id\":\"m-2\",\"state\":\"dead\","
                                + "\"source\":\"erp\",\"documentId\":\"" + SampleMessage.DOCUMENT
                                + "\",\"documentName\":null,\"place\":\"transaction 1\",\"uniqueId\":null,"
                                + "\"receiptNumber\":\"000871\",\"reasons\":[\"cut-off\",\"field-missing\"],\"attempts\":0,"
                                + "\"replays\":0,\"diedAt\":\"2026-03-01T13:00:00Z\",\"changedAt\":\"2026-03-01T13:00:00Z\"}]}");
    }

    @Test
    void eachParameterFilters() throws Exception {
        assertThat(ids("")).containsExactly("m-2", "m-1");
        assertThat(ids("?state=&reason=")).containsExactly("m-2", "m-1");
        assertThat(ids("?offset=1")).containsExactly("m-1");
        assertThat(ids("?state=delivered")).isEmpty();
        assertThat(ids("?reason=field-missing")).containsExactly("m-2");
        assertThat(ids("?source=till")).containsExactly("m-1");
        assertThat(ids("?receiptNumber=000871")).containsExactly("m-2", "m-1");
        assertThat(ids("?uniqueId=A")).containsExactly("m-1");
        assertThat(ids("?document=" + SampleMessage.DOCUMENT)).containsExactly("m-2", "m-1");
        assertThat(ids("?from=2026-03-01T14:00:00+01:00")).containsExactly("m-2");
        assertThat(ids("?to=2026-03-01T13:00:00Z")).containsExactly("m-1");
        assertThat(ids("?from=2026-03-01&to=2026-03-02")).containsExactly("m-2", "m-1");
        assertThat(ids("?from=2026-03-02")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recieptNumber=1",
                "state=open",
                "reason=a,b",
                "reason=%25",
                "from=2026-13-01",
                "from=today",
                "to=1772366400",
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=1e2",
                "offset=-1",
                "offset=99999999999",
                "source=a&source=b"
            })
    void aParameterThatIsNotMeantLikeThisIsRefused(String query) throws Exception {
        var answer = console.get("/api/dead-letters?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asText()).endsWith("-parameter");
        assertThat(answer.body().path("message").asText()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aLetterShowsAllOfItWithJsonAsJson() throws Exception {
        var answer = console.get("/api/dead-letters/m-1");
        var letter = answer.body();

        assertThat(letter.path("id").asText()).isEqualTo("m-1");
        assertThat(letter.path("flow").asText()).isEqualTo("receipts");
        assertThat(letter.path("original").asText()).isEqualTo("<T a=\"1\"/>");
        assertThat(letter.at("/canonical/lines/0/gross").asText()).isEqualTo("100.00");
        assertThat(letter.path("payload").isObject()).isTrue();
        assertThat(answer.text()).contains("\"totalGrossPrice\":100.10");
        assertThat(letter.at("/faults/0/code").asText()).isEqualTo("engage-400");
        assertThat(letter.at("/faults/0/rule").asText()).isEqualTo("should be right");
        assertThat(letter.path("answer").asText()).isEqualTo("400 {\"no\":1}");
        assertThat(letter.at("/history/0/event").asText()).isEqualTo("dead");
        assertThat(letter.at("/history/0/at").asText()).isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void aLetterWithoutAReceiptHasNull() throws Exception {
        var letter = console.get("/api/dead-letters/m-2").body();

        assertThat(letter.has("canonical")).isTrue();
        assertThat(letter.path("canonical").isNull()).isTrue();
        assertThat(letter.path("payload").isNull()).isTrue();
    }

    @Test
    void anUnknownLetterIsNotFound() throws Exception {
        assertThat(console.get("/api/dead-letters/m-9").code()).isEqualTo("404 unknown-dead-letter");
    }

    @Test
    void lettersAreCounted() throws Exception {
        var counts = console.get("/api/dead-letters/counts").body();

        assertThat(counts.path("open").asInt()).isEqualTo(2);
        assertThat(counts.path("counts")).hasSize(2);
        assertThat(counts.at("/counts/0").toString())
                .isEqualTo(
                        "{\"state\":\"dead\",\"source\":\"erp\",\"reasons\":[\"cut-off\",\"field-missing\"],\"letters\":1}");
    }
}
