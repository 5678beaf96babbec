package io.engageroutes.console;

import io.engageroutes.gaps.OrderNumbers;
import io.engageroutes.gaps.SeriesReport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows order numbers that never came, and takes the word of who says that one was never used. */
@RestController
@RequestMapping("/api/gaps")
class GapController {

    private static final int MOST_NAMED = 1000;
    private static final int LONGEST_NOTE = 1000;

    private final OrderNumbers numbers;

    GapController(OrderNumbers numbers) {
        this.numbers = numbers;
    }

    record Gaps(List<Source> sources) {}

    /** One source's series; {@code numbers} names the lowest of those that are missing. */
    record Source(
            String source,
            long first,
            long last,
            long missing,
            long late,
            List<Missing> numbers,
            long givenUp,
            Outside outside) {}

    record Missing(long number, Instant since) {}

    record Outside(long number, Instant at, long count) {}

    record Closed(String source, long number) {}

    record Restarted(String source) {}

    @GetMapping
    Gaps gaps() {
        return new Gaps(
                numbers.report(MOST_NAMED).stream().map(GapController::source).toList());
    }

    private static Source source(SeriesReport report) {
        return new Source(
                report.source(),
                report.first(),
                report.last(),
                report.missing(),
                report.late(),
                report.numbers().stream()
                        .map(one -> new Missing(one.number(), Instant.ofEpochMilli(one.since())))
                        .toList(),
                report.givenUp(),
                report.outside() == null
                        ? null
                        : new Outside(
                                report.outside(), Instant.ofEpochMilli(report.outsideAt()), report.outsideCount()));
    }

    @PostMapping("/{source}/{number:[0-9]{1,15}}")
    Closed close(@PathVariable("source") String source, @PathVariable("number") long number, HttpServletRequest request)
            throws IOException {
        String note = JsonBody.read(request, "note").text("note");
        if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
            throw Refused.badRequest(
                    "note-missing", "say in a note of at most " + LONGEST_NOTE + " characters why it was never used");
        }
        if (!numbers.close(source, number, note)) {
            throw new Refused(
                    HttpStatus.CONFLICT, "not-missing", number + " of " + source + " is not missing; GET /api/gaps");
        }
        return new Closed(source, number);
    }

    /** For a shop that began to count anew: what was missing is forgotten. */
    @PostMapping("/{source}/restart")
    Restarted restart(@PathVariable("source") String source, HttpServletRequest request) throws IOException {
        JsonBody.read(request);
        if (!numbers.restart(source)) {
            throw new Refused(HttpStatus.NOT_FOUND, "unknown-source", source + " has no order numbers");
        }
        return new Restarted(source);
    }
}
