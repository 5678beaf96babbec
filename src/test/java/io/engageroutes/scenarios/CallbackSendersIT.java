package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that are not the shop, or that behave as none should: the right status, and nothing stored or sent of it. */
class CallbackSendersIT {

    private static final String SECRET = "shpss_of-the-shop-and-nobody-else";
    private static final String NEXT = "shpss_that-replaces-it-next-week";
    private static final String BODY = "{\"id\": 820982911946154508, \"email\": \"ylva@example.org\"}";

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                CallbackSendersIT.class,
                "shopify.secrets=" + SECRET + "," + NEXT,
                "woocommerce.secrets=" + SECRET,
                "callbacks.longest=2s");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Map<String, String> signed(String id, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Host", "localhost");
        headers.put("Content-Type", "application/json");
        headers.put("X-Shopify-Topic", "orders/paid");
        headers.put("X-Shopify-Shop-Domain", "ylva.myshopify.com");
        headers.put("X-Shopify-Webhook-Id", id);
        headers.put("X-Shopify-Hmac-SHA256", signature(SECRET, body));
        headers.put("Content-Length", "" + body.length);
        headers.put("Connection", "close");
        return headers;
    }

    private static String head(String method, String path, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String call(String head, byte[] body) {
        try (RawCall call = new RawCall(application.port())) {
            call.send(head);
            call.send(body);
            return call.answer(3_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int status(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 ");
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** A callback that is taken comes after what was refused, so that whatever of it was to be seen is to be seen. */
    private static void assertNothingTaken(String id) {
        String last = "after-" + id + "-" + Instant.now().toEpochMilli();
        byte[] body = bytes(BODY);
        assertThat(status(call(head("POST", "/callbacks/shopify", signed(last, body)), body)))
                .isEqualTo(202);
        eventually().until(() -> application.count("select count(*) from document where name = ?", last) == 1);
        assertThat(application.count("select count(*) from document where name = ?", id))
                .isZero();
    }

    @Test
    void whatTheShopSignedIsTakenByEitherSecret() {
        byte[] body = bytes(BODY);
        Map<String, String> headers = signed("next-1", body);
        headers.put("X-Shopify-Hmac-SHA256", signature(NEXT, body));
        assertThat(status(call(head("POST", "/callbacks/shopify", headers), body)))
                .isEqualTo(202);
        eventually().until(() -> application.count("select count(*) from document where name = 'next-1'") == 1);
    }

    /** As every proxy that speaks HTTP/2 passes them on. */
    @Test
    void theNamesOfHeadersMayBeInSmallLetters() {
        byte[] body = bytes(BODY);
        Map<String, String> headers = new TreeMap<>();
        signed("small-1", body).forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        assertThat(status(call(head("POST", "/callbacks/shopify", headers), body)))
                .isEqualTo(202);
        eventually().until(() -> application.count("select count(*) from document where name = 'small-1'") == 1);
    }

    @Test
    void aSignatureThatIsThereTwiceIsRefusedEvenIfBothAreRight() {
        byte[] body = bytes(BODY);
        String twice = head("POST", "/callbacks/shopify", signed("twice-1", body))
                .replace("\r\n\r\n", "\r\nx-shopify-hmac-sha256: " + signature(SECRET, body) + "\r\n\r\n");
        assertThat(status(call(twice, body))).isEqualTo(401);
        String wrongSecond = head("POST", "/callbacks/shopify", signed("twice-1", body))
                .replace("\r\n\r\n", "\r\nX-Shopify-Hmac-SHA256: AAAA\r\n\r\n");
        assertThat(status(call(wrongSecond, body))).isEqualTo(401);
        assertNothingTaken("twice-1");
    }

    @Test
    void theAddressCannotSayWhatAHeaderShould() {
        byte[] body = bytes(BODY);
        Map<String, String> headers = signed("query-1", body);
        String signature = headers.remove("X-Shopify-Hmac-SHA256")
                .replace("+", "%2B")
                .replace("/", "%2F")
                .replace("=", "%3D");
        String answer = call(head("POST", "/callbacks/shopify?X-Shopify-Hmac-SHA256=" + signature, headers), body);
        assertThat(status(answer)).isEqualTo(401);
        assertNothingTaken("query-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH"})
    void onlyPostIsACallback(String method) {
        byte[] body = bytes(BODY);
        assertThat(status(call(head(method, "/callbacks/shopify", signed("method-1", body)), body)))
                .isEqualTo(405);
        assertNothingTaken("method-1");
    }

    @Test
    void aCompressedBodyIsAskedForAsItIs() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes(BODY));
        }
        Map<String, String> headers = signed("gzip-1", zipped.toByteArray());
        headers.put("Content-Encoding", "gzip");
        String answer = call(head("POST", "/callbacks/shopify", headers), zipped.toByteArray());
        assertThat(status(answer)).isEqualTo(415);
        assertNothingTaken("gzip-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/x-www-form-urlencoded", "application/json; charset=iso-8859-1"})
    void whatCannotBeJsonIsRefused(String type) {
        byte[] body = bytes(BODY);
        for (String shop : List.of("shopify", "woocommerce")) {
            Map<String, String> headers = signed("type-1", body);
            headers.put("X-WC-Webhook-Signature", signature(SECRET, body));
            headers.put("Content-Type", type);
            assertThat(status(call(head("POST", "/callbacks/" + shop, headers), body)))
                    .as(shop)
                    .isEqualTo(415);
        }
        assertNothingTaken("type-1");
    }

    /** It wants exactly 200, or it does not let the webhook be made. */
    @Test
    void theFormWithWhichWooCommerceTriesTheAddressOutIsAnswered200() {
        byte[] body = bytes("webhook_id=17");
        Map<String, String> headers = new TreeMap<>(Map.of(
                "Host", "localhost",
                "User-Agent", "WooCommerce/9.3.3 Hookshot (WordPress/6.6.2)",
                "Content-Type", "application/x-www-form-urlencoded",
                "Content-Length", "13",
                "Connection", "close"));
        assertThat(status(call(head("POST", "/callbacks/woocommerce", headers), body)))
                .isEqualTo(200);
        assertThat(status(call(head("POST", "/callbacks/shopify", headers), body)))
                .isIn(401, 415);
        assertThat(application.count("select count(*) from document where source = 'woocommerce'"))
                .isZero();
    }

    @Test
    void fiveMegabytesAreToldTheLimitHoweverTheyCome() {
        byte[] body = new byte[5 << 20];
        Arrays.fill(body, (byte) ' ');
        String answer = call(head("POST", "/callbacks/shopify", signed("large-1", body)), body);
        assertThat(status(answer)).isEqualTo(413);
        assertThat(answer).contains("too-large", "1048576");
        Map<String, String> chunked = signed("large-1", body);
        chunked.remove("Content-Length");
        chunked.put("Transfer-Encoding", "chunked");
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 1 << 16) {
            chunks.writeBytes(bytes("10000\r\n"));
            chunks.write(body, at, 1 << 16);
            chunks.writeBytes(bytes("\r\n"));
        }
        chunks.writeBytes(bytes("0\r\n\r\n"));
        assertThat(status(call(head("POST", "/callbacks/shopify", chunked), chunks.toByteArray())))
                .isEqualTo(413);
        assertNothingTaken("large-1");
    }

    /** One drop at a time, always before the server loses its patience with a silence. */
    @Test
    void aBodyThatDribblesIsCutOffAndItsConnectionToo() throws IOException {
        byte[] body = bytes(BODY + " ".repeat(10_000));
        try (RawCall call = new RawCall(application.port())) {
            call.send(head("POST", "/callbacks/shopify", signed("slow-1", body)));
            Instant begun = Instant.now();
            eventually().pollInterval(Duration.ofMillis(200)).until(() -> !call.send(" ") || call.isAnswered());
            assertThat(status(call.answer(1_000))).isEqualTo(408);
            eventually().pollInterval(Duration.ofMillis(200)).until(() -> !call.send(" "));
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
        assertNothingTaken("slow-1");
    }

    @Test
    void aSenderThatFallsSilentIsToldSo() {
        byte[] body = bytes(BODY);
        String head = head("POST", "/callbacks/shopify", signed("silent-1", body));
        String answer = call(head, Arrays.copyOf(body, 5));
        assertThat(status(answer)).isEqualTo(408);
        assertThat(answer).contains("request-timeout");
        assertNothingTaken("silent-1");
    }

    @Test
    void aHundredSlowSendersKeepNoOtherWaiting() throws IOException {
        List<RawCall> slow = new ArrayList<>();
        byte[] body = bytes(BODY);
        String head = head("POST", "/callbacks/shopify", signed("slow-2", body));
        try {
            for (int each = 0; each < 100; each++) {
                RawCall call = new RawCall(application.port());
                slow.add(call);
                call.send(each % 2 == 0 ? head.substring(0, head.length() / 2) : head + "{");
            }
            Instant asked = Instant.now();
            assertThat(status(call(head("POST", "/callbacks/shopify", signed("between-1", body)), body)))
                    .isEqualTo(202);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
        } finally {
            for (RawCall call : slow) {
                call.close();
            }
        }
        assertNothingTaken("slow-2");
    }

    @Test
    void aBodyThatBreaksOffIsNotTaken() throws IOException {
        byte[] body = bytes(BODY);
        try (RawCall call = new RawCall(application.port())) {
            call.send(head("POST", "/callbacks/shopify", signed("cut-1", body)));
            call.send(BODY.substring(0, 10));
        }
        assertNothingTaken("cut-1");
    }

    @Test
    void brokenJsonThatTheShopSignedIsTakenAndBecomesADeadLetter() {
        byte[] body = bytes("{\"id\": 1, ");
        assertThat(status(call(head("POST", "/callbacks/shopify", signed("broken-1", body)), body)))
                .isEqualTo(202);
        eventually()
                .until(() -> application.count(
                                "select count(*) from document where name = 'broken-1' and state =" + " 'failed'")
                        == 1);
        eventually().until(() -> application.count("select count(*) from dead_letter") >= 1);
    }

    @Test
    void aTopicThatTheMappingDoesNotKnowIsAnsweredAsTaken() {
        byte[] body = bytes(BODY);
        Map<String, String> headers = signed("topic-1", body);
        headers.put("X-Shopify-Topic", "themes/publish");
        assertThat(status(call(head("POST", "/callbacks/shopify", headers), body)))
                .isBetween(200, 202);
    }

    @Test
    void theSameDeliveryAgainEndsAtTheInbox() {
        byte[] body = bytes(BODY + " ");
        for (int times = 0; times < 3; times++) {
            assertThat(status(call(head("POST", "/callbacks/shopify", signed("again-1", body)), body)))
                    .isEqualTo(202);
        }
        eventually().until(() -> application.log().split("duplicate shopify again-1").length == 3);
        assertThat(application.count("select count(*) from document where name = 'again-1'"))
                .isEqualTo(1);
    }

    @AfterAll
    static void theLogHoldsNothingOfTheShopsCustomersAndNoSecret() throws IOException {
        assertThat(application.log())
                .doesNotContain("ylva@example.org", SECRET, NEXT, signature(SECRET, bytes(BODY)), "\tat ");
    }
}
