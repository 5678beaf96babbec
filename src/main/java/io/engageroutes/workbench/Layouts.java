package io.engageroutes.workbench;

import io.engageroutes.intake.shipped.ShippedFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The layouts, profiles and mappings that there are for a format. */
public final class Layouts {

    private final Path folder;
    private final ShippedFormats formats;

    /** @param routes the folder {@code routes} */
    public Layouts(Path routes) {
        this.folder = routes.resolve("layouts");
        this.formats = new ShippedFormats(folder);
    }

    /** The formats that there are. */
    public static Set<String> formats() {
        return ShippedFormats.names();
    }

    /** @throws CannotTry when there is no such format, naming those that there are */
    public static void requireFormat(String format) {
        if (!formats().contains(format)) {
            throw new CannotTry("there is no format '" + format + "': there are " + String.join(", ", formats()));
        }
    }

    /** Whether documents of the format are read by a layout. */
    public boolean isTakenBy(String format) {
        return formats.file(format, "any") != null;
    }

    /** Whether the format cannot be read without one. */
    public boolean isNeededBy(String format) {
        return isTakenBy(format) && wrongWith(format, SourceReading.NO_LAYOUT) != null;
    }

    /** The file behind a layout's name, whether it is there or not. */
    Path file(String format, String layout) {
        return formats.file(format, layout);
    }

    /** Whether a file beside this one may say {@code extends} and only what differs; a mapping is a program and cannot. */
    public boolean isExtendable(String format) {
        Path file = formats.file(format, "any");
        return file != null && file.toString().endsWith(".yaml");
    }

    /** Names of the layouts that the format's reader takes. */
    public List<String> of(String format) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> ShippedFormats.named(format, folder.relativize(file)))
                    .filter(name -> name != null && wrongWith(format, name) == null)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotTry("the folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** Why the format's reader does not take the layout, or null when it does. */
    String wrongWith(String format, String layout) {
        return formats.wrongWith(format, layout);
    }
}
