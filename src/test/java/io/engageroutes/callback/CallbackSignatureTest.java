package io.engageroutes.callback;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.engageroutes.HandClock;
import io.engageroutes.intake.BadSignature;
import io.engageroutes.intake.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class CallbackSignatureTest {

    private static final byte[] SECRET = "a-secret-of-at-least-24-bytes-for-tests".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final HandClock clock = new HandClock();
    private final String now = Long.toString(clock.instant().getEpochSecond());

    private static String sign(String id, String timestamp) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(BODY));
    }

    private CallbackSignature signature() {
        return new CallbackSignature(new WebhookSignature(
                List.of("whsec_" + Base64.getEncoder().encodeToString(SECRET)), Duration.ofMinutes(5), clock));
    }

    @Test
    void withoutASecretNobodyIsLetIn() {
        assertThatThrownBy(() -> new CallbackSignature(null).verify("msg_1", now, sign("msg_1", now), BODY))
                .isInstanceOf(BadSignature.class)
                .hasMessageContaining("intake.callback-secrets");
    }

    @Test
    void whatIsSignedPasses() throws Exception {
        String signed = sign("msg_1", now);
        assertThatCode(() -> signature().verify("msg_1", now, signed, BODY)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNotSignedDoesNot() throws Exception {
        String signed = sign("msg_1", now);
        byte[] other = "{ }".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> signature().verify("msg_1", now, signed, other))
                .isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> signature().verify("msg_2", now, signed, BODY)).isInstanceOf(BadSignature.class);
        assertThatThrownBy(() -> signature().verify(null, null, null, BODY)).isInstanceOf(BadSignature.class);
        clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> signature().verify("msg_1", now, signed, BODY)).isInstanceOf(BadSignature.class);
    }
}
