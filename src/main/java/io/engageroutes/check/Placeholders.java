package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Placeholders such as {@code {{queue.receipts}}}: each is a setting, a property of its kamelet, or has a default of its own. */
final class Placeholders {

    static final Pattern TEXT = Pattern.compile("[{][{]([^{}]*)}}");

    /** Camel resolves these by itself, from the environment for instance. */
    private static final Pattern FUNCTION =
            Pattern.compile("(env|sys|service|service[.]host|service[.]port|bean)[:.].*");

    private final Surroundings surroundings;
    private final Consumer<Finding> findings;

    Placeholders(Surroundings surroundings, Consumer<Finding> findings) {
        this.surroundings = surroundings;
        this.findings = findings;
    }

    void check(RouteFile file) {
        Set<String> own = new TreeSet<>();
        for (Owner owner : file.owners()) {
            if (owner.is(Owner.KAMELET)) {
                owner.part()
                        .get("spec")
                        .get("definition")
                        .get("properties")
                        .entries()
                        .forEach(property -> own.add(property.key().text("")));
            }
        }
        if (file.root() != null) {
            walk(file.root(), own);
        }
    }

    private void walk(Part part, Set<String> own) {
        if (part.isText()) {
            text(part, own);
        }
        part.items().forEach(item -> walk(item, own));
        part.entries().stream()
                .filter(entry -> !entry.key().text("").matches("description|note|title"))
                .forEach(entry -> walk(entry.value(), own));
    }

    private void text(Part part, Set<String> own) {
        Matcher placeholder = TEXT.matcher(part.text());
        int found = 0;
        while (placeholder.find()) {
            found++;
            name(part, placeholder.group(), placeholder.group(1).strip(), own);
        }
        int opened = part.text().split("[{][{]", -1).length - 1;
        if (opened > found) {
            findings.accept(part.wrongAt("{{", "a placeholder begins with {{ and does not end", "end it with }}"));
        }
    }

    private void name(Part part, String placeholder, String inside, Set<String> own) {
        String name = inside.replaceFirst("^[?!]", "").replaceFirst(":.*", "");
        boolean otherwise = inside.startsWith("?") || inside.contains(":");
        if (otherwise
                || FUNCTION.matcher(inside).matches()
                || own.contains(name)
                || surroundings.settings().apply(name) != null) {
            return;
        }
        Set<String> near = new TreeSet<>(own);
        near.addAll(surroundings.names());
        String known = own.isEmpty() ? "" : "; the kamelet has " + own.stream().collect(Collectors.joining(", "));
        findings.accept(part.wrongAt(
                placeholder,
                "there is no setting '" + name + "'",
                Nearest.to(name, near)
                        .map(each -> "did you mean `{{" + each + "}}`?")
                        .orElse("add it to the settings (application.yaml or the environment), or give a default: {{"
                                + name + ":value}}" + known)));
    }
}
