package io.engageroutes.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The text of a message that could not be read, for people: no reader has taken out of it what must not be kept. */
final class BrokenText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern CARD_NUMBER = Pattern.compile("(?<![0-9])[2-6][0-9]{12,18}(?![0-9])");
    private static final int SHOWN = 4;

    private BrokenText() {}

    /** In the charset that the bytes fit; card numbers, known by their check digit, without all but their last digits. */
    static String of(byte[] content) {
        return CARD_NUMBER.matcher(decoded(content)).replaceAll(BrokenText::masked);
    }

    private static String decoded(byte[] content) {
        if (content.length > 1
                && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF
                        || content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, WESTERN);
        }
    }

    private static String masked(MatchResult found) {
        String number = found.group();
        return isCard(number)
                ? "x".repeat(number.length() - SHOWN) + number.substring(number.length() - SHOWN)
                : number;
    }

    /** The check by Luhn that every bank's card passes, and one in ten of all other numbers. */
    private static boolean isCard(String number) {
        int sum = 0;
        for (int at = 0; at < number.length(); at++) {
            int digit = number.charAt(number.length() - 1 - at) - '0';
            int counted = at % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
