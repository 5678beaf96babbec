package io.engageroutes.intake.json;

import io.engageroutes.intake.Source;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the time of a sale: with its offset, or local and then in the zone of the store, never in that of the server. */
final class OccurredAt {

    private static final String NAME = "occurredAt";
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
                    + "(Z|[+-][0-9]{2}:?[0-9]{2})?");

    private final Source source;
    private final boolean utcIsStoreTime;

    /** @param utcIsStoreTime whether a time in UTC becomes the store's own, where its zone is known */
    OccurredAt(Source source, boolean utcIsStoreTime) {
        this.source = source;
        this.utcIsStoreTime = utcIsStoreTime;
    }

    OffsetDateTime read(JsonFields fields, JsonPart part, String storeId) {
        Matcher parts = fields.parsed(
                NAME,
                OccurredAt::parts,
                "not-a-time",
                "a time with its offset such as 2026-03-01T14:22:05+01:00 should stand here, or without offset for the"
                        + " time in the store's own zone");
        if (parts == null) {
            return null;
        }
        LocalDateTime local = LocalDateTime.parse(parts.group(1));
        ZoneId zone = source.zoneOf(storeId);
        if (parts.group(2) != null) {
            OffsetDateTime written = local.atOffset(ZoneOffset.of(parts.group(2)));
            return utcIsStoreTime && zone != null && written.getOffset().equals(ZoneOffset.UTC)
                    ? written.atZoneSameInstant(zone).toOffsetDateTime()
                    : written;
        }
        if (zone == null) {
            part.fault(
                    "store-zone-unknown",
                    NAME,
                    parts.group(),
                    "the time has no offset and store '" + storeId
                            + "' is not in the store register: add the store with its zone, or set the source's zone");
            return null;
        }
        // at the end of summer time an hour comes twice: this takes the first, the earlier offset
        return local.atZone(zone).toOffsetDateTime();
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Matcher parts(String text) {
        Matcher matcher = TIME.matcher(text);
        try {
            if (!matcher.matches()) {
                return null;
            }
            LocalDateTime.parse(matcher.group(1));
            if (matcher.group(2) != null) {
                ZoneOffset.of(matcher.group(2));
            }
            return matcher;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
