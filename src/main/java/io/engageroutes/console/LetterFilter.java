package io.engageroutes.console;

import io.engageroutes.delivery.DeadLetter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which dead letters are meant, as given in a query or in the body of a replay. */
final class LetterFilter {

    static final List<String> NAMES =
            List.of("state", "reason", "source", "receiptNumber", "uniqueId", "document", "from", "to");

    private static final List<String> STATES =
            List.of("dead", "replayed", "delivered", "skipped", "duplicate", "discarded");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,80}");

    private LetterFilter() {}

    static DeadLetter.Filter of(Map<String, String> values) {
        String state = values.get("state");
        if (state != null && !STATES.contains(state)) {
            throw invalid("state", state, "one of " + String.join(", ", STATES));
        }
        String reason = values.get("reason");
        if (reason != null && !CODE.matcher(reason).matches()) {
            throw invalid("reason", reason, "one fault code, such as total-mismatch");
        }
        return new DeadLetter.Filter(
                state,
                reason,
                values.get("source"),
                values.get("receiptNumber"),
                values.get("uniqueId"),
                values.get("document"),
                time("from", values.get("from")),
                time("to", values.get("to")));
    }

    private static Instant time(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-03-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid(name, text, "a time such as 2026-03-01T14:00:00Z, or a day in UTC such as 2026-03-01");
        }
    }

    private static Refused invalid(String name, String value, String rule) {
        return Refused.badRequest("invalid-parameter", name + "='" + value + "' must be " + rule);
    }
}
