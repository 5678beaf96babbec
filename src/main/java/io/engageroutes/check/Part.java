package io.engageroutes.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A part of a YAML file, which knows where it stands. One that is missing stands where the part around it stands. */
final class Part {

    private final Path file;
    private final Node key;
    private final Node value;
    private final Optional<Mark> place;

    private Part(Path file, Node key, Node value, Optional<Mark> place) {
        this.file = file;
        this.key = key;
        this.value = value;
        this.place = place;
    }

    static Part root(Path file, Node value) {
        return new Part(file, null, value, value.getStartMark());
    }

    /** A key and what stands under it. */
    record Entry(Part key, Part value) {}

    Path file() {
        return file;
    }

    boolean isMissing() {
        return value == null;
    }

    boolean isText() {
        return value instanceof ScalarNode && !isEmpty();
    }

    /** A key with nothing behind it. */
    boolean isEmpty() {
        return value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    boolean isGroup() {
        return value instanceof MappingNode;
    }

    boolean isList() {
        return value instanceof SequenceNode;
    }

    /** What is written here, or null when it is not one value. */
    String text() {
        return value instanceof ScalarNode scalar && !isEmpty() ? scalar.getValue() : null;
    }

    String text(String otherwise) {
        return text() == null ? otherwise : text();
    }

    /** The key that this stands under, or this itself in a list. */
    Part name() {
        return key == null ? this : new Part(file, null, key, key.getStartMark());
    }

    Part get(String name) {
        return entries().stream()
                .filter(entry -> name.equals(entry.key().text()))
                .findFirst()
                .map(Entry::value)
                .orElseGet(() -> new Part(file, key, null, name().place));
    }

    boolean has(String name) {
        return !get(name).isMissing();
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        if (value instanceof MappingNode group) {
            for (NodeTuple pair : group.getValue()) {
                Node name = pair.getKeyNode();
                Node under = pair.getValueNode();
                entries.add(new Entry(
                        new Part(file, null, name, name.getStartMark()),
                        new Part(file, name, under, under.getStartMark())));
            }
        }
        return entries;
    }

    List<Part> items() {
        List<Part> items = new ArrayList<>();
        if (value instanceof SequenceNode list) {
            list.getValue().forEach(item -> items.add(new Part(file, null, item, item.getStartMark())));
        }
        return items;
    }

    Node node() {
        return value;
    }

    int line() {
        return place.map(Mark::getLine).orElse(-1) + 1;
    }

    int column() {
        return place.map(Mark::getColumn).orElse(-1) + 1;
    }

    Finding wrong(String wrong, String meant) {
        return new Finding(file, line(), column(), wrong, meant);
    }

    /** At a word inside the text, when that stands on one line. */
    Finding wrongAt(String word, String wrong, String meant) {
        int at = text() == null || !isOneLine() ? -1 : text().indexOf(word);
        return new Finding(file, line(), column() + (at < 0 ? 0 : at + openingQuote()), wrong, meant);
    }

    private boolean isOneLine() {
        return value.getStartMark().map(Mark::getLine).equals(value.getEndMark().map(Mark::getLine));
    }

    private int openingQuote() {
        return value instanceof ScalarNode scalar && !scalar.isPlain() ? 1 : 0;
    }
}
