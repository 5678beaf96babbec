package io.engageroutes.workbench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A golden test: documents of a source and what must come out of them.
 *
 * @param source whose documents they are; the name of the folder above
 * @param name of the case; the name of its folder
 * @param folder that holds {@code input*} and {@code expected.json}
 */
public record RouteTest(String source, String name, Path folder) {

    static final String EXPECTED = "expected.json";

    /** The documents, in the order of their names. */
    List<Path> inputs() {
        return names(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith("input"))
                .filter(Files::isRegularFile)
                .toList();
    }

    public Path expected() {
        return folder.resolve(EXPECTED);
    }

    /** A table such as {@code stores.csv} beside the case, else beside its source's cases, else beside all, else the usual one. */
    Path table(String name, Path usual) {
        for (Path place = folder, top = folder.getParent().getParent(); ; place = place.getParent()) {
            if (Files.isRegularFile(place.resolve(name))) {
                return place.resolve(name);
            }
            if (place.equals(top)) {
                return usual;
            }
        }
    }

    /**
     * What came with the documents: {@code envelope.properties}, looked for as a table is; empty without one.
     *
     * @throws CannotTry when it cannot be read
     */
    Map<String, String> envelope() {
        Path file = table("envelope.properties", null);
        if (file == null) {
            return Map.of();
        }
        Properties envelope = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            envelope.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotTry(file + " cannot be read: " + e.getMessage());
        }
        return envelope.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, envelope::getProperty));
    }

    /** What is in a folder, sorted, without hidden files. */
    static List<Path> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotTry("the folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return source + "/" + name;
    }
}
