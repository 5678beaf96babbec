package io.engageroutes.intake.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How receipts stand in the rows of a file; read from a YAML file in {@code routes/layouts}, whose README explains every key. */
public final class Layout {

    private final Dialect dialect;
    private final boolean typed;
    private final RecordTypes records;
    private final Grouping grouping;
    private final Mapping mapping;

    Layout(Dialect dialect, boolean typed, RecordTypes records, Grouping grouping, Mapping mapping) {
        this.dialect = dialect;
        this.typed = typed;
        this.records = records;
        this.grouping = grouping;
        this.mapping = mapping;
    }

    /** Opens a layout that another one extends. */
    @FunctionalInterface
    public interface Siblings {

        /**
         * @param fileName the name of a file beside the one that extends it, without a path
         * @return its content, or null when there is no such file
         */
        InputStream open(String fileName) throws IOException;
    }

    /**
     * Reads a layout and those beside it that it extends.
     *
     * @throws BrokenLayout with everything that is wrong
     * @throws IOException when the file cannot be read
     */
    public static Layout read(Path file) throws IOException {
        try (InputStream yaml = Files.newInputStream(file)) {
            return read(yaml, file.getFileName().toString(), name -> {
                Path sibling = file.resolveSibling(name);
                return Files.isRegularFile(sibling) ? Files.newInputStream(sibling) : null;
            });
        }
    }

    /**
     * Reads a layout that extends no other.
     *
     * @param fileName for messages
     * @throws BrokenLayout with everything that is wrong
     */
    public static Layout read(InputStream yaml, String fileName) {
        return read(yaml, fileName, name -> null);
    }

    /**
     * Reads a layout.
     *
     * @param fileName for messages
     * @param siblings opens what it extends
     * @throws BrokenLayout with everything that is wrong
     */
    public static Layout read(InputStream yaml, String fileName, Siblings siblings) {
        try {
            return LayoutReader.read(yaml, fileName, siblings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether there are types of record, so that a receipt begins with a header. */
    boolean isTyped() {
        return typed;
    }

    /** The types of record; null for a delimited file whose rows are alike: its columns are known when it is read. */
    RecordTypes records() {
        return records;
    }

    Grouping grouping() {
        return grouping;
    }

    Mapping mapping() {
        return mapping;
    }
}
