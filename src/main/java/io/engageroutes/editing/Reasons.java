package io.engageroutes.editing;

import io.engageroutes.check.Finding;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong and where, from the exceptions of those who took files that a check had found right. */
final class Reasons {

    private static final Pattern LINE = Pattern.compile("(?:line |:)(\\d+)");

    private Reasons() {}

    /** @param copy where the files are, which nobody needs to read */
    static Finding of(Exception cause, Path copy) {
        StringBuilder reasons = new StringBuilder();
        Path file = Path.of("");
        int line = 0;
        Pattern inCopy = Pattern.compile(
                "(?:file:/*)?/?" + Pattern.quote(copy.toString().replaceFirst("^/", "")) + "/([\\w./-]+\\w)");
        int depth = 0;
        for (Throwable at = cause; at != null && depth < 8; at = at.getCause(), depth++) {
            String reason = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
            Matcher where = inCopy.matcher(reason);
            if (where.find()) {
                file = Path.of(where.group(1));
                Matcher number = LINE.matcher(reason.substring(where.end()));
                line = number.find() ? Integer.parseInt(number.group(1)) : 0;
                reason = inCopy.matcher(reason).replaceAll("$1");
            }
            if (reasons.indexOf(reason) < 0) {
                reasons.append(reasons.isEmpty() ? "" : "; because ").append(reason);
            }
        }
        return new Finding(
                file,
                line,
                0,
                reasons.toString().replaceAll("\\s+", " "),
                "correct it; the version before goes on meanwhile");
    }
}
