package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Holds a part of a file against its shape, says one thing for each mistake, and hands out what it saw. */
final class ShapeCheck {

    private static final String EXPRESSION = "expression";
    private static final Set<String> NEED_NO_EXPRESSION = Set.of("SortDefinition", "PollEnrichDefinition");

    private final Owner owner;
    private final Consumer<Finding> findings;
    private final Consumer<Element> seen;

    ShapeCheck(Owner owner, Consumer<Finding> findings, Consumer<Element> seen) {
        this.owner = owner;
        this.findings = findings;
        this.seen = seen;
    }

    void check(Part part, Shape shape) {
        check(part, shape, null);
    }

    private void check(Part part, Shape shape, String around) {
        if (shape.kind != null) {
            seen.accept(new Element(shape.kind, part, around, owner));
        }
        String within =
                shape.kind == null || shape.kind.matches("Expression(SubElement)?Definition") ? around : shape.kind;
        if (shape.isAnything()) {
            return;
        }
        if (part.isEmpty()) {
            empty(part, shape);
        } else if (part.isText()) {
            text(part, shape);
        } else if (part.isList()) {
            list(part, shape, within);
        } else {
            group(part, shape, within);
        }
    }

    private void empty(Part part, Shape shape) {
        if (!shape.group || !shape.required.isEmpty() || shape.choices.stream().anyMatch(Shape.Choice::needed)) {
            findings.accept(part.name()
                    .wrong(named(part) + " has nothing behind it", "write what it is to be, or take the key out"));
        }
    }

    private void text(Part part, Shape shape) {
        if (shape.value != null) {
            value(part, shape);
        } else if (shape.item != null && shape.item.value != null && !shape.group) {
            value(part, shape.item); // one instead of a list of one, as Camel takes it
        } else {
            findings.accept(part.wrong(
                    named(part) + " is one value, '" + part.text() + "'",
                    shape.group
                            ? "keys are to stand below it: " + Nearest.list(shape.keys.keySet())
                            : "a list is to stand below it, each item begun with a hyphen"));
        }
    }

    private void value(Part part, Shape shape) {
        String text = part.text();
        if (text.contains("{{")) {
            return;
        }
        if (!shape.words.isEmpty() && !shape.words.contains(text)) {
            findings.accept(part.wrong(
                    named(part) + " is '" + text + "'",
                    Nearest.meant(text, shape.words, "there are " + Nearest.list(shape.words))));
        } else if (shape.value.equals("boolean") && !text.equals("true") && !text.equals("false")) {
            findings.accept(part.wrong(
                    named(part) + " is '" + text + "'", "true or false, or a placeholder such as {{setting}}"));
        } else if (shape.value.matches("number|integer") && !text.matches("-?[0-9]+([.][0-9]+)?")) {
            findings.accept(
                    part.wrong(named(part) + " is '" + text + "'", "a number, or a placeholder such as {{setting}}"));
        }
    }

    private void list(Part part, Shape shape, String within) {
        if (shape.item == null) {
            findings.accept(part.wrong(
                    named(part) + " is a list",
                    shape.group ? "keys are to stand below it, without hyphens" : "one value is to stand here"));
        } else {
            part.items().forEach(item -> check(item, shape.item, within));
        }
    }

    private void group(Part part, Shape shape, String within) {
        if (!shape.group) {
            findings.accept(part.wrong(
                    shape.item == null ? named(part) + " has keys below it" : named(part) + " is no list",
                    shape.item == null
                            ? "one value is to stand here; a text that begins with { or [ belongs into quotes"
                            : "begin each of its items with a hyphen"));
            return;
        }
        if (shape.anyKey) {
            return;
        }
        List<Part.Entry> entries = part.entries();
        if (entries.size() > shape.mostKeys) {
            findings.accept(entries.get(1)
                    .key()
                    .wrong(
                            "`" + entries.get(1).key().text() + "` stands in one entry with `"
                                    + entries.get(0).key().text() + "`",
                            "begin each step with a hyphen of its own, and indent the keys of a step below it"));
        }
        for (Part.Entry entry : entries) {
            key(part, entry, shape, within);
        }
        missing(part, shape);
    }

    private void key(Part part, Part.Entry entry, Shape shape, String within) {
        String name = entry.key().text();
        Shape below = shape.keys.get(name);
        if (below != null) {
            check(entry.value(), below, within);
        } else if (name != null) {
            findings.accept(entry.key()
                    .wrong(
                            "`" + name + "` is no key of " + named(part),
                            Nearest.meant(name, shape.keys.keySet(), "it has " + Nearest.list(shape.keys.keySet()))));
        }
    }

    private void missing(Part part, Shape shape) {
        for (String name : shape.required) {
            if (!part.has(name) && !almost(part, name, shape)) {
                String says = shape.says.getOrDefault(name, "");
                findings.accept(part.name()
                        .wrong(
                                named(part) + " has no `" + name + "`",
                                "add it" + (says.isEmpty() ? "" : ": " + says.replaceFirst("[.] .*", ""))));
            }
        }
        for (Shape.Choice choice : shape.choices) {
            List<String> given = part.entries().stream()
                    .map(entry -> entry.key().text(""))
                    .filter(choice.names()::contains)
                    .toList();
            if (given.size() > 1) {
                findings.accept(part.get(given.get(1))
                        .name()
                        .wrong(
                                "`" + given.get(1) + "` stands beside `" + given.get(0) + "`",
                                "only one of them may stand here"));
            } else if (given.isEmpty()
                    && needs(choice, shape)
                    && part.entries().stream()
                            .allMatch(
                                    entry -> shape.keys.containsKey(entry.key().text()))) {
                findings.accept(part.name()
                        .wrong(
                                named(part)
                                        + (choice.names().contains(EXPRESSION)
                                                        || choice.names().contains("simple")
                                                ? " has no expression"
                                                : " says nothing"),
                                choice.names().contains("simple")
                                        ? "add one, such as `expression:` and below it `simple:`"
                                        : "add one of " + Nearest.list(choice.names())));
            }
        }
    }

    /** A misspelt key was said already; that it is missing is the same mistake. */
    private static boolean almost(Part part, String name, Shape shape) {
        return part.entries().stream()
                .map(entry -> entry.key().text(""))
                .anyMatch(key -> !shape.keys.containsKey(key)
                        && Nearest.to(key, shape.keys.keySet())
                                .filter(name::equals)
                                .isPresent());
    }

    /** Camel's schema lets every expression be left out. */
    private static boolean needs(Shape.Choice choice, Shape shape) {
        return choice.needed()
                || choice.names().contains(EXPRESSION)
                        && shape.kind != null
                        && !NEED_NO_EXPRESSION.contains(shape.kind);
    }

    private static String named(Part part) {
        String name = part.name() == part ? null : part.name().text();
        return name == null ? "an entry" : "`" + name + "`";
    }
}
