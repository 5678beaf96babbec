package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.camel.support.PatternHelper;

/** Every route says what it is and which configuration it has; nothing has the same id twice. */
final class Ids {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Unread unread;
    private final Consumer<Finding> findings;
    private final Map<String, Part> routes = new HashMap<>();
    private final Map<String, Part> configurations = new HashMap<>();
    private final Map<String, Part> steps = new HashMap<>();

    private Ids(Unread unread, Consumer<Finding> findings) {
        this.unread = unread;
        this.findings = findings;
    }

    static void check(List<RouteFile> files, Unread unread, Consumer<Finding> findings) {
        Ids ids = new Ids(unread, findings);
        files.forEach(file -> file.owners().forEach(ids::owner));
        for (RouteFile file : files) {
            file.owners().stream().filter(owner -> owner.is(Owner.ROUTE)).forEach(ids::configured);
            file.elements().forEach(ids::step);
        }
    }

    private void owner(Owner owner) {
        if (owner.is(Owner.ROUTE) && owner.part().isGroup()) {
            id(owner, "the route", routes);
            if (owner.part().get("description").text("").isBlank()) {
                findings.accept(owner.part()
                        .name()
                        .wrong(
                                "the route has no `description`",
                                "add one, a sentence that says what the route does; it names the route in the editor"));
            }
        } else if (owner.is(Owner.CONFIGURATION) && owner.part().isGroup()) {
            id(owner, "the route configuration", configurations);
        } else if (owner.is("from")) {
            findings.accept(owner.part()
                    .name()
                    .wrong(
                            "a route begins with `from` alone",
                            "put `route:` around it, with `id`, `description` and `routeConfigurationId`"));
        }
    }

    private void id(Owner owner, String what, Map<String, Part> known) {
        String id = owner.id();
        if (id == null || id.isBlank()) {
            findings.accept(
                    owner.part()
                            .name()
                            .wrong(
                                    what + " has no `id`",
                                    owner.is(Owner.ROUTE)
                                            ? "add one, such as nordkassa-files: <system>-<what arrives or leaves>"
                                            : "add one, and name it in the routes it is for; a nameless one silently holds for routes that name none"));
        } else if (!KEBAB_CASE.matcher(id).matches()) {
            findings.accept(owner.idPart()
                    .wrong(
                            "the id '" + id + "' is not in kebab-case",
                            "use lower-case letters, digits and hyphens, such as nordkassa-files"));
        }
        if (id != null) {
            once(owner.idPart(), id, known);
        }
    }

    private void once(Part part, String id, Map<String, Part> known) {
        Part before = known.putIfAbsent(id, part);
        if (before != null) {
            findings.accept(part.wrong(
                    "the id '" + id + "' is already in " + before.file() + ", line " + before.line(),
                    "give it another one"));
        }
    }

    private void configured(Owner route) {
        Part named = route.part().get("routeConfigurationId");
        if (named.isMissing() && route.part().isGroup()) {
            findings.accept(route.part()
                    .name()
                    .wrong(
                            "the route has no `routeConfigurationId`",
                            "add one that says what is done about errors: " + Nearest.list(configurations.keySet())));
        }
        for (String each : named.text("").split(",")) {
            String name = each.strip();
            if (!name.isEmpty()
                    && !unread.mayHold(name)
                    && configurations.keySet().stream().noneMatch(id -> matches(id, name))) {
                Set<String> known = new TreeSet<>(configurations.keySet());
                findings.accept(named.wrongAt(
                        name,
                        "there is no route configuration '" + name + "'",
                        Nearest.meant(name, known, "there are " + Nearest.list(known))));
            }
        }
    }

    private static boolean matches(String id, String pattern) {
        try {
            return PatternHelper.matchPattern(id, pattern);
        } catch (PatternSyntaxException noPattern) {
            return false;
        }
    }

    private void step(Element element) {
        Part id = element.part().get("id");
        boolean step = element.kind().endsWith("Definition")
                && !element.is("RouteDefinition", "RouteConfigurationDefinition")
                && !element.owner().is(Owner.KAMELET);
        if (step && id.isText()) {
            once(id, id.text(), steps);
        }
    }
}
