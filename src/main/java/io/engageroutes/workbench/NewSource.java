package io.engageroutes.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes what a new source needs: its route, its layout where it has one of its own, its stores, and a golden test. Checks all of
 * it first, and writes over nothing.
 */
public final class NewSource {

    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_NAME = 40;
    private static final long LARGEST_SAMPLE = 5L << 20;

    private final Path routes;
    private final Wish wish;
    private final Layouts layouts;
    private final List<Path> written = new ArrayList<>();

    /**
     * What is wanted.
     *
     * @param format such as {@code delimited}
     * @param layout an existing one that fits as it is, or null
     * @param base the layout that one of its own extends, or null
     * @param sample a document of the source, or null
     * @param stores to be added to the register
     */
    public record Wish(
            String name, String format, String layout, String base, WayIn from, Path sample, List<NewStore> stores) {}

    /**
     * @param taken the sources that there are
     * @throws CannotTry with what is wrong with the wish
     */
    public NewSource(Path routes, Set<String> taken, Wish wish) {
        this.routes = routes;
        this.wish = wish;
        this.layouts = new Layouts(routes);
        requireName(wish.name(), taken);
        requireFormat();
        requireSample();
        requireFree(route());
        requireFree(test());
        if (wish.base() != null) {
            requireFree(ownLayout());
        }
    }

    /**
     * Says whether a source may be called so.
     *
     * @throws CannotTry when it may not
     */
    public static void requireName(String name, Set<String> taken) {
        if (!name.matches(NAME) || name.length() > LONGEST_NAME) {
            throw new CannotTry("the name '" + name
                    + "' must be kebab-case, lower-case letters and digits with single hyphens, at" + " most "
                    + LONGEST_NAME + " characters, such as till-nord: it becomes part of the ids of its receipts");
        }
        if (taken.contains(name)) {
            throw new CannotTry("there is a source '" + name + "' already: choose another name");
        }
    }

    private void requireFormat() {
        Layouts.requireFormat(wish.format());
        if (wish.layout() != null && wish.base() != null) {
            throw new CannotTry("name a layout to be used as it is, or one to be extended, not both");
        }
        String named = wish.layout() == null ? wish.base() : wish.layout();
        if (named == null && layouts.isNeededBy(wish.format())) {
            throw new CannotTry(
                    "the format " + wish.format() + " needs a layout, to be used or to be extended: there are "
                            + String.join(", ", layouts.of(wish.format())));
        }
        String wrong = named == null ? null : layouts.wrongWith(wish.format(), named);
        if (wrong != null) {
            throw new CannotTry(wrong);
        }
        if (wish.base() != null && !layouts.isExtendable(wish.format())) {
            throw new CannotTry("a mapping cannot be extended: copy " + layouts.file(wish.format(), wish.base())
                    + ", change the copy and name it as the layout");
        }
    }

    private void requireSample() {
        try {
            if (wish.sample() != null && Files.size(wish.sample()) > LARGEST_SAMPLE) {
                throw new CannotTry(wish.sample() + " has more than " + (LARGEST_SAMPLE >> 20)
                        + " MiB: a golden test is read by people, so cut it down to a few receipts");
            }
        } catch (IOException e) {
            throw new CannotTry("there is no file " + wish.sample() + " that can be read");
        }
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new CannotTry(file + " is there already, and nothing is written over");
        }
    }

    private Path route() {
        return routes.resolve("sources").resolve(wish.name() + ".camel.yaml");
    }

    private Path ownLayout() {
        Path base = layouts.file(wish.format(), wish.base());
        return base.resolveSibling(wish.name() + ".yaml");
    }

    /** The name under which the route names the layout. */
    private String layoutName() {
        if (wish.base() == null) {
            return wish.layout() == null ? SourceReading.NO_LAYOUT : wish.layout();
        }
        int folder = wish.base().lastIndexOf('/') + 1;
        return wish.base().substring(0, folder) + wish.name();
    }

    private Path test() {
        return routes.resolve("tests").resolve(wish.name()).resolve("sample");
    }

    /**
     * Writes the files and returns them; without {@code expected.json}, which is a test's own to write.
     *
     * @throws CannotTry when one cannot be written
     */
    public List<Path> write() {
        try {
            if (wish.base() != null) {
                writeLayout();
            }
            NewStore.add(wish.stores(), routes.resolve("data/stores.csv")).ifPresent(written::add);
            create(route(), template());
            if (wish.sample() != null) {
                Path input = test().resolve(
                                "input" + ending(wish.sample().getFileName().toString()));
                Files.createDirectories(test());
                Files.copy(wish.sample(), input);
                written.add(input);
            }
            return List.copyOf(written);
        } catch (IOException e) {
            throw new CannotTry(
                    "cannot be written: " + e + (written.isEmpty() ? "" : "; written before that: " + written));
        }
    }

    /** The golden test that was written, or null. */
    public RouteTest sampleTest() {
        return wish.sample() == null ? null : new RouteTest(wish.name(), "sample", test());
    }

    /** All endings, so that {@code day.csv.gz} stays a packed CSV file. */
    private static String ending(String fileName) {
        int dot = fileName.indexOf('.', 1);
        return dot < 0 ? "" : fileName.substring(dot);
    }

    private void writeLayout() throws IOException {
        String base = wish.base().substring(wish.base().lastIndexOf('/') + 1);
        // in quotes, since YAML reads the layout no as false
        create(
                ownLayout(),
                "# How " + wish.name() + " writes its receipts, as far as it differs from " + base + ".\n"
                        + "# Every key is explained there and in the README of routes/layouts.\nextends: \"" + base
                        + "\"\n");
    }

    private String template() throws IOException {
        String resource = "/workbench/" + wish.from().name().toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream in = NewSource.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String whole = layoutName().equals(SourceReading.NO_LAYOUT)
                    ? text.replaceAll(" *layout: @layout@\n", "")
                    : text.replace("@layout@", layoutName());
            return whole.replace("@name@", wish.name())
                    .replace("@type@", WayIn.contentType(wish.format()))
                    .replace("@format@", wish.format());
        }
    }

    private void create(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        written.add(file);
    }
}
