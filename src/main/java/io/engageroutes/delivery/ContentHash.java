package io.engageroutes.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The first 128 bits of SHA-256, in hex: enough to tell contents apart and short enough for an index. */
public final class ContentHash {

    private static final int BYTES = 16;

    private ContentHash() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content), 0, BYTES);
    }

    public static String of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A contact key as the ledger keeps it: found again by who knows the key, readable by nobody. */
    public static String ofContact(String type, String value) {
        return of(type + ':' + value.strip().toLowerCase(Locale.ROOT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
