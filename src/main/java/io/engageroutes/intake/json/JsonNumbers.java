package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;

/** Numbers of JSON without loss. */
final class JsonNumbers {

    /** Far beyond any amount; larger exponents only serve to fill the memory. */
    private static final int LARGEST_SCALE = 40;

    private static final int FITS_LONG = 18;

    private JsonNumbers() {}

    /** The number as a node; one that is too large or too fine to be written out stays a text. */
    static JsonNode node(String text, boolean asNumber) {
        if (!asNumber) {
            return JsonNodeFactory.instance.rawValueNode(new RawValue(text));
        }
        if (text.length() <= FITS_LONG && text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9')) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        }
        BigDecimal exact = exact(text);
        return exact == null
                ? JsonNodeFactory.instance.textNode(text)
                : JsonNodeFactory.withExactBigDecimals(true).numberNode(exact);
    }

    /** The number exactly; null when the text is none, or is too large or too fine. */
    public static BigDecimal exact(String text) {
        try {
            BigDecimal exact = new BigDecimal(text);
            return text.length() > LARGEST_SCALE || Math.abs((long) exact.scale()) > LARGEST_SCALE ? null : exact;
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** A number without exponent, as it was written where that is known; null when the node is none, or a double. */
    public static String text(JsonNode node) {
        if (node instanceof POJONode number && number.getPojo() instanceof RawValue raw) {
            return raw.rawValue().toString();
        }
        return node.isIntegralNumber() || node.isBigDecimal()
                ? node.decimalValue().toPlainString()
                : null;
    }
}
