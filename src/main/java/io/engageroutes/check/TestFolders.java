package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A test is a folder {@code tests/SOURCE/CASE} with documents and what is expected of them; here only that these are there. */
final class TestFolders {

    private static final String EXPECTED = "expected.json";

    private final Path routes;
    private final Consumer<Finding> findings;

    private TestFolders(Path routes, Consumer<Finding> findings) {
        this.routes = routes;
        this.findings = findings;
    }

    /** @param sources the names of all sources */
    static void check(Path routes, Set<String> sources, Unread unread, Consumer<Finding> findings) {
        TestFolders tests = new TestFolders(routes, findings);
        for (Path source : tests.folders(routes.resolve("tests"))) {
            String name = source.getFileName().toString();
            if (!sources.contains(name) && !unread.mayHold(name)) {
                tests.say(
                        source,
                        "there is no source '" + name + "'",
                        Nearest.meant(
                                name,
                                sources,
                                "name the folder as the source that is tested: " + Nearest.list(sources)));
            }
            tests.folders(source).forEach(tests::test);
        }
    }

    private void test(Path test) {
        List<String> names =
                inside(test).stream().map(path -> path.getFileName().toString()).toList();
        if (names.stream().noneMatch(name -> name.startsWith("input"))) {
            say(test, "the test has no document", "put one into it, its name begins with input");
        }
        if (!names.contains(EXPECTED)) {
            say(test, "the test has no " + EXPECTED, "`engage-routes test --update` writes it; then read it through");
        }
    }

    private void say(Path folder, String wrong, String meant) {
        findings.accept(new Finding(routes.relativize(folder), 0, 0, wrong, meant));
    }

    private List<Path> folders(Path folder) {
        return Files.isDirectory(folder)
                ? inside(folder).stream().filter(Files::isDirectory).toList()
                : List.of();
    }

    private List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            say(folder, "cannot be read: " + e.getMessage(), "make it readable, or delete it");
            return List.of();
        }
    }
}
