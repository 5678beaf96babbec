package io.engageroutes.callback.scheme;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Callbacks signed by Standard Webhooks over {@code id.timestamp.body}: version 1 (HMAC-SHA256) and 1a (Ed25519). A header may list
 * several signatures, of which one is enough; other versions are passed over.
 *
 * <p>Own code rather than the standardwebhooks library: that one knows a single secret, so none can be exchanged while callbacks
 * arrive, and reads the system's clock, so an expired signature cannot be tested.
 */
final class StandardWebhooks implements Scheme {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PUBLIC_KEY = "whpk_";

    private final List<SecretKeySpec> secrets = new ArrayList<>();
    private final List<PublicKey> keys = new ArrayList<>();
    private final Recently recently;

    /**
     * @param secrets {@code whsec_} and base64 (the prefix may be missing), or {@code whpk_} and the base64 of a public key; two while
     *     one is being exchanged
     * @throws IllegalArgumentException when there is none, or one is not what it should be
     */
    StandardWebhooks(List<String> secrets, Duration tolerance, Clock clock) {
        for (String secret : Secrets.given(secrets)) {
            if (secret.startsWith(PUBLIC_KEY)) {
                keys.add(Secrets.ed25519(Secrets.base64(secret, PUBLIC_KEY)));
            } else {
                this.secrets.add(new SecretKeySpec(Secrets.base64(secret, "whsec_"), ALGORITHM));
            }
        }
        this.recently = new Recently(tolerance, clock);
    }

    @Override
    public void verify(CallbackHeaders headers, byte[] body) {
        String id = headers.one("webhook-id");
        String timestamp = headers.one("webhook-timestamp");
        String signatures = headers.one("webhook-signature");
        recently.require("webhook-timestamp", timestamp);
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        for (String signature : signatures.trim().split(" +")) {
            if (signature.startsWith("v1,") && isByASecret(signature.substring(3), head, body)
                    || signature.startsWith("v1a,") && isByAKey(signature.substring(4), head, body)) {
                return;
            }
        }
        throw new BadSignature(
                "no signature in webhook-signature matches: check that the sender signs with version v1 or v1a and with "
                        + "the secret set here");
    }

    private boolean isByASecret(String signature, byte[] head, byte[] body) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        for (SecretKeySpec secret : secrets) {
            if (MessageDigest.isEqual(Base64.getEncoder().encode(mac(secret, head, body)), given)) {
                return true;
            }
        }
        return false;
    }

    private boolean isByAKey(String signature, byte[] head, byte[] body) {
        byte[] given = Encoding.BASE64.decoded(signature).orElse(new byte[0]);
        for (PublicKey key : keys) {
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(key);
                verifier.update(head);
                verifier.update(body);
                if (verifier.verify(given)) {
                    return true;
                }
            } catch (GeneralSecurityException notOne) {
                // whatever is no signature at all is a wrong one
            }
        }
        return false;
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
