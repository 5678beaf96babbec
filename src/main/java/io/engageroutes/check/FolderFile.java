package io.engageroutes.check;

import java.nio.file.Path;

/**
 * A file below {@code routes/}.
 *
 * @param path relative to that folder
 * @param text null when its bytes are no UTF-8
 */
record FolderFile(Path path, String text) {

    String name() {
        return path.getFileName().toString();
    }

    /** The name of the folder below {@code routes/}, or an empty one. */
    String folder() {
        return path.getNameCount() == 1 ? "" : path.getName(0).toString();
    }

    boolean isRoutes() {
        return name().endsWith(".camel.yaml");
    }

    boolean isKamelet() {
        return name().endsWith(".kamelet.yaml");
    }
}
