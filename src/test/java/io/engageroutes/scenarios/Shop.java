package io.engageroutes.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The web shop: calls back, signed as Standard Webhooks has it. */
final class Shop {

    /** The sandbox's secret. */
    static final String SECRET = "whsec_c2FuZGJveC1zZWNyZXQtb2YtdGhlLXdlYi1zaG9wLTE=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Shop(URI address) {
        this.address = address;
    }

    /** Calls back with a right signature of now. */
    HttpResponse<String> callBack(String id, String body) {
        return send(signed(id, body.getBytes(StandardCharsets.UTF_8), Instant.now(), SECRET));
    }

    HttpRequest.Builder signed(String id, byte[] body, Instant at, String secret) {
        String head = id + '.' + at.getEpochSecond() + '.';
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", "v1," + signature(head, body, secret))
                .POST(BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String head, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
