package io.engageroutes.wiring;

import io.engageroutes.check.Finding;
import io.engageroutes.editing.WrongRoutes;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which file, line and column instead of a stack trace. */
public final class WrongRoutesAnalyzer extends AbstractFailureAnalyzer<WrongRoutes> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongRoutes cause) {
        return new FailureAnalysis(
                cause.findings().stream()
                        .map(Finding::toString)
                        .collect(Collectors.joining(
                                "\n  - ",
                                "Engage Routes does not start, since files of routes are wrong:\n\n  - ",
                                "")),
                "Correct these files; paths are below the folder that intake.routes names.",
                cause);
    }
}
