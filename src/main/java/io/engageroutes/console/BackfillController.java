package io.engageroutes.console;

import io.engageroutes.delivery.LedgerDays;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the commands reconcile and backfill: what became of some days' receipts, and a way in for those that lacked a contact. */
@RestController
class BackfillController {

    private static final int MOST_DAYS = 31;

    private final LedgerDays ledger;
    private final Backfill backfill;

    BackfillController(LedgerDays ledger, Backfill backfill) {
        this.ledger = ledger;
        this.backfill = backfill;
    }

    /** Puts a document of canonical receipts on its way. */
    @FunctionalInterface
    interface Backfill {
        /**
         * Returns its id once what it yielded is durable.
         *
         * @throws IOException when it cannot be made so now
         */
        String take(String name, byte[] receipts) throws IOException;
    }

    /** @param document the id under which the ledger knows what was sent */
    record Taken(String document) {}

    @GetMapping("/api/ledger-days")
    LedgerDays.Ends days(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, List.of("sources", "from", "until"));
        List<String> sources = Stream.of(required(parameters, "sources").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        LocalDate from = day(parameters, "from");
        LocalDate until = day(parameters, "until");
        if (sources.isEmpty() || until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
            throw Refused.badRequest(
                    "invalid-parameter",
                    "give sources separated by commas, and from and until with at most " + MOST_DAYS
                            + " days between them");
        }
        return ledger.of(sources, from, until);
    }

    @PostMapping("/api/backfill")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken backfill(HttpServletRequest request) throws IOException {
        String name = required(Parameters.of(request, List.of("document")), "document");
        byte[] receipts = JsonBody.bytes(request);
        try {
            return new Taken(backfill.take(name, receipts));
        } catch (IOException e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "not-durable", e.getMessage());
        }
    }

    private static String required(Parameters parameters, String name) {
        String value = parameters.text(name);
        if (value == null) {
            throw Refused.badRequest("parameter-missing", "give " + name);
        }
        return value;
    }

    private static LocalDate day(Parameters parameters, String name) {
        try {
            return LocalDate.parse(required(parameters, name));
        } catch (DateTimeParseException e) {
            throw Refused.badRequest("invalid-parameter", name + " must be a day such as 2026-11-03");
        }
    }
}
