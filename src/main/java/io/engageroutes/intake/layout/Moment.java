package io.engageroutes.intake.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A date or time pattern of a layout, as of {@link DateTimeFormatter}; only days and times that exist fit it.
 *
 * @param text the pattern as the layout has it
 */
record Moment(String text, DateTimeFormatter formatter) {

    /** @throws IllegalArgumentException when the pattern makes no sense */
    static Moment of(String pattern) {
        // strictly, y is a year of an era and no date without era has one
        String strict = pattern.replace('y', 'u');
        return new Moment(
                pattern, DateTimeFormatter.ofPattern(strict, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));
    }

    /** The day, or null when the text does not fit. */
    LocalDate day(String value) {
        try {
            return LocalDate.parse(value, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    LocalTime time(String value) {
        try {
            return LocalTime.parse(value, formatter);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An {@link OffsetDateTime} when the pattern has an offset, else a {@link LocalDateTime}; null when it does not fit. */
    TemporalAccessor dayAndTime(String value) {
        try {
            return formatter.parseBest(value, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
