package io.engageroutes.scenarios;

import static io.engageroutes.scenarios.RunningApplication.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops of each scheme that no shipped source uses, connected by a file in {@code sources/} as README says. */
class SchemesEndToEndIT {

    /** As generators of passwords make them: with all that means something in settings and addresses. */
    private static final String ODD = "a,b+c&d=e%20f;{x} #$^?/|~";

    private static final KeyPair RSA = keys("RSA");
    private static final KeyPair ED = keys("Ed25519");

    @TempDir
    static Path folder;

    private static RunningApplication application;

    @BeforeAll
    static void start() throws IOException {
        RouteFolder routes = new RouteFolder(folder.resolve("edited"));
        source(
                routes,
                "hexshop",
                "hmac",
                "header: X-Signature",
                "algorithm: HmacSHA512",
                "encoding: hex",
                "prefix: sha512=",
                "signed: ${timestamp}.${body}",
                "timestampHeader: X-Timestamp",
                "idHeader: X-Delivery",
                "topicHeader: X-Topic",
                "topics: sale,return");
        source(routes, "adobe", "rsa");
        source(routes, "static", "static-header", "header: X-Callback-Secret");
        source(routes, "ed", "standard-webhooks");
        application = RunningApplication.start(
                folder.resolve("state"),
                SchemesEndToEndIT.class,
                "intake.routes=" + routes.path(),
                "hexshop.secrets[0]=some other one",
                "hexshop.secrets[1]=" + ODD,
                "adobe.secrets=" + pem(),
                "static.secrets=one-secret,two-secret",
                "ed.secrets=" + publicKey());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** The shop's own source under another name, without its readiness to refuse. */
    private static void source(RouteFolder routes, String name, String scheme, String... parameters) {
        String shop = routes.read("sources/shop.camel.yaml");
        String indent = "\n              ";
        routes.write(
                "sources/" + name + ".camel.yaml",
                shop.replace("shop-", name + "-")
                        .replace("callbacks/shop", "callbacks/" + name)
                        .replace("callbacks.shop", "callbacks." + name)
                        .replace("source: shop", "source: " + name)
                        .replace("shop.secrets", name + ".secrets")
                        .replace(indent + "whenBroken: refuse" + indent + "format: json", "")
                        .replace(
                                "scheme: standard-webhooks",
                                "scheme: " + scheme
                                        + Arrays.stream(parameters)
                                                .map(parameter -> indent + parameter)
                                                .reduce("", String::concat)));
    }

    private static int call(String source, String body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + application.port() + "/callbacks/" + source))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }

    private static void assertDelivered(String id) {
        eventually().until(() -> application.simulator().has(id));
    }

    @Test
    void anHmacOfTimeAndBodyInHex() throws Exception {
        String body = Receipts.sale("hex-1");
        String now = "" + Instant.now().getEpochSecond();
        Map<String, String> headers = new TreeMap<>();
        headers.put("X-Timestamp", now);
        headers.put("X-Delivery", "d-1");
        headers.put("X-Topic", "sale");
        headers.put("X-Signature", "sha512=" + hex(ODD, now + "." + body));
        assertThat(call("hexshop", body, headers)).isEqualTo(202);
        assertDelivered("hex-1");
        headers.put("X-Topic", "stock");
        assertThat(call("hexshop", body, headers)).isEqualTo(200);
        headers.put("X-Signature", "sha512=" + hex(ODD + "!", now + "." + body));
        assertThat(call("hexshop", body, headers)).isEqualTo(401);
        headers.put("X-Signature", hex(ODD, now + "." + body));
        assertThat(call("hexshop", body, headers)).isEqualTo(401);
        assertThat(application.log()).doesNotContain(ODD);
    }

    @Test
    void aSignatureOfAPrivateKey() throws Exception {
        String body = Receipts.sale("rsa-1");
        String signature = signed("SHA256withRSA", RSA, body);
        assertThat(call("adobe", body, Map.of("x-adobe-commerce-webhook-signature", signature)))
                .isEqualTo(202);
        assertDelivered("rsa-1");
        assertThat(call("adobe", body + " ", Map.of("x-adobe-commerce-webhook-signature", signature)))
                .isEqualTo(401);
        assertThat(call("adobe", body, Map.of())).isEqualTo(401);
    }

    @Test
    void aSecretInAHeader() throws Exception {
        String body = Receipts.sale("static-1");
        assertThat(call("static", body, Map.of("X-Callback-Secret", "two-secret")))
                .isEqualTo(202);
        assertDelivered("static-1");
        assertThat(call("static", body, Map.of("X-Callback-Secret", "one-secret,two-secret")))
                .isEqualTo(401);
    }

    /** What names no delivery of its own is not taken for a repeat: the same id may mean a second change of the same order. */
    @Test
    void theSameBytesTwiceWithoutADeliveryIdAreTwoCallbacks() throws Exception {
        String body = Receipts.sale("static-2");
        for (int times = 0; times < 2; times++) {
            assertThat(call("static", body, Map.of("X-Callback-Secret", "one-secret")))
                    .isEqualTo(202);
        }
        assertDelivered("static-2");
        eventually()
                .until(() ->
                        application.count("select count(*) from message_ledger where business_key = 'static-2'") == 2);
        assertThat(application.count(
                        "select count(*) from message_ledger where business_key = 'static-2' and ended = 'delivered'"))
                .isEqualTo(1);
    }

    @Test
    void version1aOfStandardWebhooks() throws Exception {
        String body = Receipts.sale("ed-1");
        String now = "" + Instant.now().getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id",
                "msg-1",
                "webhook-timestamp",
                now,
                "webhook-signature",
                "v1,AAAA v1a," + signed("Ed25519", ED, "msg-1." + now + "." + body));
        assertThat(call("ed", body, headers)).isEqualTo(202);
        assertDelivered("ed-1");
        assertThat(call("ed", body.replace("ed-1", "ed-2"), headers)).isEqualTo(401);
    }

    private static String hex(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String signed(String algorithm, KeyPair keys, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
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
        byte[] encoded = ED.getPublic().getEncoded();
        return "whpk_" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, 12, encoded.length));
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(RSA.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
