package io.engageroutes.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies callbacks signed by Standard Webhooks, version 1 (HMAC-SHA256 over {@code id.timestamp.body}).
 *
 * <p>Own code rather than the standardwebhooks library: that one knows a single secret, so none can be exchanged while callbacks
 * arrive, and reads the system's clock, so an expired signature cannot be tested.
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_SECRET = 16;

    private final List<SecretKeySpec> secrets;
    private final Duration tolerance;
    private final Clock clock;

    /**
     * @param secrets one, or two while one is being exchanged; base64, with or without {@code whsec_}
     * @param tolerance how far the signature's time may be from the clock, in both directions; usually 5 minutes
     * @throws IllegalArgumentException when there is no secret, or one is not base64 of at least 16 bytes
     */
    public WebhookSignature(List<String> secrets, Duration tolerance, Clock clock) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a signed callback needs at least one secret");
        }
        if (tolerance.isNegative()) {
            throw new IllegalArgumentException("the tolerance " + tolerance + " is below zero");
        }
        this.secrets = secrets.stream().map(WebhookSignature::key).toList();
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /**
     * Returns when one of the signatures was made with one of the secrets, of exactly these bytes and recently.
     *
     * @param id the header {@code webhook-id}
     * @param timestamp the header {@code webhook-timestamp}, in seconds
     * @param signatures the header {@code webhook-signature}: {@code v1,<base64>}, several separated by spaces
     * @param body the body as received, before anything parsed it
     * @throws BadSignature otherwise
     */
    public void verify(String id, String timestamp, String signatures, byte[] body) {
        require(id, "webhook-id");
        require(timestamp, "webhook-timestamp");
        require(signatures, "webhook-signature");
        requireRecent(timestamp);
        List<String> given = List.of(signatures.trim().split(" +"));
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        for (SecretKeySpec secret : secrets) {
            byte[] expected = (VERSION + Base64.getEncoder().encodeToString(mac(secret, head, body)))
                    .getBytes(StandardCharsets.UTF_8);
            for (String signature : given) {
                if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))) {
                    return;
                }
            }
        }
        throw new BadSignature(
                "no signature in webhook-signature matches: check that the sender signs with version v1 and with "
                        + "the secret set here");
    }

    private void requireRecent(String timestamp) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            throw new BadSignature("webhook-timestamp is not a number of seconds");
        }
        long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
        if (age > tolerance.toSeconds()) {
            throw new BadSignature("webhook-timestamp is " + age + " s old, more than the " + tolerance.toSeconds()
                    + " s allowed: sign every attempt anew, and check both clocks");
        }
        if (-age > tolerance.toSeconds()) {
            throw new BadSignature("webhook-timestamp is " + -age + " s in the future, more than the "
                    + tolerance.toSeconds() + " s allowed: check both clocks");
        }
    }

    private static void require(String value, String header) {
        if (value == null || value.isBlank()) {
            throw new BadSignature("missing header " + header);
        }
    }

    private static SecretKeySpec key(String secret) {
        String text = secret == null ? "" : secret.trim();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes a character of the secret.
            throw new IllegalArgumentException("a webhook secret is not base64");
        }
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "a webhook secret has " + bytes.length + " bytes, fewer than " + SHORTEST_SECRET);
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] mac(SecretKeySpec secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
