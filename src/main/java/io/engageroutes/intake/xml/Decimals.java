package io.engageroutes.intake.xml;

import java.math.BigDecimal;

/** Reads decimals as XML Schema writes them: a point, no exponent, nothing else. */
public final class Decimals {

    private static final int LONGEST = 40;
    private static final int FITS_LONG = 18;

    private Decimals() {}

    /** The number, without zeros beyond its second decimal; null when the text is none. */
    public static BigDecimal parse(String text) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = -1;
        int digits = 0;
        int end = at;
        long value = 0;
        for (int i = at; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                if (point < 0 || c != '0' || i - point <= 2) {
                    end = i + 1;
                }
            } else if (c == '.' && point < 0) {
                point = i;
                end = i;
            } else {
                return null;
            }
        }
        if (digits == 0 || length > LONGEST) {
            return null;
        }
        int scale = point < 0 || end <= point ? 0 : end - point - 1;
        if (digits > FITS_LONG) {
            return new BigDecimal(text.substring(text.charAt(0) == '+' ? 1 : 0, end));
        }
        for (int i = at; i < end; i++) {
            if (i != point) {
                value = value * 10 + (text.charAt(i) - '0');
            }
        }
        return BigDecimal.valueOf(text.charAt(0) == '-' ? -value : value, scale);
    }
}
