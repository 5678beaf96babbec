package io.engageroutes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The files in {@code routes/} as plain YAML, for tests that hold them to the style guide. */
final class RouteFiles {

    static final Path FOLDER = Path.of("routes");

    private RouteFiles() {}

    /** A route or the template of a kamelet. */
    record Flow(Path file, String id, JsonNode yaml, JsonNode from) {

        @Override
        public String toString() {
            return file + ": " + id;
        }

        /** Everything between the ends of the flow, in the order in which it is written. */
        List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            walk(from.path("steps"), (kind, step) -> steps.add(new Step(kind, step)));
            return steps;
        }
    }

    /** One step, such as {@code to}, with what is written under it. */
    record Step(String kind, JsonNode yaml) {

        String uri() {
            return yaml.isTextual() && kind.startsWith("to")
                    ? yaml.asText()
                    : yaml.path("uri").asText();
        }

        /** The name that {@code direct} calls, or null. */
        String direct() {
            String uri = uri();
            return uri.equals("direct")
                    ? yaml.path("parameters").path("name").asText()
                    : uri.startsWith("direct:") ? uri.substring(7) : null;
        }
    }

    static List<Path> named(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Flow> routes() {
        List<Flow> routes = new ArrayList<>();
        for (Path file : named(".camel.yaml")) {
            for (JsonNode entry : read(file)) {
                if (entry.has("route")) {
                    JsonNode route = entry.path("route");
                    routes.add(new Flow(file, route.path("id").asText(), route, route.path("from")));
                }
            }
        }
        return routes;
    }

    static List<Flow> kamelets() {
        return named(".kamelet.yaml").stream()
                .map(file -> {
                    JsonNode yaml = read(file);
                    return new Flow(
                            file,
                            yaml.path("metadata").path("name").asText(),
                            yaml,
                            yaml.path("spec").path("template").path("from"));
                })
                .toList();
    }

    static List<Flow> all() {
        return Stream.concat(routes().stream(), kamelets().stream()).toList();
    }

    static List<JsonNode> configurations() {
        List<JsonNode> found = new ArrayList<>();
        named(".camel.yaml").forEach(file -> read(file).forEach(entry -> {
            if (entry.has("routeConfiguration")) {
                found.add(entry.path("routeConfiguration"));
            }
        }));
        return found;
    }

    /** Visits every step below the node, with its kind. */
    static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (node instanceof ArrayNode) {
            node.forEach(child -> walk(child, visitor));
        } else if (node.isObject()) {
            node.fields().forEachRemaining(field -> {
                visitor.accept(field.getKey(), field.getValue());
                walk(field.getValue(), visitor);
            });
        }
    }
}
