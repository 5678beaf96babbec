package io.engageroutes.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The golden tests in {@code routes/tests/SOURCE/CASE}. */
public final class RouteTests {

    private final Path folder;
    private final List<RouteTest> all = new ArrayList<>();

    private RouteTests(Path folder) {
        this.folder = folder;
    }

    /** @throws CannotTry when a folder cannot be read */
    public static RouteTests in(Path routes) {
        RouteTests tests = new RouteTests(routes.resolve("tests"));
        if (Files.isDirectory(tests.folder)) {
            for (Path source : folders(tests.folder)) {
                for (Path test : folders(source)) {
                    tests.all.add(new RouteTest(name(source), name(test), test));
                }
            }
        }
        return tests;
    }

    private static List<Path> folders(Path folder) {
        return RouteTest.names(folder).stream().filter(Files::isDirectory).toList();
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    public List<RouteTest> all() {
        return List.copyOf(all);
    }

    /**
     * The tests that are asked for, each once; all when none is.
     *
     * @param wanted each {@code SOURCE} or {@code SOURCE/CASE}
     * @throws CannotTry when one of them names no test
     */
    public List<RouteTest> named(List<String> wanted) {
        if (wanted.isEmpty()) {
            return all();
        }
        Set<RouteTest> found = new LinkedHashSet<>();
        for (String each : wanted) {
            String clean = each.replaceFirst("/+$", "");
            List<RouteTest> fitting = all.stream()
                    .filter(test ->
                            test.source().equals(clean) || test.toString().equals(clean))
                    .toList();
            if (fitting.isEmpty()) {
                throw new CannotTry("there is no test '" + each + "' in " + folder + ": "
                        + (all.isEmpty()
                                ? "there are none"
                                : "there are "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(RouteTest::toString)
                                                        .toList())));
            }
            found.addAll(fitting);
        }
        return List.copyOf(found);
    }

    /** Those of these sources that have no test. */
    public Set<String> untested(Set<String> sources) {
        Set<String> left = new TreeSet<>(sources);
        all.forEach(test -> left.remove(test.source()));
        return left;
    }
}
