package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a kamelet's own file says all that it must, and uses what it declares. */
final class KameletFiles {

    private static final Set<String> TYPES = Set.of("source", "sink", "action");
    private static final Set<String> PROPERTY_TYPES = Set.of("string", "integer", "number", "boolean");

    private final Consumer<Finding> findings;

    private KameletFiles(Consumer<Finding> findings) {
        this.findings = findings;
    }

    static void check(List<RouteFile> files, Consumer<Finding> findings) {
        for (RouteFile file : files) {
            file.owners().stream()
                    .filter(owner -> owner.is(Owner.KAMELET))
                    .forEach(kamelet -> new KameletFiles(findings).check(file, kamelet));
        }
    }

    private void check(RouteFile file, Owner kamelet) {
        Part root = kamelet.part();
        demand(root, "kind", "Kamelet");
        demand(root, "apiVersion", "camel.apache.org/v1");
        Part name = root.get("metadata").get("name");
        String fileName = file.file().getFileName().toString().replaceFirst("[.]kamelet[.]yaml$", "");
        if (!fileName.equals(name.text())) {
            findings.accept(name.wrong(
                    name.text() == null
                            ? "the kamelet has no `metadata.name`"
                            : "the kamelet is called '" + name.text() + "'",
                    "call it '" + fileName + "' as the file, it is looked for by the name of its file"));
        }
        Part type = Kamelets.type(root);
        if (!TYPES.contains(type.text(""))) {
            findings.accept(type.wrong(
                    type.text() == null ? "the kamelet has no type" : "the type is '" + type.text() + "'",
                    "say under `metadata.labels` that `camel.apache.org/kamelet.type` is source, sink or action"));
        }
        properties(root.get("spec").get("definition"));
        template(root, type.text(""));
    }

    private void demand(Part root, String key, String value) {
        Part part = root.get(key);
        if (!value.equals(part.text())) {
            findings.accept(part.wrong(
                    part.text() == null ? "the kamelet has no `" + key + "`" : "`" + key + "` is '" + part.text() + "'",
                    key + ": " + value + " is meant"));
        }
    }

    private void properties(Part definition) {
        Set<String> names = new TreeSet<>();
        for (Part.Entry property : definition.get("properties").entries()) {
            names.add(property.key().text(""));
            if (property.value().get("title").text("").isBlank()) {
                findings.accept(property.key()
                        .wrong(
                                "the property `" + property.key().text("") + "` has no `title`",
                                "add one; editors show it beside the field"));
            }
            Part type = property.value().get("type");
            if (!PROPERTY_TYPES.contains(type.text(""))) {
                findings.accept(type.wrong(
                        "the property `" + property.key().text("") + "` has "
                                + (type.text() == null ? "no `type`" : "the type '" + type.text() + "'"),
                        "there are " + Nearest.list(PROPERTY_TYPES)));
            }
        }
        for (Part required : definition.get("required").items()) {
            if (!names.contains(required.text(""))) {
                findings.accept(required.wrong(
                        "`" + required.text("") + "` is required and is no property",
                        Nearest.meant(required.text(""), names, "declare it under `properties`")));
            }
        }
    }

    private void template(Part root, String type) {
        Part template = root.get("spec").get("template");
        Part from = template.has("route") ? template.get("route").get("from") : template.get("from");
        if (!from.isGroup()) {
            findings.accept(template.name()
                    .wrong("the kamelet has no template", "add `spec.template` with `from` and the steps below it"));
            return;
        }
        Set<String> used = used(template, new HashSet<>());
        for (Part.Entry property :
                root.get("spec").get("definition").get("properties").entries()) {
            used(property.value().get("default"), used);
        }
        for (Part.Entry property :
                root.get("spec").get("definition").get("properties").entries()) {
            if (!used.contains(property.key().text(""))) {
                findings.accept(property.key()
                        .wrong(
                                "the property `" + property.key().text("") + "` is used nowhere",
                                "use it as {{" + property.key().text("") + "}} in the template, or take it out"));
            }
        }
        Set<String> texts = texts(template).collect(Collectors.toSet());
        if (!type.equals("source")
                && !type.isEmpty()
                && !from.get("uri").text("").equals("kamelet:source")) {
            findings.accept(from.get("uri")
                    .wrong("the template does not begin with kamelet:source", "a step takes its message from there"));
        }
        if (type.equals("source") && !texts.contains("kamelet:sink")) {
            findings.accept(from.name()
                    .wrong(
                            "the template never sends to kamelet:sink",
                            "add that step; without it the route of the source gets nothing"));
        }
    }

    private static Stream<String> texts(Part part) {
        if (part.isText()) {
            return Stream.of(part.text());
        }
        return Stream.concat(
                part.items().stream().flatMap(KameletFiles::texts),
                part.entries().stream().flatMap(entry -> texts(entry.value())));
    }

    private static Set<String> used(Part part, Set<String> names) {
        texts(part).forEach(text -> {
            Matcher placeholder = Placeholders.TEXT.matcher(text);
            while (placeholder.find()) {
                names.add(placeholder
                        .group(1)
                        .replaceFirst("^[?!]", "")
                        .replaceFirst(":.*", "")
                        .strip());
            }
        });
        return names;
    }
}
