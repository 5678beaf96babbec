package io.engageroutes.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.engageroutes.delivery.End;
import io.engageroutes.delivery.SampleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ReplayControllerTest {

    private static final String MENDED = SampleMessage.json("A", "7", "99.50");

    private final Console console = new Console();

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private String stateOf(String id) throws Exception {
        return console.get("/api/dead-letters/{id}", id).body().path("state").asText();
    }

    @Test
    void aLetterIsReplayedWithAnEmptyBody() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        var answer = console.post("/api/dead-letters/m-1/replay", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"id\":\"m-1\",\"state\":\"replayed\",\"replays\":1}");
        assertThat(console.sent).hasSize(1);
        assertThat(stateOf("m-1")).isEqualTo("replayed");
    }

    @Test
    void aMendedReceiptIsReplayedToTheCent() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        console.post("/api/dead-letters/m-1/replay", "{\"note\": \"anna: wrong price\", \"receipt\": " + MENDED + "}");

        var receipt = console.sent.get(0).entries().get(0).receipt();
        assertThat(receipt.uniqueId()).isEqualTo("A");
        assertThat(receipt.lines().get(0).gross()).isEqualByComparingTo("99.50");
        var letter = console.get("/api/dead-letters/m-1").body();
        assertThat(letter.at("/history/1/note").asText()).isEqualTo("anna: wrong price");
        assertThat(letter.at("/history/1/before/lines/0/gross").asText()).isEqualTo("100.00");
    }

    @Test
    void aMendedReceiptThatCannotBeReadIsAnsweredWithAllItsFaultsAndNothingIsReplayed() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        var answer = console.post(
                "/api/dead-letters/m-1/replay",
                "{\"receipt\": {\"receiptNumber\": 7, \"lines\": [{\"gross\": \"1,50\"}], \"colour\": \"red\"}}");

        assertThat(answer.code()).isEqualTo("422 receipt-faulty");
        assertThat(answer.body().path("faults"))
                .extracting(fault -> fault.path("place").asText())
                .contains("uniqueId", "receiptNumber", "lines[0].gross", "colour");
        assertThat(console.sent).isEmpty();
        assertThat(stateOf("m-1")).isEqualTo("dead");
    }

    @Test
    void aMendedReceiptThatBreaksOurRulesIsAnsweredWithAllItsFaults() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));
        String wrong = MENDED.replace("3004", "9999").replace("SEK", "XXL").replace("anna@", "anna");

        var answer = console.post("/api/dead-letters/m-1/replay", "{\"receipt\": " + wrong + "}");

        assertThat(answer.code()).isEqualTo("422 receipt-faulty");
        assertThat(answer.body().path("faults"))
                .extracting(fault -> fault.path("place").asText())
                .contains("storeId", "currency", "contactKeys[0].value");
        assertThat(console.sent).isEmpty();
    }

    @Test
    void whatTheReaderRejectedIsReplayedOnlyWithAReceipt() throws Exception {
        console.end(SampleMessage.message().id("m-1").rejected().dead("cut-off"));

        assertThat(console.post("/api/dead-letters/m-1/replay", "{}").code()).isEqualTo("422 receipt-missing");
        assertThat(console.post("/api/dead-letters/m-1/replay", "{\"receipt\": " + MENDED + "}")
                        .text())
                .isEqualTo("{\"id\":\"m-1\",\"state\":\"replayed\",\"replays\":1}");
    }

    @Test
    void anUnmendedReceiptIsLeftToTheFlowToJudge() throws Exception {
        console.end(SampleMessage.message().id("m-1").gross("-1").dead("amount-negative"));

        assertThat(console.post("/api/dead-letters/m-1/replay", "{}").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotDeadIsAConflictThatSaysItsState() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));
        console.post("/api/dead-letters/m-1/replay", "");

        for (String body : new String[] {"", "{\"receipt\": " + MENDED + "}", "{\"receipt\": {}}"}) {
            var answer = console.post("/api/dead-letters/m-1/replay", body);
            assertThat(answer.code()).isEqualTo("409 not-dead");
            assertThat(answer.body().path("message").asText()).contains("replayed");
        }
        assertThat(console.post("/api/dead-letters/m-1/discard", "{\"note\": \"x\"}")
                        .code())
                .isEqualTo("409 not-dead");
        assertThat(console.sent).hasSize(1);
    }

    @Test
    void anUnknownLetterIsNotFound() throws Exception {
        assertThat(console.post("/api/dead-letters/m-9/replay", "").code()).isEqualTo("404 unknown-dead-letter");
        assertThat(console.post("/api/dead-letters/m-9/replay", "{\"receipt\": {}}")
                        .code())
                .isEqualTo("404 unknown-dead-letter");
        assertThat(console.post("/api/dead-letters/m-9/discard", "{\"note\": \"x\"}")
                        .code())
                .isEqualTo("404 unknown-dead-letter");
    }

    @Test
    void aBrokerThatIsAwayLeavesTheLetterDead() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));
        console.sendsBeforeTheBrokerGoesAway = 0;

        var answer = console.post("/api/dead-letters/m-1/replay", "");

        assertThat(answer.code()).isEqualTo("503 not-durable");
        assertThat(answer.retryAfter()).isEqualTo("30");
        assertThat(stateOf("m-1")).isEqualTo("dead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/dead-letters/m-1/replay", "/api/dead-letters/replay", "/api/dead-letters/m-1/discard"})
    void onlyWhatIsCalledJsonChangesAnything(String address) throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "?"}) {
            var answer = console.call(MockMvcRequestBuilders.post(address)
                    .header("Content-Type", type)
                    .content("{\"filter\": {}, \"note\": \"x\"}"));
            assertThat(answer.code()).isEqualTo("415 not-json");
        }
        assertThat(console.call(MockMvcRequestBuilders.post(address)).code()).isEqualTo("415 not-json");
        assertThat(stateOf("m-1")).isEqualTo("dead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{",
                "{\"note\": \"a\"} {}",
                "{\"note\": \"a\", \"note\": \"b\"}",
                "{\"note\": null}",
                "{\"note\": 7}",
                "{\"note\": {}}",
                "{\"receipt\": \"text\"}",
                "{\"receipt\": []}",
                "{\"reciept\": {}}",
                "{\"receipt\": {\"a\": }}"
            })
    void aBodyThatIsNotMeantLikeThisIsRefused(String body) throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        assertThat(console.post("/api/dead-letters/m-1/replay", body).status()).isEqualTo(400);
        assertThat(console.sent).isEmpty();
    }

    @Test
    void aDiscardNeedsANote() throws Exception {
        console.end(SampleMessage.message().id("m-1").dead("conflict"));

        assertThat(console.post("/api/dead-letters/m-1/discard", "").code()).isEqualTo("422 note-missing");
        assertThat(console.post("/api/dead-letters/m-1/discard", "{\"note\": \" \"}")
                        .code())
                .isEqualTo("422 note-missing");
        assertThat(console.post("/api/dead-letters/m-1/discard", "{\"note\": \"" + "x".repeat(1001) + "\"}")
                        .code())
                .isEqualTo("422 note-too-long");
        assertThat(console.post("/api/dead-letters/m-1/discard", "{\"note\": \"anna: a test\"}")
                        .status())
                .isEqualTo(200);
        assertThat(stateOf("m-1")).isEqualTo("discarded");
    }

    private void threeLetters() {
        console.end(
                SampleMessage.message().id("m-1").uniqueId("A").dead("no-exchange-rate"),
                SampleMessage.message().id("m-2").uniqueId("B").source("erp").dead("no-exchange-rate", "conflict"),
                SampleMessage.message().id("m-3").rejected().dead("cut-off"),
                SampleMessage.message().id("m-4").uniqueId("D").ended(new End.Delivered()));
    }

    @Test
    void allThatMatchAreReplayed() throws Exception {
        threeLetters();

        var answer = console.post(
                "/api/dead-letters/replay",
                "{\"filter\": {\"reason\": \"no-exchange-rate\", \"source\": \"till\"}, \"note\": \"rates are back\"}");

        assertThat(answer.text()).isEqualTo("{\"replayed\":1,\"skipped\":[]}");
        assertThat(stateOf("m-1")).isEqualTo("replayed");
        assertThat(stateOf("m-2")).isEqualTo("dead");
        assertThat(console.get("/api/dead-letters/m-1")
                        .body()
                        .at("/history/1/note")
                        .asText())
                .isEqualTo("rates are back");
    }

    @Test
    void anEmptyFilterReplaysAllAndSaysWhatItSkipped() throws Exception {
        threeLetters();
        console.post("/api/dead-letters/m-1/discard", "{\"note\": \"x\"}");

        var answer = console.post("/api/dead-letters/replay", "{\"filter\": {}}");

        assertThat(answer.body().path("replayed").asInt()).isEqualTo(1);
        assertThat(answer.body().path("skipped")).hasSize(1);
        assertThat(answer.body().at("/skipped/0/id").asText()).isEqualTo("m-3");
        assertThat(answer.body().at("/skipped/0/why").asText()).contains("reader");
        assertThat(stateOf("m-1")).isEqualTo("discarded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"note\": \"x\"}",
                "{\"filter\": null}",
                "{\"filter\": \"\"}",
                "{\"filter\": {\"sourec\": \"till\"}}",
                "{\"filter\": {\"source\": null}}",
                "{\"filter\": {\"source\": \"\"}}",
                "{\"filter\": {\"source\": {}}}",
                "{\"filter\": {\"from\": \"yesterday\"}}",
                "{\"filter\": {\"state\": \"delivered\"}}",
                "{\"filter\": {\"limit\": \"1\"}}"
            })
    void aFilterThatIsMissingOrUnclearReplaysNothing(String body) throws Exception {
        threeLetters();

        assertThat(console.post("/api/dead-letters/replay", body).status()).isEqualTo(400);
        assertThat(console.sent).isEmpty();
    }

    @Test
    void aBrokerThatGoesAwayAmongManySaysHowFarItCame() throws Exception {
        threeLetters();
        console.sendsBeforeTheBrokerGoesAway = 1;

        var answer = console.post("/api/dead-letters/replay", "{\"filter\": {}}");

        assertThat(answer.code()).isEqualTo("503 not-durable");
        assertThat(answer.body().path("message").asText()).startsWith("1 were replayed");
        assertThat(stateOf("m-1")).isEqualTo("replayed");
        assertThat(stateOf("m-2")).isEqualTo("dead");
    }
}
