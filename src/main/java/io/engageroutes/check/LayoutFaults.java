package io.engageroutes.check;

import io.engageroutes.intake.layout.BrokenLayout;
import io.engageroutes.intake.shipped.ShippedFormats;
import io.engageroutes.intake.xml.WrongProfile;
import io.engageroutes.receipt.Fault;
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

/** Finds the line behind a fault of a layout, which names a key: in the file itself or in the one that it extends. */
final class LayoutFaults {

    private static final Pattern PLACE = Pattern.compile("[^,:]+[.](?:yaml|jslt|xslt?)[,:]? ?(.*)");
    private static final Pattern LINE = Pattern.compile("line (\\d+)(?:, column (\\d+))?.*");
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final Path routes;
    private final Map<Path, FolderFile> files = new LinkedHashMap<>();
    private final Map<Path, Part> roots = new LinkedHashMap<>();

    LayoutFaults(Path routes, List<FolderFile> files) {
        this.routes = routes;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    /** Keeps what it read, to find places in it. */
    void parse(FolderFile file, Consumer<Finding> findings) {
        Part root = YamlText.read(file.path(), file.text(), findings);
        if (root != null) {
            roots.put(file.path(), root);
        }
    }

    /** The file and all that it extends, from the top. */
    List<Path> chain(Path file) {
        Set<Path> chain = new LinkedHashSet<>();
        Path next = file;
        while (next != null && chain.add(next)) {
            Part root = roots.get(next);
            String base = root == null ? null : root.get("extends").text();
            next = base == null ? null : beside(next, base);
        }
        return List.copyOf(chain);
    }

    private Path beside(Path file, String base) {
        Path named = file.resolveSibling(base);
        return files.containsKey(named) ? named : file.resolveSibling(base + ".yaml");
    }

    /** Reads a layout as a source would, and says all that is wrong with it. */
    List<Finding> of(ShippedFormats formats, String format, String layout, Path file) {
        try {
            formats.format(format, layout);
            return List.of();
        } catch (WrongProfile wrong) {
            return all(wrong.faults(), file);
        } catch (BrokenLayout broken) {
            return all(broken.faults(), file);
        } catch (RuntimeException e) {
            return List.of(new Finding(
                    file,
                    0,
                    0,
                    "the format '" + format + "' cannot read it: "
                            + String.valueOf(e.getMessage()).replace(routes + "/", ""),
                    "mend it, or name another format"));
        }
    }

    private List<Finding> all(List<Fault> faults, Path file) {
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : faults) {
            Matcher place = PLACE.matcher(fault.place());
            String key = place.matches() ? place.group(1) : fault.place();
            Matcher line = LINE.matcher(key);
            String wrong = fault.value() == null
                    ? (key.isBlank() || line.matches() ? "is wrong" : "`" + key + "` is missing or wrong")
                    : "'" + fault.value() + "'" + (key.isBlank() || line.matches() ? "" : " as `" + key + "`");
            findings.add(
                    line.matches()
                            ? new Finding(
                                    file,
                                    Integer.parseInt(line.group(1)),
                                    line.group(2) == null ? 0 : Integer.parseInt(line.group(2)),
                                    wrong,
                                    fault.rule())
                            : at(file, key, fault, wrong));
        }
        return findings;
    }

    /** Where the key stands in the first file of the chain that has it; else where the group stands that should. */
    private Finding at(Path file, String key, Fault fault, String wrong) {
        Part best = null;
        int deepest = -1;
        int steps = steps(key).size();
        for (Path each : chain(file)) {
            Part part = roots.get(each);
            int depth = 0;
            for (String step : part == null ? List.<String>of() : steps(key)) {
                Part below = step.matches("\\d+") && part.isList()
                        ? item(part, Integer.parseInt(step))
                        : step.equals("0") ? part : part.get(step);
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
        }
        if (best == null || steps == 0) {
            return new Finding(file, 0, 0, wrong, fault.rule());
        }
        boolean value = deepest == steps && best.isText() && !fault.code().equals("unknown-key");
        return deepest == 0
                ? new Finding(file, 0, 0, wrong, fault.rule())
                : (value ? best : best.name()).wrong(wrong, fault.rule());
    }

    private static Part item(Part list, int at) {
        return at < list.items().size() ? list.items().get(at) : null;
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
