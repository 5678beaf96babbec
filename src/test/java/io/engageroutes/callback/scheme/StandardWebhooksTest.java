package io.engageroutes.callback.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {

    private static final long NOW = 1_700_000_000L;
    private static final String SECRET = "whsec_" + base64("our own secret of 32 bytes, new!");
    private static final String OLD_SECRET = base64("our own secret of 32 bytes, old!");
    private static final byte[] BODY = "{\"name\":\"Åsa Öberg\"}\r\n".getBytes(StandardCharsets.UTF_8);

    private final Signature signature = with(NOW, SECRET, OLD_SECRET);

    /** The scheme, asked as the headers are. */
    private record Signature(StandardWebhooks scheme) {

        Signature(List<String> secrets, Duration tolerance, Clock clock) {
            this(new StandardWebhooks(secrets, tolerance, clock));
        }

        void verify(String id, String timestamp, String signatures, byte[] body) {
            Map<String, String> headers = new HashMap<>();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", timestamp);
            headers.put("webhook-signature", signatures);
            scheme.verify(name -> headers.get(name) == null ? List.of() : List.of(headers.get(name)), body);
        }
    }

    private static Signature with(long now, String... secrets) {
        return new Signature(
                Arrays.asList(secrets), Duration.ofMinutes(5), Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(String secret, String id, long timestamp, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    private static void refused(Signature signature, String id, String time, String given, byte[] body, String reason) {
        assertThatThrownBy(() -> signature.verify(id, time, given, body))
                .isInstanceOf(BadSignature.class)
                .hasMessageContaining(reason);
    }

    @Test
    void eitherOfTwoSecretsIsAcceptedWhileOneIsExchanged() throws Exception {
        String now = sign(SECRET, "msg_1", NOW, BODY);
        String old = sign(OLD_SECRET, "msg_1", NOW, BODY);

        assertThatCode(() -> signature.verify("msg_1", "" + NOW, now, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> signature.verify("msg_1", "" + NOW, old, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> signature.verify("msg_1", "" + NOW, "v1a,abc  v1,!! v1, " + old, BODY))
                .doesNotThrowAnyException();
        refused(with(NOW, SECRET), "msg_1", "" + NOW, old, BODY, "no signature in webhook-signature matches");
    }

    @Test
    void signatureHoldsForExactlyThisIdTimeAndBody() throws Exception {
        String good = sign(SECRET, "msg_1", NOW, BODY);
        byte[] changed = BODY.clone();
        changed[changed.length - 1] ^= 1;

        refused(signature, "msg_2", "" + NOW, good, BODY, "no signature");
        refused(signature, "msg_1", "" + (NOW + 1), good, BODY, "no signature");
        refused(signature, "msg_1", "0" + NOW, good, BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good, changed, "no signature");
        refused(signature, "msg_1", "" + NOW, good, new byte[0], "no signature");
        refused(signature, "msg_1", "" + NOW, good.replace("v1,", "v2,"), BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good.replace("v1,", "v1"), BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good.replace("v1,", ""), BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good.replace("v1,", "V1,"), BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good + "=", BODY, "no signature");
        refused(signature, "msg_1", "" + NOW, good.substring(0, 20), BODY, "no signature");
    }

    @ParameterizedTest
    @CsvSource({"300,", "-300,", "301,301 s old", "-301,301 s in the future", "1700000000,1700000000 s old"})
    void timeMayDifferByFiveMinutesInBothDirections(long age, String reason) throws Exception {
        long time = NOW - age;
        String good = sign(SECRET, "msg_1", time, BODY);

        if (reason == null) {
            assertThatCode(() -> signature.verify("msg_1", "" + time, good, BODY))
                    .doesNotThrowAnyException();
        } else {
            refused(signature, "msg_1", "" + time, good, BODY, reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "-1",
                "+1700000000",
                "1.7e9",
                "1700000000000",
                "99999999999999999999",
                "١٧٠٠٠٠٠٠٠٠",
                " 1700000000"
            })
    void timeThatIsNoNumberOfSecondsIsRefused(String time) {
        refused(signature, "msg_1", time, "v1,x", BODY, "webhook-timestamp");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void missingHeaderIsNamed(String missing) {
        refused(signature, missing, "" + NOW, "v1,x", BODY, "missing header webhook-id");
        refused(signature, "msg_1", missing, "v1,x", BODY, "missing header webhook-timestamp");
        refused(signature, "msg_1", "" + NOW, missing, BODY, "missing header webhook-signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whsec_",
                "whsec_not base64!",
                "topsecret~topsecret~topsecret~",
                "c2hvcnQ=",
                "whsec_MTIzNDU2Nzg5MDEyMzQ1"
            })
    void secretThatIsNoneIsRefusedAtTheStartWithoutBeingShown(String secret) {
        assertThatThrownBy(() -> new Signature(Arrays.asList(SECRET, secret), Duration.ofMinutes(5), Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a webhook secret")
                .hasNoCause()
                .satisfies(e -> {
                    if (secret != null && secret.length() > 6) {
                        assertThat(e.getMessage()).doesNotContain(secret.replace("whsec_", ""));
                    }
                });
        assertThatThrownBy(() -> with(NOW)).hasMessage("a signed callback needs at least one secret");
    }

    @Test
    void reasonNeverHoldsSecretOrExpectedSignature() throws Exception {
        String expected = sign(SECRET, "msg_1", NOW, BODY).substring(3);

        assertThatThrownBy(() -> signature.verify("msg_1", "" + NOW, "v1,AAAA", BODY))
                .message()
                .doesNotContain(expected)
                .doesNotContain(SECRET.substring(6))
                .doesNotContain("AAAA");
    }

    @Test
    void publishedVectorsAreAcceptedAndRefusedAsTheySay() throws IOException {
        Path vectors = Path.of("../shared/samples/webhooks-standard/vectors.json");
        assumeThat(vectors).as("the published vectors are not here").exists();
        JsonNode all = new ObjectMapper().readTree(vectors.toFile());
        assertThat(all.get("positive")).hasSize(3);
        for (JsonNode good : all.get("positive")) {
            assertThatCode(() -> verify(
                            good, 1614265330, good.get("webhook-signature").textValue()))
                    .doesNotThrowAnyException();
        }
        JsonNode good = all.get("positive").get(0);
        String right = good.get("webhook-signature").textValue();
        for (int i = 0; i < 3; i++) {
            String wrong = all.get("negative").get(i).get("webhook-signature").textValue();
            assertThatThrownBy(() -> verify(good, 1614265330, wrong)).isInstanceOf(BadSignature.class);
        }
        assertThatThrownBy(() -> verify(good, 1614265330, null)).hasMessage("missing header webhook-signature");
        assertThatThrownBy(() -> verify(good, 1614265330 + 301, right)).hasMessageContaining("301 s old");
        assertThatThrownBy(() -> verify(good, 1614265330 - 301, right)).hasMessageContaining("301 s in the future");
        refused(
                with(1614265330, good.get("secret").textValue()),
                "msg",
                "hello",
                right,
                BODY,
                "not a number of seconds");
        assertThatThrownBy(() -> with(1614265330, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(1614265330, "whsec_")).isInstanceOf(IllegalArgumentException.class);
        for (JsonNode unpadded : all.get("unpadded_secrets")) {
            String secret = unpadded.textValue().split(" ")[0];
            assertThatCode(() -> with(NOW, secret)).doesNotThrowAnyException();
        }
    }

    private static void verify(JsonNode vector, long now, String signatures) {
        with(now, vector.get("secret").textValue())
                .verify(
                        vector.get("webhook-id").textValue(),
                        vector.get("webhook-timestamp").textValue(),
                        signatures,
                        vector.get("body").textValue().getBytes(StandardCharsets.UTF_8));
    }
}
