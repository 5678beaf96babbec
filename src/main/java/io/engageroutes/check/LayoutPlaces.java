package io.engageroutes.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a key of a layout stands: in its file, or in one that this extends. */
final class LayoutPlaces {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final Map<Path, Part> roots = new LinkedHashMap<>();

    /** Keeps what it read, to find places in it. */
    void parse(FolderFile file, Consumer<Finding> findings) {
        Part root = YamlText.read(file.path(), file.text(), findings);
        if (root != null) {
            roots.put(file.path(), root);
        }
    }

    /** A file beside another one; that one when there is none. */
    Path beside(Path file, String name) {
        Path named = file.resolveSibling(Path.of(name).getFileName());
        return roots.containsKey(named) ? named : file;
    }

    /** Whether it says {@code extends}. */
    boolean extendsAnother(Path file) {
        Part root = roots.get(file);
        return root != null && root.get("extends").text() != null;
    }

    /** The file and all that it extends. */
    List<Path> chain(Path file) {
        Set<Path> chain = new LinkedHashSet<>();
        Path next = file;
        while (next != null && chain.add(next)) {
            Part root = roots.get(next);
            String base = root == null ? null : root.get("extends").text();
            next = base == null ? null : file.resolveSibling(base.endsWith(".yaml") ? base : base + ".yaml");
        }
        return List.copyOf(chain);
    }

    /**
     * What stands at a key, or the group in which it is missing; null when nothing of it is there. Groups are merged with those
     * of a base; a list replaces the base's.
     *
     * @param key such as {@code discounts[0].amount}
     * @param value the item that is meant when a list stands at the key; may be null
     */
    Part of(Path file, String key, String value) {
        List<String> steps = steps(key);
        Part best = null;
        int deepest = 0;
        for (Path each : chain(file)) {
            Part part = roots.get(each);
            boolean decided = false;
            int depth = 0;
            while (part != null && depth < steps.size()) {
                Part below = below(part, steps.get(depth));
                decided |= part.isList();
                if (below == null || below.isMissing()) {
                    break;
                }
                part = below;
                depth++;
            }
            if (part != null && depth > deepest) {
                best = part;
                deepest = depth;
            }
            if (decided || deepest == steps.size()) {
                break;
            }
        }
        return best != null && deepest == steps.size() ? itemOf(best, value) : best;
    }

    /** A single group counts as a list of one. */
    private static Part below(Part part, String step) {
        if (!step.matches("\\d+")) {
            return part.get(step);
        }
        int at = Integer.parseInt(step);
        if (!part.isList()) {
            return at == 0 ? part : null;
        }
        return at < part.items().size() ? part.items().get(at) : null;
    }

    private static Part itemOf(Part part, String value) {
        return part.items().stream()
                .filter(item -> value != null && value.equals(item.text()))
                .findFirst()
                .orElse(part);
    }

    private static List<String> steps(String key) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(key);
        while (step.find()) {
            steps.add(step.group(1) == null ? step.group(2) : step.group(1));
        }
        return steps;
    }
}
