package io.engageroutes.intake.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a reader leaves out while it reads, so that it never reaches memory, a queue or a dead letter.
 *
 * <p>An entry is {@code Name}, {@code Parent/Name}, {@code @Attribute} or {@code Element/@Attribute}; what is to be kept after all is
 * said the same way and wins.
 */
public final class DropList {

    /** Drops nothing. */
    public static final DropList NONE = new DropList(List.of(), List.of());

    /** @param parent the element around it, or null for any */
    private record Entry(String parent, boolean keep) {}

    private final Map<String, List<Entry>> elements = new HashMap<>();
    private final Map<String, List<Entry>> attributes = new HashMap<>();

    public DropList(List<String> drop, List<String> keep) {
        drop.forEach(entry -> add(entry, false));
        keep.forEach(entry -> add(entry, true));
    }

    /** Null when the entry is well written, else what is wrong. */
    public static String faultOf(String entry) {
        return entry.matches("([\\w.-]+/)?@?[\\w.-]+")
                ? null
                : "write Name, Parent/Name, @Attribute or Element/@Attribute, without prefixes";
    }

    private void add(String entry, boolean keep) {
        int slash = entry.indexOf('/');
        String parent = slash < 0 ? null : entry.substring(0, slash);
        String name = entry.substring(slash + 1);
        boolean attribute = name.startsWith("@");
        (attribute ? attributes : elements)
                .computeIfAbsent(attribute ? name.substring(1) : name, any -> new ArrayList<>())
                .add(new Entry(parent, keep));
    }

    /** Whether the element is left out; {@code parent} is the one around it. */
    public boolean dropsElement(String name, String parent) {
        return drops(elements.get(name), parent);
    }

    boolean dropsAttribute(String name, String element) {
        return drops(attributes.get(name), element);
    }

    private static boolean drops(List<Entry> entries, String parent) {
        if (entries == null) {
            return false;
        }
        boolean drops = false;
        for (Entry entry : entries) {
            if (entry.parent() == null || entry.parent().equals(parent)) {
                if (entry.keep()) {
                    return false;
                }
                drops = true;
            }
        }
        return drops;
    }
}
