package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Messages that are no receipts, and headers that would like to steer us. */
class BadMessagesIT {

    private static final String EVIL = "evil.txt";
    private static final List<String> STEERING = List.of(
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpQuery",
            "CamelHttpMethod",
            "CamelFileName",
            "CamelJmsDestinationName",
            "CamelOverruleFileName",
            "CamelToEndpoint");

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(folder, BadMessagesIT.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @AfterEach
    void goodMessagesStillFlowAndTheLogIsFitToRead(TestInfo test) throws IOException {
        String after = "after-" + test.getTestMethod().orElseThrow().getName();
        application.erp().sendText(Receipts.sale(after));
        eventually().until(() -> application.simulator().has(after));
        eventually().until(application::isSettled);
        application.assertThatTheAccountsAddUp();
        assertThat(application.log()).doesNotContain("\tat ", " ERROR ", Receipts.MEMBER, "@example.org");
    }

    /** Sends something and gives the only dead letter that comes of it. */
    private static Map<String, Object> dead(Runnable sending) {
        long before = application.count("select count(*) from dead_letter");
        sending.run();
        eventually().until(() -> application.count("select count(*) from dead_letter") > before);
        eventually().until(application::isSettled);
        assertThat(application.count("select count(*) from dead_letter")).isEqualTo(before + 1);
        Map<String, Object> letter = application
                .rows("select * from dead_letter order by died_at desc limit 1")
                .get(0);
        assertThat(letter.get("source")).isEqualTo("erp");
        assertThat(application.rows("select state from document where id = ?", letter.get("document_id")))
                .extracting(document -> document.get("state"))
                .containsExactly("failed");
        return letter;
    }

    @Test
    void anObjectMessageIsNotEvenOpened() {
        Map<String, Object> letter = dead(() -> application.erp().sendObject(new java.util.ArrayList<>(List.of("x"))));
        assertThat(letter.get("reason")).isEqualTo("message-type");
        assertThat((String) letter.get("faults"))
                .contains("ActiveMQObjectMessage", "object messages could run foreign code", "JSON text");
    }

    @Test
    void aMapMessageIsRefused() {
        Map<String, Object> letter = dead(() -> application.erp().sendMap("uniqueId", "map-1"));
        assertThat(letter.get("reason")).isEqualTo("message-type");
        assertThat((String) letter.get("faults")).contains("ActiveMQMapMessage");
    }

    @Test
    void aMessageOfNothingIsRefused() {
        assertThat(dead(() -> application.erp().sendText("")).get("reason")).isEqualTo("empty-document");
        assertThat(dead(() -> application.erp().send(session -> session.createTextMessage()))
                        .get("reason"))
                .isEqualTo("empty-document");
        assertThat(dead(() -> application.erp().send(session -> session.createMessage()))
                        .get("reason"))
                .isEqualTo("message-type");
    }

    @Test
    void textThatIsNoJsonIsKeptAsItCame() {
        String text = "<receipt>anna@example.org</receipt>";
        Map<String, Object> letter = dead(() -> application.erp().sendText(text));
        assertThat(letter.get("reason")).isEqualTo("not-well-formed");
        assertThat(letter.get("original")).isEqualTo(text);
        assertThat((String) letter.get("faults"))
                .contains("line 1, column 1", "Unexpected character ('<' (code 60))")
                .doesNotContain("anna");
    }

    @Test
    void aCutMessageDiesAfterWhatWasWhole() {
        Map<String, Object> letter = dead(() -> application
                .erp()
                .sendText("[" + Receipts.sale("whole") + ","
                        + Receipts.sale("half").substring(0, 80)));
        assertThat(letter.get("reason")).isEqualTo("truncated");
        eventually().until(() -> application.simulator().has("whole"));
    }

    @Test
    void bytesInAnotherCharsetAreRefused() {
        byte[] latin = Receipts.sale("latin", receipt -> Receipts.line(receipt).put("articleName", "Tr\u00f6ja"))
                .getBytes(StandardCharsets.ISO_8859_1);
        Map<String, Object> letter = dead(() -> application.erp().sendBytes(latin));
        assertThat(letter.get("reason")).isEqualTo("wrong-charset");
        assertThat((String) letter.get("faults")).contains("F6", "UTF-8");
    }

    @Test
    void headersOfAMessageSteerNothing() throws Exception {
        try (Eavesdropper nobody = new Eavesdropper()) {
            application.erp().send(session -> {
                TextMessage message = session.createTextMessage(Receipts.sale("steering-jms"));
                steer(message, nobody.address());
                message.setJMSReplyTo(session.createQueue("evil.replies"));
                message.setJMSCorrelationID("evil");
                return message;
            });
            eventually().until(() -> application.simulator().has("steering-jms"));
            assertThat(nobody.heard()).isEmpty();
            var broker = application.bean(EmbeddedActiveMQ.class).getActiveMQServer();
            assertThat(broker.locateQueue(SimpleString.of("evil.replies"))).isNull();
        }
        assertNothingEvil();
    }

    private static void steer(Message message, String address) throws jakarta.jms.JMSException {
        for (String name : STEERING) {
            message.setStringProperty(name, name.equals("CamelHttpUri") ? address : EVIL);
        }
        message.setStringProperty("apikey", "another-key");
        message.setLongProperty("_AMQ_SCHED_DELIVERY_", Long.MAX_VALUE);
    }

    @Test
    void headersOfACallbackSteerNothing() throws Exception {
        try (Eavesdropper nobody = new Eavesdropper()) {
            Shop shop = application.shop();
            var call = shop.signed(
                    "evt-steering",
                    Receipts.sale("steering-http").getBytes(StandardCharsets.UTF_8),
                    Instant.now(),
                    Shop.SECRET);
            STEERING.forEach(name -> call.header(name, name.equals("CamelHttpUri") ? nobody.address() : EVIL));
            call.header("apikey", "another-key").header("_AMQ_SCHED_DELIVERY", "99999999999999");
            assertThat(shop.send(call).statusCode()).isEqualTo(202);
            eventually().until(() -> application.simulator().has("steering-http"));
            assertThat(nobody.heard()).isEmpty();
        }
        assertNothingEvil();
    }

    private static void assertNothingEvil() throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.contains("evil"));
        }
        assertThat(Path.of(EVIL)).doesNotExist();
    }
}
