package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a document and where each stands. */
final class Header {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    Header(List<String> columns) {
        this.names = columns.stream().map(NumberPattern::stripped).toList();
        for (int i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(names.get(i), i) != null && !names.get(i).isEmpty()) {
                twice.add(names.get(i));
            }
        }
    }

    /** From 0, or -1 when there is no such column. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    /** Columns that stand here more than once, so that nobody can tell which one counts. */
    List<String> twice() {
        return twice;
    }

    List<String> missing(Collection<String> needed) {
        return needed.stream().filter(column -> !positions.containsKey(column)).toList();
    }
}
