package io.engageroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Does what {@code routes/TUTORIAL.md} tells its reader to do, in a folder of its own. */
public final class Tutorial {

    private final Path folder;

    /** @param folder an empty one, which gets a copy of {@code routes/} */
    public Tutorial(Path folder) throws IOException {
        this.folder = folder;
        copy(Path.of("routes"), routes());
    }

    public Path routes() {
        return folder.resolve("routes");
    }

    /** A file that the reader has written. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Does all of it, and compares nothing. */
    public void doAll() throws IOException {
        for (TutorialStep step : steps()) {
            run(step);
        }
    }

    /** Calls a command of the workbench on this folder and returns its exit status. */
    public int call(String... words) {
        return called(words).status();
    }

    static List<TutorialStep> steps() throws IOException {
        return TutorialStep.in(Path.of("routes/TUTORIAL.md"));
    }

    /** What the step prints. */
    String run(TutorialStep step) throws IOException {
        String[] words = step.command().split(" ");
        switch (words[0]) {
            case "cat" -> write(words, step.document());
            case "sed" -> replace(step.command());
            case "cp" -> copy(file(words[2]), file(words[3]));
            case "./engage-routes" -> {
                Called called = called(Stream.of(words).skip(1).toArray(String[]::new));
                return (called.out() + called.errors()).replace(folder + "/", "");
            }
            default -> throw new IllegalArgumentException("line " + step.line() + ": mark it by-hand: " + words[0]);
        }
        return "";
    }

    private Called called(String... words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(Files.exists(file(word)) ? file(word).toString() : word);
        }
        arguments.addAll(List.of("--routes", routes().toString()));
        return Called.with(arguments.toArray(String[]::new));
    }

    private void write(String[] words, String document) throws IOException {
        boolean more = words[1].equals(">>");
        Files.writeString(
                file(words[2]),
                document,
                StandardOpenOption.CREATE,
                more ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** {@code sed -i 's/old/new/' file}. */
    private void replace(String command) throws IOException {
        String[] parts = command.split("/", 4);
        Path file = file(parts[3].substring(parts[3].indexOf(' ') + 1));
        String before = Files.readString(file);
        assertThat(before).containsOnlyOnce(parts[1]);
        Files.writeString(file, before.replace(parts[1], parts[2]));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                Path copy = to.resolve(from.relativize(file).toString());
                try {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
