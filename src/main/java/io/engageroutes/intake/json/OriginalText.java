package io.engageroutes.intake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A receipt's JSON as it may be kept for mending: compact, without extra fields and without names of staff and cards. */
public final class OriginalText {

    private static final String STAFF_OR_CARD =
            "[^\"]*(?:cashier|operator|staff|employee|seller|salesperson|kass(?:ö|o)r|cardnumber|cardholder|signature)[^\"]*|pan";
    private static final Pattern NEVER_KEPT = Pattern.compile("x-.*|" + STAFF_OR_CARD, Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BROKEN_TEXT = Pattern.compile(
            "(\"(?:x-[^\"]*|" + STAFF_OR_CARD + ")\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"?|[^,{}\\[\\]]*)",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_BROKEN_TEXT = 64 * 1024;

    private OriginalText() {}

    static String of(JsonNode receipt) {
        return of(receipt, OriginalText::mayKeep);
    }

    /** The value as compact JSON, with no field in it whose name may not be kept. */
    public static String of(JsonNode value, Predicate<String> mayKeep) {
        JsonNode kept = value.deepCopy();
        drop(kept, mayKeep);
        return kept.toString();
    }

    /** False for names of fields and elements that hold staff, cards or signatures. */
    public static boolean mayKeep(String name) {
        return !NEVER_KEPT.matcher(name).matches();
    }

    /** The same of a text that is no JSON, as well as it can be done. */
    static String ofBroken(String text) {
        String start = text.length() > LONGEST_BROKEN_TEXT ? text.substring(0, LONGEST_BROKEN_TEXT) : text;
        return IN_BROKEN_TEXT.matcher(start.strip()).replaceAll("$1null");
    }

    private static void drop(JsonNode node, Predicate<String> mayKeep) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.removeIf(mayKeep);
            object.remove(names);
        }
        node.forEach(child -> drop(child, mayKeep));
    }
}
