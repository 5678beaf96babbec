package io.engageroutes.receipt;

/** What may stand in a text: everything that UTF-8 can carry. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** False when the text has half a surrogate pair, as a broken JSON escape leaves it. */
    static boolean isEncodable(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                int point = text.codePointAt(at);
                if (point <= Character.MAX_VALUE) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    /** The text with every half pair replaced by U+FFFD. */
    static String encodable(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point <= Character.MAX_VALUE && Character.isSurrogate((char) point) ? REPLACEMENT : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
