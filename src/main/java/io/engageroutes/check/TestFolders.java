package io.engageroutes.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A test of a source is a folder with what comes in and what is expected of it; here only that both are there. */
final class TestFolders {

    private static final List<String> WANTED = List.of("input", "expected");

    private TestFolders() {}

    static void check(Path routes, Consumer<Finding> findings) {
        Path tests = routes.resolve("tests");
        if (!Files.isDirectory(tests)) {
            return;
        }
        try (Stream<Path> folders = Files.walk(tests)) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(tests))
                    .filter(folder ->
                            WANTED.stream().noneMatch(folder.getFileName().toString()::startsWith))
                    .forEach(folder -> folder(routes, folder, findings));
        } catch (IOException e) {
            findings.accept(
                    new Finding(Path.of("tests"), 0, 0, "cannot be read: " + e.getMessage(), "make it readable"));
        }
    }

    private static void folder(Path routes, Path folder, Consumer<Finding> findings) {
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> all = inside.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .toList();
            Set<String> names =
                    all.stream().map(path -> path.getFileName().toString()).collect(Collectors.toSet());
            boolean onlyFolders = all.stream().allMatch(Files::isDirectory) && !all.isEmpty();
            List<String> missing = WANTED.stream()
                    .filter(wanted -> names.stream().noneMatch(name -> name.startsWith(wanted)))
                    .toList();
            if (!missing.isEmpty() && !(onlyFolders && missing.size() == WANTED.size())) {
                findings.accept(new Finding(
                        routes.relativize(folder),
                        0,
                        0,
                        "the test has no " + String.join(" and no ", missing),
                        "put into it the documents as input..., and what is to come of them as expected..."));
            }
        } catch (IOException e) {
            findings.accept(new Finding(
                    routes.relativize(folder), 0, 0, "cannot be read: " + e.getMessage(), "make it readable"));
        }
    }
}
