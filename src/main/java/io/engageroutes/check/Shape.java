package io.engageroutes.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may stand at a place of a route file: a value, a list, a group of keys, or more than one of these. */
final class Shape {

    /** Camel's name of it without the package, such as {@code ToDefinition}; null when it has none. */
    final String kind;

    /** The type of a value: string, boolean, number, integer; null when no value may stand here. */
    String value;

    /** What the items of a list are; null when no list may stand here. */
    Shape item;

    boolean group;
    boolean anyKey;
    int mostKeys = Integer.MAX_VALUE;
    final Map<String, Shape> keys = new LinkedHashMap<>();
    final Map<String, String> says = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final Set<String> words = new LinkedHashSet<>();
    final List<Choice> choices = new ArrayList<>();

    Shape(String kind) {
        this.kind = kind;
    }

    /** Keys of which at most one may stand; exactly one when needed. */
    record Choice(Set<String> names, boolean needed) {}

    boolean isAnything() {
        return value == null && item == null && !group;
    }
}
