package io.engageroutes.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A source has one name everywhere, which is its own, and a folder that nobody else polls. */
final class Sources {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final List<String> PLACE = List.of("host", "port", "username", "folder");

    private final Consumer<Finding> findings;
    private final Map<String, Part> names = new HashMap<>();
    private final Map<String, Part> folders = new HashMap<>();

    Sources(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Of everything whose receipts are queued. */
    static Set<String> names(List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> "queue-messages".equals(Kamelets.name(endpoint)))
                .map(endpoint -> endpoint.value("source"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void check(List<Endpoint> endpoints) {
        Map<Part, Part> ofRoute = new HashMap<>();
        for (Endpoint endpoint : endpoints) {
            String kamelet = Kamelets.name(endpoint);
            if (!endpoint.owner().is(Owner.ROUTE) || kamelet == null) {
                continue;
            }
            Part source = endpoint.option("source").map(Option::part).orElse(null);
            if (kamelet.equals("sftp-documents")) {
                folder(endpoint);
            }
            if (source == null || !source.isText() || !kamelet.matches("sftp-documents|queue-messages|open-callback")) {
                continue;
            }
            Part before = ofRoute.putIfAbsent(endpoint.owner().part(), source);
            if (before == null) {
                first(endpoint, source);
            } else if (!before.text().equals(source.text())) {
                findings.accept(source.wrong(
                        "the source is '" + source.text() + "' here and '" + before.text() + "' in line "
                                + before.line(),
                        "a source has one name everywhere; it is part of the ids of its receipts"));
            }
        }
    }

    private void first(Endpoint endpoint, Part source) {
        String name = source.text();
        if (!name.matches(NAME)) {
            if (!name.contains("{{")) {
                findings.accept(source.wrong(
                        "the source is called '" + name + "'", "use lower-case letters, digits and hyphens"));
            }
            return;
        }
        Part before = names.putIfAbsent(name, source);
        if (before != null) {
            findings.accept(source.wrong(
                    "another source is called '" + name + "', in " + before.file() + ", line " + before.line(),
                    "give this one a name of its own; their receipts could not be told apart"));
        }
        String file = source.file().getFileName().toString().replaceFirst("[.]camel[.]yaml$", "");
        if (source.file().startsWith("sources") && !file.equals(name)) {
            findings.accept(source.wrong(
                    "the source is called '" + name + "' and its file "
                            + source.file().getFileName(),
                    "call both the same: '" + file + "' here, or the file " + name + ".camel.yaml"));
        }
    }

    private void folder(Endpoint endpoint) {
        StringBuilder place = new StringBuilder();
        for (String name : PLACE) {
            String value = endpoint.value(name);
            place.append(value == null && name.equals("folder") ? endpoint.value("source") : value)
                    .append('\n');
        }
        Part part = endpoint.option("folder").map(Option::part).orElseGet(endpoint::uri);
        Part before = folders.putIfAbsent(place.toString(), part);
        if (before != null) {
            findings.accept(part.wrong(
                    "another route polls the same folder, in " + before.file() + ", line " + before.line(),
                    "give each source a folder of its own; a file goes to whichever looks first"));
        }
    }
}
