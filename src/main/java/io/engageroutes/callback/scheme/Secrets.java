package io.engageroutes.callback.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Secrets and keys as settings hold them. What is wrong with one is said without a character of it. */
final class Secrets {

    private static final int SHORTEST = 16;
    private static final int SHORTEST_RSA = 2048;
    private static final byte[] ED25519 =
            Base64.getDecoder().decode("MCowBQYDK2VwAyEA"); // what X.509 puts before 32 bytes

    private Secrets() {}

    /** At least one. */
    static List<String> given(List<String> secrets) {
        List<String> given = secrets.stream()
                .map(secret -> secret == null ? "" : secret.strip())
                .toList();
        if (given.isEmpty()) {
            throw new WrongSecret("a signed callback needs at least one secret");
        }
        if (given.contains("")) {
            throw new WrongSecret("a webhook secret is empty: take out the comma, or write it behind");
        }
        return given;
    }

    /** Text as most shops show it: its bytes are the key. */
    static SecretKeySpec text(String secret, String algorithm) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    /** Base64 as Standard Webhooks has it, with or without the prefix; its padding may be missing. */
    static byte[] base64(String secret, String prefix) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.startsWith(prefix) ? secret.substring(prefix.length()) : secret);
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes a character of the secret.
            throw new WrongSecret("a webhook secret is not base64");
        }
        if (bytes.length < SHORTEST) {
            throw new WrongSecret("a webhook secret has " + bytes.length + " bytes, fewer than " + SHORTEST);
        }
        return bytes;
    }

    /** The 32 bytes of an Ed25519 key as a key. */
    static PublicKey ed25519(byte[] bytes) {
        if (bytes.length != 32) {
            throw new WrongSecret("a webhook's public key has " + bytes.length + " bytes, not the 32 of Ed25519");
        }
        byte[] encoded = new byte[ED25519.length + bytes.length];
        System.arraycopy(ED25519, 0, encoded, 0, ED25519.length);
        System.arraycopy(bytes, 0, encoded, ED25519.length, bytes.length);
        return key("Ed25519", encoded);
    }

    /** A public key in PEM, with or without its first and last line. */
    static PublicKey rsa(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw new WrongSecret(
                    "a private key stands where the public one belongs: take it out, and have it replaced where it was made");
        }
        String body = pem.replace("\\n", "\n")
                .replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "")
                .replaceAll("\\s", "");
        PublicKey key;
        try {
            key = key("RSA", Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            throw new WrongSecret("a public key is none of RSA in PEM: it begins with -----BEGIN PUBLIC KEY-----");
        }
        int bits = ((RSAPublicKey) key).getModulus().bitLength();
        if (bits < SHORTEST_RSA) {
            throw new WrongSecret("a public key has " + bits + " bits, fewer than " + SHORTEST_RSA);
        }
        return key;
    }

    private static PublicKey key(String algorithm, byte[] encoded) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new WrongSecret("a public key is none of " + algorithm);
        }
    }
}
