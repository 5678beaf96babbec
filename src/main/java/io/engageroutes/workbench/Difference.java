package io.engageroutes.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A value that differs between two trees.
 *
 * @param path such as {@code lines[2].gross}
 * @param before what stood there, or null
 * @param now what stands there, or null
 */
public record Difference(String path, String before, String now) {

    static List<Difference> between(JsonNode before, JsonNode now) {
        List<Difference> found = new ArrayList<>();
        compare("", before, now, found);
        return found;
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<Difference> found) {
        if (before.equals(now) || isSameNumber(before, now)) {
            return;
        }
        if (isBoth(before, now, JsonNodeType.OBJECT)) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            now.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), now.path(name), found);
            }
        } else if (isBoth(before, now, JsonNodeType.ARRAY)) {
            for (int at = 0; at < Math.max(before.size(), now.size()); at++) {
                compare(path + "[" + at + "]", element(before, at), element(now, at), found);
            }
        } else {
            found.add(new Difference(path, shown(before), shown(now)));
        }
    }

    /** Where there is nothing on one side, what is inside the other is said piece by piece. */
    private static boolean isBoth(JsonNode before, JsonNode now, JsonNodeType type) {
        return (before.getNodeType() == type || before.isMissingNode())
                && (now.getNodeType() == type || now.isMissingNode());
    }

    /** A number that was read may have another type than one that was computed. */
    private static boolean isSameNumber(JsonNode before, JsonNode now) {
        return before.isNumber() && now.isNumber() && before.decimalValue().compareTo(now.decimalValue()) == 0;
    }

    private static JsonNode element(JsonNode array, int at) {
        return at < array.size() ? array.get(at) : MissingNode.getInstance();
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    /** {@code lines[2].gross 10.00 -> 12.50}. */
    @Override
    public String toString() {
        return path + " " + (before == null ? "(nothing)" : before) + " -> " + (now == null ? "(nothing)" : now);
    }
}
