package io.engageroutes.intake.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a document and where each stands. */
final class Header {

    private static final int ROOM = 4;

    private final List<String> names;
    private final String[] table;
    private final int[] tablePositions;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> twice = new ArrayList<>();

    Header(List<String> columns) {
        // the layout's names are interned too: a name is found by being the same
        this.names = columns.stream()
                .map(NumberPattern::stripped)
                .map(String::intern)
                .toList();
        this.table = new String[Integer.highestOneBit(names.size() + 1) * ROOM];
        this.tablePositions = new int[table.length];
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at);
            if (positions.putIfAbsent(name, at) == null) {
                int slot = slot(name);
                table[slot] = name;
                tablePositions[slot] = at;
            } else if (!name.isEmpty()) {
                twice.add(name);
            }
        }
    }

    /** Finds a name where its hash says, or behind; there is always room. */
    private int slot(String column) {
        int at = column.hashCode() & table.length - 1;
        while (table[at] != null && table[at] != column) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    /** From 0, or -1 when there is no such column. */
    int position(String column) {
        int slot = slot(column);
        if (table[slot] != null) {
            return tablePositions[slot];
        }
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
