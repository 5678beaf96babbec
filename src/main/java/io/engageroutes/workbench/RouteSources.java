package io.engageroutes.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources in the route files, and how each is read: the parameters of {@code kamelet:queue-messages}. */
public final class RouteSources {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^:}]+)(?::([^}]*))?}}");

    private final Path routes;
    private final UnaryOperator<String> settings;
    private final Map<String, Set<SourceReading>> found = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private RouteSources(Path routes, UnaryOperator<String> settings) {
        this.routes = routes;
        this.settings = settings;
    }

    /**
     * Looks through a folder {@code routes}. A file that is no YAML hides no other; it is named when a source is not found.
     *
     * @param settings answers a placeholder such as {@code tills.layout}, or null when it is not set
     * @throws CannotTry when there is no such folder
     */
    public static RouteSources in(Path routes, UnaryOperator<String> settings) {
        RouteSources sources = new RouteSources(routes, settings);
        if (!Files.isDirectory(routes)) {
            throw new CannotTry("there is no folder " + routes
                    + " here: start in the folder that holds routes/, or name it with --routes");
        }
        try (Stream<Path> files = Files.walk(routes)) {
            files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml"))
                    .sorted()
                    .forEach(sources::look);
        } catch (IOException e) {
            throw new CannotTry("the folder " + routes + " cannot be read: " + e.getMessage());
        }
        return sources;
    }

    /** All names, sorted. */
    public Set<String> names() {
        return found.keySet();
    }

    /**
     * How the source is read.
     *
     * @throws CannotTry when no route queues its documents, naming those that there are, or when two do it in different ways
     */
    public SourceReading named(String source) {
        Set<SourceReading> readings = found.getOrDefault(source, Set.of());
        if (readings.size() > 1) {
            throw new CannotTry("the source '" + source + "' is read in " + readings.size()
                    + " ways; say with --format and --layout which: "
                    + String.join(", ", readings.stream().map(RouteSources::way).toList()));
        }
        return readings.stream().findFirst().orElseThrow(() -> unknown(source));
    }

    private static String way(SourceReading reading) {
        return reading.format() + (reading.hasLayout() ? " with " + reading.layout() : "") + " ("
                + reading.file().getFileName() + ")";
    }

    private CannotTry unknown(String source) {
        String there = found.isEmpty() ? "there are none" : "there are " + String.join(", ", names());
        String files = unreadable.isEmpty() ? "" : "\nnot read: " + String.join("\nnot read: ", unreadable);
        return new CannotTry(
                "there is no source '" + source + "' in " + routes.resolve("sources") + ": " + there + files);
    }

    private void look(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            List<JsonNode> routes = documents.readAll();
            Set<String> refusing = routes.stream()
                    .flatMap(route -> KameletUse.of("take-callback", route).stream())
                    .filter(use -> "refuse".equals(use.get("whenBroken")))
                    .map(use -> resolved(use.getOrDefault("source", "")))
                    .collect(Collectors.toSet());
            routes.forEach(route -> KameletUse.of("queue-messages", route).forEach(use -> enter(use, refusing, file)));
        } catch (JsonProcessingException e) {
            unreadable.add(
                    file + ": " + e.getOriginalMessage().lines().findFirst().orElse("no YAML"));
        } catch (IOException | RuntimeException e) {
            unreadable.add(file + ": " + e.getMessage());
        }
    }

    private void enter(Map<String, String> use, Set<String> refusing, Path file) {
        String source = resolved(use.getOrDefault("source", ""));
        String format = resolved(use.getOrDefault("format", ""));
        if (source.isBlank() || format.isBlank()) {
            unreadable.add(file + ": queue-messages needs the parameters source and format");
            return;
        }
        String layout = resolved(use.getOrDefault("layout", ""));
        found.computeIfAbsent(source, any -> new LinkedHashSet<>())
                .add(new SourceReading(
                        source,
                        format,
                        layout.isBlank() ? SourceReading.NO_LAYOUT : layout,
                        refusing.contains(source)
                                || resolved(use.getOrDefault("whenBroken", "")).equals("refuse"),
                        file));
    }

    private String resolved(String value) {
        Matcher placeholder = PLACEHOLDER.matcher(value);
        return placeholder.replaceAll(match -> {
            String set = settings.apply(match.group(1).strip());
            String otherwise = match.group(2) == null ? match.group() : match.group(2);
            return Matcher.quoteReplacement(set == null ? otherwise : set);
        });
    }
}
