package io.engageroutes.intake.xml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A time as a till wrote it, to the second.
 *
 * @param offset null when it wrote none
 */
public record Moment(LocalDateTime local, ZoneOffset offset) {

    private static final int DATE = 10;

    /** Reads {@code 2026-03-01T12:30[:15[.123]]} with an offset, {@code Z} or nothing; null when it is none. */
    public static Moment parse(String text) {
        LocalDate date = date(text);
        if (date == null || text.length() < DATE + 6 || text.charAt(DATE) != 'T' || text.charAt(13) != ':') {
            return null;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = 0;
        int at = 16;
        if (at < text.length() && text.charAt(at) == ':') {
            second = digits(text, 17, 19);
            at = fractionEnd(text, 19);
        }
        if (hour < 0 || minute < 0 || second < 0 || at < 0) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(date, LocalTime.of(hour, minute, second));
            return new Moment(local, at == text.length() ? null : ZoneOffset.of(text.substring(at)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Reads {@code 2026-03-01}, also with the zone that XML Schema allows after it; null when it is none. */
    public static LocalDate parseDate(String text) {
        LocalDate date = date(text);
        if (date == null || text.length() == DATE) {
            return date;
        }
        try {
            ZoneOffset.of(text.substring(DATE));
            return date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * The time in the store. A till's own offset stays; UTC becomes the store's time when its zone is known. At the end of summer time
     * the hour that comes twice is taken as its first one; the hour that never was is moved on as {@code java.time} does.
     *
     * @param zone the store's zone; needed when the till wrote no offset
     */
    public OffsetDateTime in(ZoneId zone) {
        if (offset == null) {
            return ZonedDateTime.ofLocal(local, zone, null).toOffsetDateTime();
        }
        OffsetDateTime written = OffsetDateTime.of(local, offset);
        return zone != null && offset.equals(ZoneOffset.UTC)
                ? written.atZoneSameInstant(zone).toOffsetDateTime()
                : written;
    }

    private static LocalDate date(String text) {
        if (text.length() < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE);
        if (year < 0 || month < 0 || day < 0) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int digits(String text, int from, int to) {
        if (to > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    private static int fractionEnd(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '.') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? -1 : end;
    }
}
