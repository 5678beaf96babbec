package io.engageroutes.check;

import io.engageroutes.intake.shipped.ShippedFormats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every file in {@code layouts/}, read by the reader that will read it; those too that no source names. */
final class Layouts {

    private final Path routes;
    private final List<FolderFile> files;
    private final ShippedFormats formats;
    private final LayoutPlaces places = new LayoutPlaces();
    private final LayoutFaults faults;
    private final Consumer<Finding> findings;

    Layouts(Path routes, List<FolderFile> files, Consumer<Finding> findings) {
        this.routes = routes;
        this.files =
                files.stream().filter(file -> file.folder().equals("layouts")).toList();
        this.formats = new ShippedFormats(routes.resolve("layouts"));
        this.faults = new LayoutFaults(routes, places);
        this.findings = findings;
    }

    void check(List<Endpoint> endpoints) {
        List<LayoutUse> uses = endpoints.stream()
                .filter(endpoint -> "queue-messages".equals(Kamelets.name(endpoint)))
                .map(endpoint -> LayoutUse.of(endpoint, this, findings))
                .filter(Objects::nonNull)
                .toList();
        Set<Path> broken = malformed();
        Set<Path> all = files.stream()
                .map(FolderFile::path)
                .filter(file -> !isSettings(file))
                .map(this::mappingOf)
                .collect(Collectors.toCollection(TreeSet::new));
        uses.forEach(use -> all.add(use.file()));
        all.stream().filter(file -> !broken.contains(file)).forEach(file -> read(file, uses));
    }

    /** The settings of a mapping stand beside it as {@code <mapping>.yaml}, and are read with it. */
    private boolean isSettings(Path file) {
        Path mapping = file.resolveSibling(file.getFileName().toString().replaceFirst("[.]yaml$", ""));
        boolean settings = mapping.toString().matches(".*[.](jslt|xslt)");
        if (settings && !mapping.equals(file) && places.extendsAnother(file)) {
            return false;
        }
        if (settings
                && !mapping.equals(file)
                && files.stream().noneMatch(each -> each.path().equals(mapping))) {
            findings.accept(new Finding(
                    file,
                    0,
                    0,
                    "there is no mapping " + mapping.getFileName() + " beside these settings",
                    "write it, or delete this file"));
        }
        return settings && !mapping.equals(file);
    }

    /** Of settings that extend another mapping: the name by which a source reads them. */
    private Path mappingOf(Path file) {
        return file.toString().matches(".*[.](jslt|xslt)[.]yaml")
                ? file.resolveSibling(file.getFileName().toString().replaceFirst("[.]yaml$", ""))
                : file;
    }

    ShippedFormats formats() {
        return formats;
    }

    /** Relative to {@code routes}. */
    Path relative(Path file) {
        return routes.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize());
    }

    /** The layouts that a source of the format could name. */
    Set<String> readableBy(String format) {
        return files.stream()
                .map(file -> name(format, mappingOf(file.path())))
                .filter(name -> name != null && formats.wrongWith(format, name) == null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(String format, Path file) {
        return ShippedFormats.named(format, Path.of("layouts").relativize(file));
    }

    /** A file that is no YAML is said once, and not again for each that extends it. */
    private Set<Path> malformed() {
        Set<Path> broken = new TreeSet<>();
        for (FolderFile file : files) {
            List<Finding> own = new ArrayList<>();
            if (file.text() != null && file.name().endsWith(".yaml")) {
                places.parse(file, own::add);
            }
            if (file.text() == null || !own.isEmpty()) {
                broken.add(file.path());
                own.forEach(findings);
            }
        }
        Set<Path> touched = new TreeSet<>(broken);
        files.stream()
                .map(FolderFile::path)
                .filter(file -> places.chain(file).stream().anyMatch(broken::contains))
                .forEach(touched::add);
        return touched;
    }

    private void read(Path file, List<LayoutUse> uses) {
        Set<String> declared = formats(uses, file::equals);
        if (declared.isEmpty() && fitting(file) == null) {
            faults(likeliest(file, uses), file).forEach(findings);
        }
        for (String format : declared) {
            List<Finding> found = faults(format, file);
            String other = found.isEmpty() ? null : fitting(file);
            if (other == null) {
                found.forEach(findings);
            } else {
                uses.stream()
                        .filter(use -> use.isOf(format, file))
                        .forEach(use -> findings.accept(use.wrongFormat(other)));
            }
        }
    }

    private List<Finding> faults(String format, Path file) {
        String name = format == null ? null : name(format, file);
        return name == null ? List.of() : faults.of(formats, format, name, file);
    }

    /** The formats that read files of this ending. */
    private List<String> able(Path file) {
        return ShippedFormats.names().stream()
                .filter(format -> name(format, file) != null)
                .toList();
    }

    /** A format that reads the file without fault, or null. */
    private String fitting(Path file) {
        return able(file).stream()
                .filter(format -> faults(format, file).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** For a file that no source names: as one that it extends, or one beside it; else whichever finds the fewest faults. */
    private String likeliest(Path file, List<LayoutUse> uses) {
        Set<String> related = formats(
                uses,
                each -> places.chain(file).contains(each) || places.chain(each).contains(file));
        Set<String> near = formats(uses, each -> Objects.equals(each.getParent(), file.getParent()));
        return Stream.of(related, near)
                .filter(some -> some.size() == 1)
                .flatMap(Set::stream)
                .filter(able(file)::contains)
                .findFirst()
                .orElseGet(() -> able(file).stream()
                        .min(Comparator.comparing(format -> faults(format, file).size()))
                        .orElse(null));
    }

    private static Set<String> formats(List<LayoutUse> uses, Predicate<Path> file) {
        return uses.stream()
                .filter(use -> file.test(use.file()))
                .map(LayoutUse::format)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
