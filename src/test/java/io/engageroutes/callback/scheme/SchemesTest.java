package io.engageroutes.callback.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lets a callback in, for every scheme alike. */
class SchemesTest {

    private static final long NOW = 1_700_000_000L;
    private static final String ID = "msg-1";
    private static final String SECRET = "our own secret of 32 bytes, new!";
    private static final String WHSEC =
            "whsec_" + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    private static final KeyPair RSA = keys("RSA");
    private static final KeyPair ED = keys("Ed25519");

    private final Schemes schemes =
            new Schemes(Duration.ofMinutes(5), Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    /** Each scheme with a way to sign by it. */
    enum Way {
        SHOPIFY("shopify", SECRET, "X-Shopify-Hmac-SHA256", Map.of()),
        WOOCOMMERCE("woocommerce", SECRET, "X-WC-Webhook-Signature", Map.of()),
        HEX(
                "hmac",
                SECRET,
                "x-signature",
                Map.of("header", "X-Signature", "encoding", "hex", "prefix", "sha512=", "algorithm", "HmacSHA512")),
        SIGNED_HEADERS(
                "hmac",
                SECRET,
                "X-Signature",
                Map.of(
                        "header",
                        "X-Signature",
                        "encoding",
                        "base64url",
                        "signed",
                        "${id}.${timestamp}.${body}",
                        "idHeader",
                        "X-Id",
                        "timestampHeader",
                        "X-Time")),
        STANDARD("standard-webhooks", WHSEC, "webhook-signature", Map.of()),
        STANDARD_1A("standard-webhooks", publicKey(), "webhook-signature", Map.of()),
        ADOBE("rsa", pem(), "x-adobe-commerce-webhook-signature", Map.of());

        private final String scheme;
        private final String secret;
        private final String header;
        private final Map<String, String> parameters;

        Way(String scheme, String secret, String header, Map<String, String> parameters) {
            this.scheme = scheme;
            this.secret = secret;
            this.header = header;
            this.parameters = parameters;
        }

        Map<String, List<String>> headers(byte[] body) throws GeneralSecurityException {
            byte[] head = (ID + "." + NOW + ".").getBytes(StandardCharsets.UTF_8);
            String signature =
                    switch (this) {
                        case SHOPIFY, WOOCOMMERCE -> Base64.getEncoder().encodeToString(mac("HmacSHA256", body));
                        case HEX -> "sha512=" + HexFormat.of().formatHex(mac("HmacSHA512", body));
                        case SIGNED_HEADERS -> Base64.getUrlEncoder().encodeToString(mac("HmacSHA256", head, body));
                        case STANDARD -> "v1," + Base64.getEncoder().encodeToString(mac("HmacSHA256", head, body));
                        case STANDARD_1A -> "v1a," + signed("Ed25519", ED, head, body);
                        case ADOBE -> signed("SHA256withRSA", RSA, body);
                    };
            Map<String, List<String>> headers = new HashMap<>();
            headers.put(header.toLowerCase(java.util.Locale.ROOT), List.of(signature));
            headers.put("webhook-id", List.of(ID));
            headers.put("webhook-timestamp", List.of("" + NOW));
            headers.put("x-id", List.of(ID));
            headers.put("x-time", List.of("" + NOW));
            return headers;
        }
    }

    private Scheme scheme(Way way) {
        return schemes.of(
                way.scheme,
                List.of("some other secret, replaced soon", way.secret)
                        .subList(way.scheme.equals("hmac") || way.secret.equals(SECRET) ? 0 : 1, 2),
                way.parameters);
    }

    private static void verify(Scheme scheme, Map<String, List<String>> headers, byte[] body) {
        scheme.verify(name -> headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()), body);
    }

    @Property(tries = 60)
    void exactlyTheSignedBytesPass(
            @ForAll Way way, @ForAll @Size(min = 1, max = 300) byte[] body, @ForAll @IntRange(max = 10_000) int at)
            throws GeneralSecurityException {
        Map<String, List<String>> headers = way.headers(body);
        assertThatCode(() -> verify(scheme(way), headers, body)).doesNotThrowAnyException();
        byte[] changed = body.clone();
        changed[at % changed.length] ^= (byte) (1 << at % 8);
        assertThatThrownBy(() -> verify(scheme(way), headers, changed)).isInstanceOf(BadSignature.class);
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        assertThatThrownBy(() -> verify(scheme(way), headers, longer)).isInstanceOf(BadSignature.class);
    }

    @Property(tries = 2_000)
    void aSignatureWithAnyOtherCharacterDoesNot(@ForAll Way way, @ForAll @IntRange(max = 10_000) int at)
            throws GeneralSecurityException {
        byte[] body = "{\"id\": 1}".getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = way.headers(body);
        String name = way.header.toLowerCase(java.util.Locale.ROOT);
        StringBuilder signature = new StringBuilder(headers.get(name).get(0));
        int position = at % signature.length();
        char letter = signature.charAt(position);
        signature.setCharAt(position, (char) (letter ^ 1));
        headers.put(name, List.of(signature.toString()));
        assertThatThrownBy(() -> verify(scheme(way), headers, body)).isInstanceOf(BadSignature.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aHeaderThatIsMissingEmptyOrThereTwiceIsNamed(Way way) throws GeneralSecurityException {
        byte[] body = {1, 2, 3};
        String name = way.header.toLowerCase(java.util.Locale.ROOT);
        for (List<String> values : List.of(List.<String>of(), List.of(""), List.of(" "))) {
            Map<String, List<String>> headers = way.headers(body);
            headers.put(name, values);
            assertThatThrownBy(() -> verify(scheme(way), headers, body))
                    .isInstanceOf(BadSignature.class)
                    .hasMessageContaining("missing header");
        }
        Map<String, List<String>> twice = way.headers(body);
        twice.put(name, List.of(twice.get(name).get(0), twice.get(name).get(0)));
        assertThatThrownBy(() -> verify(scheme(way), twice, body))
                .isInstanceOf(BadSignature.class)
                .hasMessageContaining("is there 2 times");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anotherSecretLetsNobodyIn(Way way) throws GeneralSecurityException {
        byte[] body = {1, 2, 3};
        String other =
                switch (way) {
                    case ADOBE -> pem(keys("RSA"));
                    case STANDARD_1A -> publicKey(keys("Ed25519"));
                    case STANDARD -> WHSEC.replace("whsec_b", "whsec_c");
                    default -> SECRET + "!";
                };
        Scheme scheme = schemes.of(way.scheme, List.of(other), way.parameters);
        Map<String, List<String>> headers = way.headers(body);
        assertThatThrownBy(() -> verify(scheme, headers, body))
                .isInstanceOf(BadSignature.class)
                .message()
                .doesNotContain(
                        SECRET,
                        headers.get(way.header.toLowerCase(java.util.Locale.ROOT))
                                .get(0));
    }

    @Test
    void aTimeThatIsSignedMustBeRecent() throws GeneralSecurityException {
        byte[] body = {1};
        Map<String, List<String>> headers = Way.SIGNED_HEADERS.headers(body);
        Scheme later = new Schemes(Duration.ofMinutes(5), Clock.fixed(Instant.ofEpochSecond(NOW + 301), ZoneOffset.UTC))
                .of("hmac", List.of(SECRET), Way.SIGNED_HEADERS.parameters);
        assertThatThrownBy(() -> verify(later, headers, body)).hasMessageContaining("X-Time is 301 s old");
    }

    @Test
    void aSecretInAHeaderIsComparedWhole() {
        Scheme scheme = schemes.of("static-header", List.of("one", "two"), Map.of("header", "X-Secret"));
        byte[] body = {};
        assertThatCode(() -> verify(scheme, Map.of("x-secret", List.of("two")), body))
                .doesNotThrowAnyException();
        for (String wrong : List.of("tw", "twoo", "Two", "one,two", "one two")) {
            assertThatThrownBy(() -> verify(scheme, Map.of("x-secret", List.of(wrong)), body))
                    .isInstanceOf(BadSignature.class);
        }
    }

    @Test
    void whatIsSetUpWronglyIsSaidWithoutTheSecret() {
        List<String> said = new ArrayList<>();
        said.add(wrong("hmac", "secret-1", Map.of()));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "algorithm", "MD5")));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "encoding", "base32")));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "signed", "${id}")));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "signed", "${id}.${body}")));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "signed", "${body}${body}")));
        said.add(wrong("hmac", "secret-1", Map.of("header", "X", "signed", "${path}${body}")));
        said.add(wrong("hmac", " ", Map.of("header", "X")));
        said.add(wrong("rsa", "-----BEGIN PRIVATE KEY-----\nsecret-1\n-----END PRIVATE KEY-----", Map.of()));
        said.add(wrong("rsa", "secret-1", Map.of()));
        said.add(wrong("standard-webhooks", "whpk_c2VjcmV0LTFzZWNyZXQtMQ==", Map.of()));
        said.add(wrong("static-header", "secret-1", Map.of()));
        said.add(wrong("basic", "secret-1", Map.of()));
        assertThat(said).doesNotHaveDuplicates().noneMatch(text -> text.contains("secret-1"));
    }

    private String wrong(String scheme, String secret, Map<String, String> parameters) {
        try {
            schemes.of(scheme, List.of(secret), parameters);
            throw new AssertionError("it was taken: " + scheme + parameters);
        } catch (IllegalArgumentException wrong) {
            return scheme + ": " + wrong.getMessage();
        }
    }

    private static byte[] mac(String algorithm, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static String signed(String algorithm, KeyPair keys, byte[]... parts) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        for (byte[] part : parts) {
            signature.update(part);
        }
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static KeyPair keys(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicKey() {
        return publicKey(ED);
    }

    private static String publicKey(KeyPair keys) {
        byte[] encoded = keys.getPublic().getEncoded();
        return "whpk_" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, 12, encoded.length));
    }

    private static String pem() {
        return pem(RSA);
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
