package io.engageroutes.wiring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console what is missing instead of a stack trace. */
public final class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongSettings cause) {
        return new FailureAnalysis(
                "Engage Routes does not start, since messages could not be delivered rightly:\n\n  - "
                        + String.join("\n  - ", cause.faults()),
                "Set these in the environment or in application.yaml. To try it without Engage: mvn spring-boot:run starts the"
                        + " sandbox, where everything is embedded.",
                cause);
    }
}
