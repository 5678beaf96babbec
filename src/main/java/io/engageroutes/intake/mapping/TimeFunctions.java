package io.engageroutes.intake.mapping;

import static io.engageroutes.intake.mapping.MappingFunction.text;

import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times as the canonical receipt has them. None knows the store: a time in UTC, and one without offset, become the store's own when
 * the result of the mapping is read.
 */
final class TimeFunctions {

    /** Patterns stand in the mapping, so there are few. */
    private final Map<String, DateTimeFormatter> patterns = new ConcurrentHashMap<>();

    private TimeFunctions() {}

    static List<Function> all() {
        TimeFunctions functions = new TimeFunctions();
        return List.of(
                text("epoch-seconds", 1, 1, given -> instant(given, 1000)),
                text("epoch-millis", 1, 1, given -> instant(given, 1)),
                text("time", 2, 2, functions::time),
                text("day", 2, 2, functions::day));
    }

    private static String instant(Arguments given, int millis) {
        BigDecimal value = given.decimal(0);
        if (value == null) {
            return null;
        }
        try {
            return Instant.ofEpochMilli(
                            value.multiply(BigDecimal.valueOf(millis)).longValueExact())
                    .toString();
        } catch (ArithmeticException | DateTimeException e) {
            throw given.failure(0, "is no time since 1970");
        }
    }

    private String time(Arguments given) {
        TemporalAccessor time = parsed(given);
        if (time == null) {
            return null;
        }
        return time instanceof OffsetDateTime withOffset
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(withOffset)
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private String day(Arguments given) {
        if (given.isAbsent(0)) {
            return null;
        }
        try {
            return LocalDate.parse(given.text(0).strip(), pattern(given)).toString();
        } catch (DateTimeException e) {
            throw given.failure(0, "is no day written like " + given.text(1));
        }
    }

    private TemporalAccessor parsed(Arguments given) {
        if (given.isAbsent(0)) {
            return null;
        }
        try {
            return pattern(given).parseBest(given.text(0).strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw given.failure(0, "is no time written like " + given.text(1));
        }
    }

    private DateTimeFormatter pattern(Arguments given) {
        try {
            return patterns.computeIfAbsent(given.text(1), TimeFunctions::formatter);
        } catch (IllegalArgumentException e) {
            throw given.failure(1, "is no pattern such as yyyyMMddHHmmss");
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        // y is the year of an era, which a strict reader takes only with the era
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
