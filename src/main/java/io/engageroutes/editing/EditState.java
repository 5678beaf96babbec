package io.engageroutes.editing;

import io.engageroutes.check.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Whether the application runs with what stands in {@code routes/}.
 *
 * @param stage where the last edit is
 * @param version of what runs, short
 * @param since when that was taken
 * @param changed what was replaced then: routes by their id, else files; empty after the start
 * @param findings what is wrong with the folder as it is now
 * @param waitingFor what an edit waits for: routes with documents or messages under way
 */
public record EditState(
        Stage stage, String version, Instant since, Set<String> changed, List<Finding> findings, String waitingFor) {

    /** Where an edit is. */
    public enum Stage {
        /** What stands in the folder is what runs. */
        CURRENT,
        /** The folder is wrong; the last good version runs. */
        REFUSED,
        /** A right edit waits for something under way; the version before it runs. */
        WAITING
    }

    EditState taken(String newVersion, Instant now, Set<String> replaced) {
        return new EditState(Stage.CURRENT, newVersion, now, replaced, List.of(), null);
    }

    EditState refused(List<Finding> wrong) {
        return new EditState(Stage.REFUSED, version, since, changed, List.copyOf(wrong), null);
    }

    EditState waiting(String routes) {
        return new EditState(Stage.WAITING, version, since, changed, List.of(), routes);
    }

    EditState takenBack() {
        return new EditState(Stage.CURRENT, version, since, changed, List.of(), null);
    }
}
