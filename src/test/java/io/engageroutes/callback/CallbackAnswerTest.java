package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.engageroutes.callback.scheme.BadSignature;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.RejectedReceipt;
import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackAnswerTest {

    private static final Fault ONE = new Fault("total-mismatch", "total", "1.00", "must be 2.00");
    private static final Fault TWO = new Fault("field-missing", "lines[0].sku", null, "give the article");

    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    private final CallbackAnswer step = new CallbackAnswer();

    @BeforeEach
    void whatCameIn() {
        exchange.getMessage().setHeader("Authorization", "Basic eDp5");
        exchange.getMessage().setHeader("webhook-signature", "v1,secret");
        exchange.getMessage().setHeader("Set-Cookie", "a=b");
        exchange.getMessage().setHeader("Content-Type", "text/html");
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        exchange.getMessage().setBody("<script>");
    }

    private JsonNode refused(Exception cause, int status, String code) throws IOException {
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, cause);
        step.refuse(exchange, status, code);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(status);
        return new ObjectMapper().readTree(exchange.getMessage().getBody(String.class));
    }

    @Test
    void acceptedNamesTheDelivery() throws IOException {
        exchange.setProperty("documentMessageId", "msg_1");
        step.accepted(exchange);
        JsonNode body = new ObjectMapper().readTree(exchange.getMessage().getBody(String.class));
        assertThat(body.path("delivery").asText()).isEqualTo("msg_1");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE)
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 202)
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void noHeaderThatCameInGoesOut() throws IOException {
        refused(new BadSignature("the signature is wrong"), 401, "bad-signature");
        assertThat(exchange.getMessage().getHeaders())
                .containsOnlyKeys(Exchange.HTTP_RESPONSE_CODE, Exchange.CONTENT_TYPE)
                .containsEntry(Exchange.CONTENT_TYPE, "application/json");
    }

    @Test
    void aRejectedDocumentNamesEveryFault() throws IOException {
        JsonNode body = refused(new RejectedReceipt(List.of(ONE, TWO)), 422, "rejected");
        assertThat(body.path("code").asText()).isEqualTo("rejected");
        assertThat(body.path("message").asText()).contains("nothing was taken");
        assertThat(body.path("faults")).hasSize(2);
        assertThat(body.path("faults").get(0))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"code\":\"total-mismatch\",\"place\":\"total\",\"value\":\"1.00\",\"rule\":\"must be 2.00\"}"));
        assertThat(body.path("faults").get(1).path("value").isNull()).isTrue();
    }

    @Test
    void aBrokenDocumentNamesItsFault() throws IOException {
        JsonNode body = refused(new BrokenDocument(ONE), 422, "rejected");
        assertThat(body.path("faults")).hasSize(1);
    }

    @Test
    void troubleOfOursIsNotExplainedAndComesWithATimeToTryAgain() throws IOException {
        JsonNode body = refused(new IOException("jdbc:postgresql://internal/db password=x"), 503, "not-durable");
        assertThat(body.toString()).doesNotContain("postgresql", "password");
        assertThat(body.has("faults")).isFalse();
        assertThat(exchange.getMessage().getHeader("Retry-After")).isEqualTo("30");
    }

    @Test
    void tooLargeSaysTheLimit() throws IOException {
        assertThat(refused(new CallbackTooLarge(1_048_576), 413, "too-large")
                        .path("message")
                        .asText())
                .contains("1048576 bytes");
    }
}
