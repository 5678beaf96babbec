package io.engageroutes.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks through the files below {@code routes/} as text, without loading one; keeps what it read for the next time. */
public final class RoutesCheck implements Checker {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::column)
            .thenComparing(Finding::wrong);

    private final Surroundings surroundings;
    private final RouteFileReader reader = new RouteFileReader();

    public RoutesCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public List<Finding> check(Path routes) {
        Set<Finding> found = new LinkedHashSet<>();
        List<FolderFile> files = Folder.read(routes, found::add);
        FileNames.check(files, found::add);
        List<RouteFile> read = reader.read(files);
        read.forEach(file -> found.addAll(file.findings()));
        Ids.check(read, found::add);
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        return sorted;
    }
}
