package io.engageroutes.console;

import io.engageroutes.delivery.DeadLetter;
import io.engageroutes.delivery.DeadLetterSearch;
import io.engageroutes.delivery.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks at dead letters. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    private final DeadLetterSearch search;

    DeadLetterController(DeadLetterSearch search) {
        this.search = search;
    }

    /** @param open how many wait for somebody */
    record Counts(long open, List<DeadLetter.Count> counts) {}

    @GetMapping
    Page<DeadLetter> list(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, LetterFilter.NAMES);
        return search.list(LetterFilter.of(parameters.filters()), parameters.cut());
    }

    @GetMapping("/counts")
    Counts counts() {
        return new Counts(search.open(), search.counts());
    }

    @GetMapping("/{id}")
    LetterView show(@PathVariable("id") String id) {
        return search.show(id).map(LetterView::of).orElseThrow(() -> unknown(id));
    }

    static Refused unknown(String id) {
        return new Refused(HttpStatus.NOT_FOUND, "unknown-dead-letter", "there is no dead letter '" + id + "'");
    }
}
