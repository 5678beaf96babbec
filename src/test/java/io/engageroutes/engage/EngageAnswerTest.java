package io.engageroutes.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.engageroutes.receipt.Fault;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngageAnswerTest {

    private static HttpOperationFailedException answer(int status, String statusText, String body) {
        return new HttpOperationFailedException("http://engage/api", status, statusText, null, Map.of(), body);
    }

    private static List<Fault> faults(int status, String body) {
        return EngageAnswer.faults(answer(status, null, body));
    }

    @Test
    void codeAndMessageAreOneFault() {
        assertThat(faults(409, "{\"errorCode\":\"MultipleMatches\",\"message\":\"two contacts\"}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("engage-MultipleMatches");
                    assertThat(fault.place()).isEqualTo("payload");
                    assertThat(fault.value()).isEqualTo("409");
                    assertThat(fault.rule()).startsWith("two contacts");
                });
    }

    @Test
    void everyValidationErrorIsAFault() {
        assertThat(faults(
                        422,
                        "{\"errorCode\":\"ValidationError\",\"message\":\"m\",\"validationErrors\":"
                                + "[{\"errorDescription\":\"a\"},{\"other\":1},{\"errorDescription\":\"c\"}]}"))
                .extracting(Fault::code, Fault::rule)
                .containsExactly(
                        tuple("engage-ValidationError", "a"),
                        tuple("engage-ValidationError", "{\"other\":1}"),
                        tuple("engage-ValidationError", "c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"detail\":\"the detail\"} | the detail",
                "{\"title\":\"the title\",\"status\":400} | the title",
                "<html><h1>Bad Request</h1></html> | <html><h1>Bad Request</h1></html>",
                "{\"message\":7} | Engage refused it without a reason",
                "[1,2] | Engage refused it without a reason",
                "null | Engage refused it without a reason",
                "'' | Engage refused it without a reason",
                "'   ' | Engage refused it without a reason"
            })
    void otherEnvelopesSayWhatTheyCan(String body, String said) {
        assertThat(faults(400, body)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("engage-400");
            assertThat(fault.rule()).isEqualTo(said + "; mend it and replay it");
        });
    }

    @Test
    void withoutABodyTheStatusTextMustDo() {
        assertThat(EngageAnswer.faults(answer(400, "Bad Request", null)).get(0).rule())
                .startsWith("Bad Request;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "\"\"",
                "{}",
                "\"a,b\"",
                "\"two words\"",
                "\"\\u0000\"",
                "\"line\\nbreak\"",
                "\"%s\""
            })
    void aStrangeErrorCodeIsStillACodeToCountBy(String code) {
        String body = "{\"errorCode\":" + code.formatted("x".repeat(5000)) + ",\"message\":\"m\"}";
        assertThat(faults(422, body)).singleElement().satisfies(fault -> assertThat(fault.code())
                .matches("engage-[A-Za-z0-9._-]{1,60}"));
    }

    @Test
    void aHugeAnswerIsCutToWhatSomebodyWouldRead() {
        for (String body : List.of(
                "<html>" + "x".repeat(3_000_000),
                "{\"message\":\"" + "x".repeat(3_000_000) + "\"}",
                "{\"validationErrors\":[{\"errorDescription\":\"" + "x".repeat(3_000_000) + "\"}]}")) {
            assertThat(faults(400, body)).singleElement().satisfies(fault -> assertThat(fault.rule())
                    .hasSizeLessThan(1_200));
            assertThat(EngageAnswer.describe(answer(400, null, body))).hasSizeLessThan(600);
        }
        String many = "{\"validationErrors\":[" + "{\"errorDescription\":\"x\"},".repeat(100_000) + "{}]}";
        assertThat(faults(400, many)).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void anAnswerIsDescribedByStatusAndBody() {
        assertThat(EngageAnswer.describe(answer(503, null, " gone fishing "))).isEqualTo("503 gone fishing");
        assertThat(EngageAnswer.describe(answer(503, null, null))).isEqualTo("503");
        assertThat(EngageAnswer.describe(new SocketTimeoutException("Read timed out")))
                .isEqualTo("SocketTimeoutException: Read timed out");
    }

    @Test
    void theLogLearnsTheStatusOnly() {
        assertThat(EngageAnswer.brief(answer(503, null, "anna@example.org"))).isEqualTo("status 503");
    }
}
