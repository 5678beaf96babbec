package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A receipt's JSON as it may be kept for mending: compact, without extra fields and without names of staff and cards. */
final class OriginalText {

    private static final String STAFF_OR_CARD =
            "[^\"]*(?:cashier|operator|staff|employee|seller|salesperson|kass(?:ö|o)r|cardnumber|cardholder|signature)[^\"]*|pan";
    private static final Pattern NEVER_KEPT = Pattern.compile("x-.*|" + STAFF_OR_CARD, Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BROKEN_TEXT = Pattern.compile(
            "(\"(?:x-[^\"]*|" + STAFF_OR_CARD + ")\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"?|[^,{}\\[\\]]*)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_BROKEN_TEXT = 64 * 1024;

    private OriginalText() {}

    static String of(JsonNode receipt) {
        JsonNode kept = receipt.deepCopy();
        drop(kept);
        return kept.toString();
    }

    /** The same of a text that is no JSON, as well as it can be done. */
    static String ofBroken(String text) {
        String start = text.length() > LONGEST_BROKEN_TEXT ? text.substring(0, LONGEST_BROKEN_TEXT) : text;
        return IN_BROKEN_TEXT.matcher(start.strip()).replaceAll("$1null");
    }

    private static void drop(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.removeIf(name -> !NEVER_KEPT.matcher(name).matches());
            object.remove(names);
        }
        node.forEach(OriginalText::drop);
    }
}
