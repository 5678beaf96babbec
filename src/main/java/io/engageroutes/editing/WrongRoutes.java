package io.engageroutes.editing;

import io.engageroutes.check.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** A folder {@code routes} with which the application must not start. */
public final class WrongRoutes extends RuntimeException {

    private final transient List<Finding> findings;

    WrongRoutes(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
