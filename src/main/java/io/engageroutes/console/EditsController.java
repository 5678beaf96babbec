package io.engageroutes.console;

import io.engageroutes.check.Finding;
import io.engageroutes.editing.EditState;
import io.engageroutes.editing.LiveRoutes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the last edit of {@code routes/} is what runs, and what is wrong with it if not. */
@RestController
class EditsController {

    private final LiveRoutes routes;

    EditsController(LiveRoutes routes) {
        this.routes = routes;
    }

    @GetMapping("/api/routes")
    View state(HttpServletRequest request) {
        Parameters.of(request, List.of());
        EditState state = routes.state();
        return new View(
                state.stage().name().toLowerCase(Locale.ROOT),
                state.version(),
                state.since(),
                state.changed(),
                state.waitingFor(),
                state.findings().stream().map(Place::of).toList());
    }

    record View(
            String edit, String version, Instant since, Set<String> changed, String waitingFor, List<Place> findings) {}

    /** Line and column from 1; null when it is about the whole file or line. */
    record Place(String file, Integer line, Integer column, String wrong, String meant) {

        static Place of(Finding finding) {
            return new Place(
                    finding.file().toString(),
                    finding.line() == 0 ? null : Integer.valueOf(finding.line()),
                    finding.column() == 0 ? null : Integer.valueOf(finding.column()),
                    finding.wrong(),
                    finding.meant());
        }
    }
}
