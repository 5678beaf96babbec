package io.engageroutes.intake.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A date or time pattern of a layout, as of {@link DateTimeFormatter}; only days and times that exist fit it.
 *
 * @param text the pattern as the layout has it
 * @param plain the same for texts that are simple, with and without what is optional; empty when it is not simple
 */
record Moment(String text, DateTimeFormatter formatter, List<PlainPattern> plain) {

    private static final int LAST_YEAR = 9999;

    /** @throws IllegalArgumentException when the pattern makes no sense */
    static Moment of(String pattern) {
        // strictly, y is a year of an era and no date without era has one
        String strict = pattern.replace('y', 'u');
        return new Moment(
                pattern,
                DateTimeFormatter.ofPattern(strict, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
                Stream.of(pattern.replaceAll("[\\[\\]]", ""), pattern.replaceAll("\\[[^\\[\\]]*\\]", ""))
                        .distinct()
                        .map(PlainPattern::of)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The day, or null when the text does not fit. */
    LocalDate day(String value) {
        for (PlainPattern each : plain) {
            LocalDate day = each.day(value);
            if (day != null) {
                return day;
            }
        }
        try {
            return sane(LocalDate.parse(value, formatter));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A pattern's year takes a minus and more than four digits, and no sale was then. */
    private static <T extends TemporalAccessor> T sane(T moment) {
        int year = moment.get(ChronoField.YEAR);
        return year > 0 && year <= LAST_YEAR ? moment : null;
    }

    LocalTime time(String value) {
        for (PlainPattern each : plain) {
            LocalTime time = each.time(value);
            if (time != null) {
                return time;
            }
        }
        try {
            return LocalTime.parse(value, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An {@link OffsetDateTime} when the pattern has an offset, else a {@link LocalDateTime}; null when it does not fit. */
    TemporalAccessor dayAndTime(String value) {
        for (PlainPattern each : plain) {
            LocalDate day = each.day(value);
            LocalTime time = each.time(value);
            if (day != null && time != null) {
                return LocalDateTime.of(day, time);
            }
        }
        try {
            return sane(formatter.parseBest(value, OffsetDateTime::from, LocalDateTime::from));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
