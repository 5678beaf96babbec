package io.engageroutes.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands as `method` of a bean: a name, or a name with arguments in parentheses.
 *
 * @param name the method
 * @param given whether there are parentheses
 * @param arguments each as it is written
 */
record MethodText(String name, boolean given, List<String> arguments) {

    static MethodText of(String text) {
        int open = text.indexOf('(');
        if (open < 0 || !text.strip().endsWith(")")) {
            return new MethodText(text.strip(), false, List.of());
        }
        String inside = text.strip().substring(open + 1, text.strip().length() - 1);
        return new MethodText(text.substring(0, open).strip(), true, inside.isBlank() ? List.of() : split(inside));
    }

    /** At commas, but not at those in quotes, braces or parentheses. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '\'' || each == '"') {
                quote = each;
            } else if (each == '(' || each == '{') {
                depth++;
            } else if (each == ')' || each == '}') {
                depth--;
            } else if (each == ',' && depth == 0) {
                parts.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
