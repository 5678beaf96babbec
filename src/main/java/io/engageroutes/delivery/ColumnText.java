package io.engageroutes.delivery;

/** Text from outside in the form that a column takes: what does not fit would keep a parcel on the queue for ever. */
final class ColumnText {

    private ColumnText() {}

    /** Cut to so many characters, and without U+0000, which PostgreSQL refuses in a text. */
    static String fit(String text, int most) {
        if (text == null) {
            return null;
        }
        String shown = text.replace('\0', '\uFFFD');
        return shown.length() <= most ? shown : shown.substring(0, most);
    }
}
