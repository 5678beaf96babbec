package io.engageroutes.callback.scheme;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;

/** Callbacks whose body is signed with a private key (SHA-256 with RSA, base64), as Adobe Commerce does. */
final class RsaScheme implements Scheme {

    private final String header;
    private final List<PublicKey> keys;

    /** @param keys public keys in PEM, two while one is being exchanged */
    RsaScheme(String header, List<String> keys) {
        this.header = header;
        this.keys = Secrets.given(keys).stream().map(Secrets::rsa).toList();
    }

    @Override
    public void verify(CallbackHeaders headers, byte[] body) {
        byte[] given = Encoding.BASE64
                .decoded(headers.one(header).strip())
                .orElseThrow(() -> new BadSignature("the signature in " + header + " is no base64"));
        for (PublicKey key : keys) {
            if (isBy(key, given, body)) {
                return;
            }
        }
        throw new BadSignature(
                "the signature in " + header
                        + " does not match: check that the sender signs these very bytes, and that the public key set here is its own");
    }

    private static boolean isBy(PublicKey key, byte[] given, byte[] body) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(body);
            return verifier.verify(given);
        } catch (GeneralSecurityException notOne) {
            return false; // of another length, so not by this key
        }
    }
}
