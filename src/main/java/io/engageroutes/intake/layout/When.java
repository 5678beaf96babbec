package io.engageroutes.intake.layout;

import io.engageroutes.intake.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.stream.Stream;

/**
 * Where a receipt's time stands: in a column for the day and one for the time, or in one for both.
 *
 * @param date the day's column, or null
 * @param time the time's column, or null
 * @param dateTime the column of both, or null
 * @param businessDate the column of the day of the books, or null
 * @param ownZone the column of the time's zone, or null for that of the store
 */
record When(
        Field date,
        Field time,
        Field dateTime,
        Field businessDate,
        Field ownZone,
        Moment datePattern,
        Moment timePattern,
        Moment bothPattern) {

    Stream<Field> fields() {
        return Stream.of(date, time, dateTime, businessDate, ownZone);
    }

    /** The time with the offset of its store, or null after a fault. */
    OffsetDateTime occurredAt(Cells cells, String storeId, Source source) {
        TemporalAccessor moment = dateTime != null ? both(cells) : parts(cells);
        if (moment == null) {
            return null;
        }
        if (moment instanceof OffsetDateTime exact) {
            return exact;
        }
        String named = cells.text(ownZone);
        if (ownZone != null && named != null) {
            return zoned(cells, (LocalDateTime) moment, named);
        }
        ZoneId zone = source.zoneOf(storeId);
        if (zone == null) {
            cells.fault(
                    dateTime != null ? dateTime : time,
                    "store-zone-unknown",
                    storeId,
                    "the time has no offset and this store is not in the store register: add the store with its zone, or"
                            + " set the source's zone");
            return null;
        }
        // at the end of summer time an hour comes twice: this takes the first, the earlier offset
        return ((LocalDateTime) moment).atZone(zone).toOffsetDateTime();
    }

    private OffsetDateTime zoned(Cells cells, LocalDateTime moment, String named) {
        try {
            return moment.atZone(ZoneId.of(named)).toOffsetDateTime();
        } catch (DateTimeException e) {
            cells.fault(
                    ownZone,
                    "unknown-value",
                    named,
                    "a time zone such as Europe/Stockholm should stand here; for other names add `values` to receipt.zone in"
                            + " the layout");
            return null;
        }
    }

    LocalDate businessDate(Cells cells) {
        String text = cells.text(businessDate);
        return text == null ? null : day(cells, businessDate, text);
    }

    private TemporalAccessor both(Cells cells) {
        String text = cells.required(dateTime);
        TemporalAccessor moment = text == null ? null : bothPattern.dayAndTime(text);
        if (text != null && moment == null) {
            unfit(cells, dateTime, "not-a-time", text, bothPattern);
        }
        return moment;
    }

    private LocalDateTime parts(Cells cells) {
        String dayText = cells.required(date);
        String timeText = cells.required(time);
        LocalDate day = dayText == null ? null : day(cells, date, dayText);
        LocalTime clock = timeText == null ? null : timePattern.time(timeText);
        if (timeText != null && clock == null) {
            unfit(cells, time, "not-a-time", timeText, timePattern);
        }
        return day == null || clock == null ? null : LocalDateTime.of(day, clock);
    }

    private LocalDate day(Cells cells, Field field, String text) {
        LocalDate day = datePattern.day(text);
        if (day == null) {
            unfit(cells, field, "not-a-date", text, datePattern);
        }
        return day;
    }

    private static void unfit(Cells cells, Field field, String code, String text, Moment pattern) {
        cells.fault(
                field,
                code,
                text,
                "a real day or time written as " + pattern.text()
                        + " should stand here; if it is written as agreed, correct the pattern in the layout");
    }
}
