package io.engageroutes.intake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Goes through the values that a parser reads, from part to part, and keeps nothing but the part it stands at. */
final class PartWalk {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final PartRules rules;
    private final boolean rootArray;
    private final Function<JsonParser, String> placeOf;
    private final Deque<Open> open = new ArrayDeque<>();
    private long roots;
    private boolean inRootArray;

    /**
     * @param rootArray whether an array at the root holds parts; else it is a part
     * @param placeOf says where the parser's current token is
     */
    PartWalk(JsonParser parser, PartRules rules, boolean rootArray, Function<JsonParser, String> placeOf) {
        this.parser = parser;
        this.rules = rules;
        this.rootArray = rootArray;
        this.placeOf = placeOf;
    }

    /** An array or object that is gone through: how many names of the path lead to it, and what stood before in it. */
    private static final class Open {

        final boolean array;
        final int level;
        final ObjectNode around;
        final String name;
        final String place;
        final JsonTree.Budget budget = new JsonTree.Budget();
        final ObjectNode seen = NODES.objectNode();
        /** Of what stands before, here and further out: the parts depend on it. */
        final List<Fault> faults;

        boolean led;

        Open(boolean array, int level, ObjectNode around, List<Fault> faults, String name, String place) {
            this.array = array;
            this.level = level;
            this.around = around;
            this.faults = new ArrayList<>(faults);
            this.name = name;
            this.place = place;
        }

        /** What stands before the parts, here and further out. */
        ObjectNode header() {
            ObjectNode header = around.deepCopy();
            header.setAll(seen);
            return header;
        }
    }

    /** The next part; null when there is none any more. */
    DocumentPart next() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            DocumentPart part = open.isEmpty() ? root(token) : inside(open.peek(), token);
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    /** How many values at the root were begun. */
    long roots() {
        return roots;
    }

    /** Whether a value at the root was an array that is gone through. */
    boolean isInRootArray() {
        return inRootArray;
    }

    private DocumentPart root(JsonToken token) throws IOException {
        roots++;
        boolean through = roots == 1 && rootArray || !rules.each().isEmpty();
        inRootArray |= through && token == JsonToken.START_ARRAY;
        return value(token, 0, NODES.objectNode(), List.of(), "", through);
    }

    private DocumentPart inside(Open around, JsonToken token) throws IOException {
        if (token == JsonToken.END_ARRAY) {
            open.pop();
            return null;
        }
        if (token == JsonToken.END_OBJECT) {
            open.pop();
            return around.led ? null : new DocumentPart(around.seen, around.around, around.faults, around.place, null);
        }
        return around.array
                ? value(
                        token,
                        around.level,
                        around.around,
                        around.faults,
                        around.name,
                        around.level < rules.each().size())
                : field(around);
    }

    private DocumentPart field(Open around) throws IOException {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals(rules.each().get(around.level))) {
            around.led = true;
            return value(token, around.level + 1, around.header(), around.faults, name, true);
        }
        if (around.led || rules.drops(name, around.name)) {
            parser.skipChildren();
            return null;
        }
        JsonNode value = JsonTree.read(parser, rules, around.budget, name, around.faults);
        if (around.seen.has(name)) {
            around.faults.add(JsonTree.twice(name, name));
        } else {
            around.seen.set(name, value);
        }
        return null;
    }

    private DocumentPart value(
            JsonToken token, int level, ObjectNode around, List<Fault> faults, String name, boolean throughArray)
            throws IOException {
        String place = placeOf.apply(parser);
        if (token == JsonToken.START_ARRAY && throughArray) {
            open.push(new Open(true, level, around, faults, name, place));
            return null;
        }
        if (token == JsonToken.START_OBJECT && level < rules.each().size()) {
            open.push(new Open(false, level, around, faults, name, place));
            return null;
        }
        JsonTree tree = JsonTree.read(parser, rules, name);
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(tree.faults());
        return new DocumentPart(tree.value(), around, all, place, null);
    }
}
