package io.engageroutes.callback.scheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Callbacks that carry a secret in a header, where a shop can do no better, as BigCommerce. Nothing says that the body is the shop's, so
 * such a callback should only name what is then fetched.
 */
final class StaticHeader implements Scheme {

    private final String header;
    private final List<byte[]> values;

    /** @param values what may stand in the header; two while one is being exchanged */
    StaticHeader(String header, List<String> values) {
        this.header = header;
        this.values = Secrets.given(values).stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void verify(CallbackHeaders headers, byte[] body) {
        byte[] given = headers.one(header).getBytes(StandardCharsets.UTF_8);
        boolean right = false;
        for (byte[] value : values) {
            right |= MessageDigest.isEqual(value, given);
        }
        if (!right) {
            throw new BadSignature("header " + header + " does not hold the secret set here");
        }
    }
}
