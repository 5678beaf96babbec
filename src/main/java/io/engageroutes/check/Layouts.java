package io.engageroutes.check;

import io.engageroutes.intake.shipped.ShippedFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What sources say of format and layout, and every file in {@code layouts/}, read by the reader that will read it. */
final class Layouts {

    private static final String NONE = "none";

    private final Path routes;
    private final List<FolderFile> files;
    private final ShippedFormats formats;
    private final LayoutFaults faults;
    private final Consumer<Finding> findings;
    private final Map<Path, Set<String>> users = new LinkedHashMap<>();

    Layouts(Path routes, List<FolderFile> files, Consumer<Finding> findings) {
        this.routes = routes;
        this.files =
                files.stream().filter(file -> file.folder().equals("layouts")).toList();
        this.formats = new ShippedFormats(routes.resolve("layouts"));
        this.faults = new LayoutFaults(routes, this.files);
        this.findings = findings;
    }

    void check(List<Endpoint> endpoints) {
        endpoints.stream()
                .filter(endpoint -> "queue-receipts".equals(Kamelets.name(endpoint)))
                .forEach(this::use);
        Set<Path> broken = malformed();
        files.stream()
                .filter(file -> file.text() != null && !broken.contains(file.path()))
                .map(FolderFile::path)
                .forEach(this::read);
    }

    private void use(Endpoint endpoint) {
        Option format = endpoint.option("format").orElse(null);
        Option layout = endpoint.option("layout").orElse(null);
        if (format == null || format.value() == null || format.isResolvedLater()) {
            return;
        }
        Set<String> known = ShippedFormats.names();
        if (!known.contains(format.value())) {
            findings.accept(format.wrong(
                    "there is no format '" + format.value() + "'",
                    Nearest.meant(format.value(), known, "there are " + Nearest.list(known))));
            return;
        }
        if (layout != null && (layout.value() == null || layout.isResolvedLater())) {
            return;
        }
        String name = layout == null ? NONE : layout.value();
        Path file = formats.file(format.value(), name);
        if (file == null) {
            withoutFile(format, layout, name);
        } else if (!Files.isRegularFile(file)) {
            Set<String> there = named(format.value());
            findings.accept(layout.wrong(
                    "there is no layout '" + name + "'",
                    Nearest.meant(name, there, "a file " + routes.relativize(file.normalize()) + " is meant")));
        } else {
            users.computeIfAbsent(relative(file), any -> new TreeSet<>()).add(format.value());
            if (files.stream().noneMatch(each -> each.path().equals(relative(file)))) {
                faults.of(formats, format.value(), name, relative(file)).forEach(findings);
            }
        }
    }

    private Path relative(Path file) {
        return routes.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
    }

    private void withoutFile(Option format, Option layout, String name) {
        try {
            formats.format(format.value(), name);
        } catch (IllegalArgumentException e) {
            Set<String> there = named(format.value());
            if (layout == null) {
                findings.accept(format.wrong(
                        "the format '" + format.value() + "' needs a layout",
                        "add `layout`; there are " + Nearest.list(there)));
            } else {
                findings.accept(layout.wrong(
                        e.getMessage(), there.isEmpty() ? "take `layout` out" : "name one of " + Nearest.list(there)));
            }
        }
    }

    /** The layouts that a format could read, by the ending of their files. */
    private Set<String> named(String format) {
        Set<String> names = new TreeSet<>();
        for (FolderFile file : files) {
            String name = nameFor(format, file.path());
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** As a source would name the file; null when the format reads none of this ending. */
    private String nameFor(String format, Path file) {
        Path any = formats.file(format, "any");
        String ending = any == null ? null : any.getFileName().toString().substring("any".length());
        String path = Path.of("layouts").relativize(file).toString().replace('\\', '/');
        return ending == null || !path.endsWith(ending) ? null : path.substring(0, path.length() - ending.length());
    }

    /** A file that is no YAML is said once, and not again for each that extends it. */
    private Set<Path> malformed() {
        Set<Path> broken = new TreeSet<>();
        for (FolderFile file : files) {
            if (file.text() != null && file.name().endsWith(".yaml")) {
                List<Finding> own = new ArrayList<>();
                faults.parse(file, own::add);
                if (!own.isEmpty()) {
                    broken.add(file.path());
                    own.forEach(findings);
                }
            }
        }
        for (FolderFile file : files) {
            if (faults.chain(file.path()).stream().anyMatch(broken::contains)) {
                broken.add(file.path());
            }
        }
        return broken;
    }

    /** By the formats of the sources that name it; one that none names, by the format that fits it best. */
    private void read(Path file) {
        Set<String> declared = users.getOrDefault(file, Set.of());
        if (!declared.isEmpty()) {
            declared.forEach(format ->
                    faults.of(formats, format, nameFor(format, file), file).forEach(findings));
            return;
        }
        List<Finding> fewest = null;
        for (String format : ShippedFormats.names()) {
            String name = nameFor(format, file);
            if (name != null) {
                List<Finding> found = faults.of(formats, format, name, file);
                fewest = fewest == null || found.size() < fewest.size() ? found : fewest;
            }
        }
        if (fewest != null) {
            fewest.forEach(findings);
        }
    }
}
