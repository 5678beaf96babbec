package io.engageroutes.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Looks through the files below {@code routes/} as text, without loading one; keeps what it read for the next time. */
public final class RoutesCheck implements Checker {

    static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::column)
            .thenComparing(Finding::wrong);

    private final Surroundings surroundings;
    private final RouteFileReader reader = new RouteFileReader();
    private final Components components = new Components();

    public RoutesCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public List<Finding> check(Path routes) {
        return look(routes).findings();
    }

    /** The files, and what was found in them. */
    record Seen(List<FolderFile> files, List<RouteFile> routes, List<Finding> findings) {}

    Set<String> components() {
        return components.names();
    }

    synchronized Seen look(Path routes) {
        Set<Finding> found = new LinkedHashSet<>();
        List<FolderFile> files = Folder.read(routes, found::add);
        FileNames.check(files, found::add);
        List<RouteFile> read = reader.read(files);
        read.forEach(file -> found.addAll(file.findings()));
        Unread unread = new Unread(files, read);
        elements(read, unread, found::add);
        List<Endpoint> endpoints = endpoints(read);
        endpoints(endpoints, read, unread, found::add);
        new Layouts(routes, files, found::add).check(endpoints);
        Tables.check(files, found::add);
        TestFolders.check(routes, Sources.names(endpoints), unread, found::add);
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(BY_PLACE);
        return new Seen(files, read, sorted);
    }

    private void elements(List<RouteFile> files, Unread unread, Consumer<Finding> findings) {
        Ids.check(files, unread, findings);
        KameletFiles.check(files, findings);
        Beans beans = new Beans(Beans.known(surroundings, files), components, findings);
        ClassNames classes = new ClassNames(findings);
        Expressions expressions = new Expressions(components, findings);
        Safety safety = new Safety(findings);
        Placeholders placeholders = new Placeholders(surroundings, findings);
        for (RouteFile file : files) {
            placeholders.check(file);
            for (Element element : file.elements()) {
                beans.check(element);
                classes.check(element);
                expressions.check(element);
                safety.check(element);
            }
        }
    }

    private static List<Endpoint> endpoints(List<RouteFile> files) {
        return files.stream()
                .flatMap(file -> file.elements().stream())
                .map(Endpoint::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private void endpoints(List<Endpoint> endpoints, List<RouteFile> files, Unread unread, Consumer<Finding> findings) {
        Map<String, Class<?>> known = Beans.known(surroundings, files);
        Beans beans = new Beans(known, components, findings);
        EndpointOptions options = new EndpointOptions(components, findings);
        Expressions expressions = new Expressions(components, findings);
        Kamelets kamelets = new Kamelets(files, unread, findings);
        Safety safety = new Safety(findings);
        for (Endpoint endpoint : endpoints) {
            options.check(endpoint);
            kamelets.use(endpoint);
            beans.check(endpoint);
            expressions.check(endpoint);
            safety.check(endpoint);
        }
        new Pairs(surroundings, unread, findings).check(endpoints, files);
        new Sources(findings).check(endpoints);
        new Callbacks(surroundings, unread, findings).check(endpoints);
    }
}
