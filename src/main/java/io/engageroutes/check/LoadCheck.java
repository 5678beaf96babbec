package io.engageroutes.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole check: when the files are right as texts, all routes are also built in a Camel context that is thrown away, to see
 * what Camel's own loader refuses.
 */
public final class LoadCheck implements Checker {

    private final Surroundings surroundings;
    private final RoutesCheck texts;

    public LoadCheck(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.texts = new RoutesCheck(surroundings);
    }

    @Override
    public List<Finding> check(Path routes) {
        RoutesCheck.Seen seen = texts.look(routes);
        if (!seen.findings().isEmpty()) {
            return seen.findings();
        }
        Map<RouteFile, String> files = new LinkedHashMap<>();
        for (RouteFile file : seen.routes()) {
            seen.files().stream()
                    .filter(each -> each.isRoutes() && each.path().equals(file.file()))
                    .forEach(each -> files.put(file, each.text()));
        }
        try (ThrowAway camel = new ThrowAway(
                routes, surroundings, Beans.known(surroundings, seen.routes()).keySet(), texts.components())) {
            return camel.build(files).stream().sorted(RoutesCheck.BY_PLACE).toList();
        }
    }
}
