package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The kamelets of the folder, and how routes use them. */
final class Kamelets {

    private static final Set<String> INSIDE = Set.of("source", "sink");
    private static final Set<String> TYPES = Set.of("source", "sink", "action");

    private final Map<String, Part> known = new TreeMap<>();
    private final Unread unread;
    private final Consumer<Finding> findings;

    Kamelets(List<RouteFile> files, Unread unread, Consumer<Finding> findings) {
        this.unread = unread;
        this.findings = findings;
        for (RouteFile file : files) {
            file.owners().stream().filter(owner -> owner.is(Owner.KAMELET)).forEach(kamelet -> {
                if (kamelet.id() != null) {
                    known.put(kamelet.id(), kamelet.part());
                }
            });
        }
    }

    /** The name of the kamelet that an endpoint uses, or null. */
    static String name(Endpoint endpoint) {
        String name = endpoint.scheme().equals("kamelet") ? endpoint.called("templateId") : null;
        return name == null || name.isBlank() ? null : name;
    }

    void use(Endpoint endpoint) {
        if (!endpoint.scheme().equals("kamelet")) {
            return;
        }
        String name = name(endpoint);
        boolean inside =
                name != null && INSIDE.contains(name) && endpoint.owner().is(Owner.KAMELET);
        if (inside) {
            return;
        }
        Part kamelet = name == null ? null : known.get(name);
        if (kamelet == null) {
            if (name != null && unread.mayHold(name)) {
                return;
            }
            findings.accept(endpoint.uri()
                    .wrong(
                            name == null ? "no kamelet is named" : "there is no kamelet '" + name + "'",
                            name == null
                                    ? "name it in the uri, such as kamelet:sftp-documents"
                                    : Nearest.meant(
                                            name, known.keySet(), "there are " + Nearest.list(known.keySet()))));
            return;
        }
        direction(endpoint, name, kamelet);
        parameters(endpoint, name, kamelet.get("spec").get("definition"));
    }

    private void direction(Endpoint endpoint, String name, Part kamelet) {
        String type = type(kamelet).text("");
        if (TYPES.contains(type) && type.equals("source") != endpoint.consumer()) {
            findings.accept(endpoint.uri()
                    .wrong(
                            endpoint.consumer()
                                    ? "a route cannot begin with '" + name + "'"
                                    : "'" + name + "' is no step",
                            endpoint.consumer()
                                    ? "use it as a step, under `to`; begin with a kamelet of type source"
                                    : "it is a source; begin a route with it, under `from`"));
        }
    }

    static Part type(Part kamelet) {
        return kamelet.get("metadata").get("labels").get("camel.apache.org/kamelet.type");
    }

    private void parameters(Endpoint endpoint, String name, Part definition) {
        Part properties = definition.get("properties");
        Set<String> names = properties.entries().stream()
                .map(entry -> entry.key().text(""))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Option option : endpoint.options()) {
            if (option.name().equals("templateId") || option.name().equals("routeId")) {
                continue;
            }
            if (!names.contains(option.name())) {
                findings.accept(option.unknown(
                        "`" + option.name() + "` is no parameter of " + name,
                        Nearest.meant(option.name(), names, "it has " + Nearest.list(names))));
            } else {
                value(option, properties.get(option.name()));
            }
        }
        for (Part required : endpoint.isComplete() ? definition.get("required").items() : List.<Part>of()) {
            if (endpoint.option(required.text("")).isEmpty()) {
                findings.accept(endpoint.uri()
                        .wrong(
                                name + " is not told `" + required.text() + "`",
                                "add it under `parameters`: "
                                        + properties
                                                .get(required.text(""))
                                                .get("title")
                                                .text("")));
            }
        }
    }

    private void value(Option option, Part property) {
        if (option.value() == null || option.value().isBlank()) {
            findings.accept(option.unknown(
                    "`" + option.name() + "` has no value",
                    "give it one, or take it out; a value that begins with { or [ belongs into quotes"));
            return;
        }
        if (option.isResolvedLater()) {
            return;
        }
        List<String> words =
                property.get("enum").items().stream().map(word -> word.text("")).toList();
        String type = property.get("type").text("string");
        String value = option.value();
        if (!words.isEmpty() && !words.contains(value)) {
            findings.accept(option.wrong(
                    "`" + option.name() + "` is '" + value + "'",
                    Nearest.meant(value, words, "there are " + Nearest.list(words))));
        } else if (type.equals("integer") && !value.matches("-?[0-9]+")
                || type.equals("number") && !value.matches("-?[0-9]+([.][0-9]+)?")) {
            findings.accept(option.wrong("`" + option.name() + "` is '" + value + "'", "a number is meant"));
        } else if (type.equals("boolean") && !value.matches("true|false")) {
            findings.accept(option.wrong("`" + option.name() + "` is '" + value + "'", "true or false is meant"));
        }
    }
}
