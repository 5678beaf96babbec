package io.engageroutes.callback.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Secrets and keys as settings hold them. What is wrong with one is said without a character of it. */
final class Secrets {

    private static final int SHORTEST = 16;
    private static final byte[] ED25519 =
            Base64.getDecoder().decode("MCowBQYDK2VwAyEA"); // what X.509 puts before 32 bytes

    private Secrets() {}

    /** At least one. */
    static List<String> given(List<String> secrets) {
        List<String> given = secrets.stream()
                .map(secret -> secret == null ? "" : secret.trim())
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a signed callback needs at least one secret");
        }
        return given;
    }

    /** Text as most shops show it: its bytes are the key. */
    static SecretKeySpec text(String secret, String algorithm) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /** Base64 as Standard Webhooks has it, with or without the prefix, padded. */
    static byte[] base64(String secret, String prefix) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.startsWith(prefix) ? secret.substring(prefix.length()) : secret);
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes a character of the secret.
            throw new IllegalArgumentException("a webhook secret is not base64");
        }
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(
                    "a webhook secret has " + bytes.length + " bytes, fewer than " + SHORTEST);
        }
        return bytes;
    }

    /** The 32 bytes of an Ed25519 key as a key. */
    static PublicKey ed25519(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException(
                    "a webhook's public key has " + bytes.length + " bytes, not the 32 of Ed25519");
        }
        byte[] encoded = new byte[ED25519.length + bytes.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(bytes, 0, encoded, ED25519.length, bytes.length);
        return key("Ed25519", encoded);
    }

    /** A public key in PEM, with or without its first and last line. */
    static PublicKey rsa(String pem) {
        String body = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            return key("RSA", Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a public key is none of RSA in PEM: it begins with -----BEGIN PUBLIC KEY-----");
        }
    }

    private static PublicKey key(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a public key is none of " + algorithm);
        }
    }
}
