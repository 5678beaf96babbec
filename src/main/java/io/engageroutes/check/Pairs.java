package io.engageroutes.check;

import io.engageroutes.receipt.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever sends to {@code direct} or {@code seda} finds one route that listens, and no such route waits for nobody. */
final class Pairs {

    private static final Set<String> SCHEMES = Set.of("direct", "seda");
    private static final Pattern IN_EXPRESSION = Pattern.compile("(?:^|,)\\s*((?:direct|seda):[\\w{}$.:-]+)");

    private final Surroundings surroundings;
    private final Unread unread;
    private final Consumer<Finding> findings;
    private final Map<String, Part> offered = new LinkedHashMap<>();
    private final Map<String, List<Part>> called = new LinkedHashMap<>();
    private final List<Pattern> calledSomehow = new ArrayList<>();

    Pairs(Surroundings surroundings, Unread unread, Consumer<Finding> findings) {
        this.surroundings = surroundings;
        this.unread = unread;
        this.findings = findings;
    }

    void check(List<Endpoint> endpoints, List<RouteFile> files) {
        endpoints.stream().filter(each -> SCHEMES.contains(each.scheme())).forEach(this::endpoint);
        files.forEach(file -> file.elements().forEach(this::expression));
        called.forEach((name, parts) -> {
            if (!offered.containsKey(name) && !unread.mayHold(own(name))) {
                parts.forEach(part -> missing(name, part));
            }
        });
        offered.forEach((name, part) -> {
            boolean byJava = surroundings.called().contains(own(name));
            boolean somehow =
                    calledSomehow.stream().anyMatch(each -> each.matcher(name).matches());
            if (!called.containsKey(name) && !byJava && !somehow && !unread.mayHold(own(name))) {
                findings.accept(part.wrong(
                        "nothing sends to " + name,
                        Nearest.to(name, called.keySet())
                                .map(near -> "`" + near + "` is sent to and has no route; is it this one?")
                                .orElse("send to it, or delete the route")));
            }
        });
    }

    private static String own(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private void missing(String name, Part part) {
        findings.accept(part.wrong(
                "no route begins with " + name + "; a message to it would wait and fail",
                Nearest.to(name, offered.keySet())
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("begin a route with it, or send elsewhere")));
    }

    private void endpoint(Endpoint endpoint) {
        String own = endpoint.called("name");
        if (own == null || own.isBlank()) {
            return; // a required option, which is said elsewhere
        }
        Part part = endpoint.place("name");
        String name = endpoint.scheme() + ":" + own;
        if (!endpoint.consumer()) {
            call(name, part);
        } else if (offered.putIfAbsent(name, part) != null && endpoint.scheme().equals("direct")) {
            Part before = offered.get(name);
            findings.accept(part.wrong(
                    "another route begins with " + name + " in " + before.file() + ", line " + before.line(),
                    "a direct route has one name of its own; give one of the two another"));
        }
    }

    /** In an expression that names where to, such as that of a recipient list. */
    private void expression(Element element) {
        if (element.is("SimpleExpression", "ConstantExpression")
                && Set.of("RecipientListDefinition", "EnrichDefinition", "RoutingSlipDefinition")
                        .contains(String.valueOf(element.within()))) {
            Part text =
                    element.part().isText() ? element.part() : element.part().get("expression");
            Matcher uri = IN_EXPRESSION.matcher(text.text(""));
            while (uri.find()) {
                call(uri.group(1), text);
            }
        }
    }

    /** A setting in the name stands for each value it may have; of what is not known before, any name that fits is called. */
    private void call(String name, Part part) {
        Matcher setting = Placeholders.TEXT.matcher(name);
        if (setting.find() && surroundings.choices().containsKey(setting.group(1))) {
            for (String value : new TreeSet<>(surroundings.choices().get(setting.group(1)))) {
                call(name.replace(setting.group(), value), part);
            }
        } else if (name.contains("{{") || name.contains("${")) {
            StringBuilder pattern = new StringBuilder();
            for (String fixed : name.split("[{][{].*?}}|[$][{].*?}", -1)) {
                pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(fixed));
            }
            Pattern fits = Pattern.compile(pattern.toString());
            calledSomehow.add(fits);
        } else {
            called.computeIfAbsent(name, any -> new ArrayList<>()).add(part);
        }
    }
}
