package io.engageroutes.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that could not be read to their end: whatever is missing elsewhere may stand in them, and is not called missing. */
final class Unread {

    private final List<FolderFile> files;

    Unread(List<FolderFile> files, List<RouteFile> read) {
        Set<Path> good = read.stream()
                .filter(file -> file.findings().isEmpty())
                .map(RouteFile::file)
                .collect(Collectors.toSet());
        this.files = files.stream()
                .filter(file -> file.isRoutes() || file.isKamelet())
                .filter(file -> !good.contains(file.path()))
                .toList();
    }

    boolean mayHold(String name) {
        return files.stream()
                .anyMatch(file -> file.text() == null || file.text().contains(name));
    }
}
