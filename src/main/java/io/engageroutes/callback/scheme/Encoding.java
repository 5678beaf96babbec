package io.engageroutes.callback.scheme;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the bytes of a signature are written. Base64 has letters whose last bits mean nothing; only the one way of writing them that a
 * sender uses is read, so that no other text than what was signed passes for it.
 */
enum Encoding {
    BASE64("base64", text -> Base64.getDecoder().decode(text), bytes -> Base64.getEncoder()
            .encodeToString(bytes)),
    BASE64URL("base64url", text -> Base64.getUrlDecoder().decode(text), bytes -> Base64.getUrlEncoder()
            .encodeToString(bytes)),
    HEX("hex", text -> HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT)), bytes -> HexFormat.of()
            .formatHex(bytes));

    private final String word;
    private final Function<String, byte[]> reads;
    private final Function<byte[], String> writes;

    Encoding(String word, Function<String, byte[]> reads, Function<byte[], String> writes) {
        this.word = word;
        this.reads = reads;
        this.writes = writes;
    }

    /** @throws IllegalArgumentException when there is no such word */
    static Encoding of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("encoding " + word + ": use base64, base64url or hex"));
    }

    /** The bytes; none when the text is not how they are written. The padding of base64url may be left out. */
    Optional<byte[]> decoded(String text) {
        try {
            byte[] bytes = reads.apply(text);
            String again = writes.apply(bytes);
            boolean same = this == HEX
                    ? again.equalsIgnoreCase(text)
                    : again.equals(text)
                            || this == BASE64URL && again.replace("=", "").equals(text);
            return same ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notIt) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
