package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Moment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Reads what names a transaction. */
final class HeaderReader {

    private static final int QUARTER = 15 * 60;

    private final HeaderRules header;
    private final Source source;
    private final String profile;

    HeaderReader(HeaderRules header, Source source, String profile) {
        this.header = header;
        this.source = source;
        this.profile = profile;
    }

    /** The local time of the sale with its offset; null with a fault when there is none. */
    OffsetDateTime occurredAt(Element transaction, String store, Findings findings) {
        String text = header.time().first(transaction);
        if (text == null) {
            findings.fault("time-missing", header.time(), null, "must hold the time of the sale");
            return null;
        }
        Moment moment = Moment.parse(text);
        if (moment == null) {
            findings.fault(
                    "not-a-time", header.time(), text, "must be a time such as 2026-03-01T12:30:00 or with +01:00");
            return null;
        }
        ZoneId zone = source.zoneOf(store);
        ZoneOffset proven = moment.offset() == null ? proven(transaction, moment) : null;
        if (proven != null) {
            return OffsetDateTime.of(moment.local(), proven);
        }
        if (zone == null && moment.offset() == null) {
            findings.fault(
                    "store-zone-unknown",
                    header.store(),
                    store,
                    "the time " + text + " has no offset: add the store with its zone to the store register, "
                            + "or set a zone for source " + source.name());
            return null;
        }
        return moment.in(zone);
    }

    /** The offset of a local time, from the same moment in UTC; null when there is none or they are no two of the same. */
    private ZoneOffset proven(Element transaction, Moment local) {
        String text = header.utcTime().first(transaction);
        Moment utc = text == null ? null : Moment.parse(text);
        if (utc == null || !ZoneOffset.UTC.equals(utc.offset())) {
            return null;
        }
        long seconds = Duration.between(utc.local(), local.local()).toSeconds();
        return seconds % QUARTER == 0 && Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()
                ? ZoneOffset.ofTotalSeconds((int) seconds)
                : null;
    }

    LocalDate businessDate(Element transaction, OffsetDateTime occurredAt, Findings findings) {
        String text = header.businessDate().first(transaction);
        if (text == null) {
            return occurredAt == null ? null : occurredAt.toLocalDate();
        }
        LocalDate day = Moment.parseDate(text);
        if (day == null) {
            findings.fault("not-a-date", header.businessDate(), text, "must be a day such as 2026-03-01");
        }
        return day;
    }

    String uniqueId(String store, String register, LocalDate day, String sequence, String number, Findings findings) {
        List<String> missing = new ArrayList<>(0);
        String id = header.uniqueId()
                .of(
                        part -> switch (part) {
                            case "source" -> source.name();
                            case "store" -> store;
                            case "register" -> register;
                            case "businessDate" -> day == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(day);
                            case "sequence" -> sequence;
                            default -> number;
                        },
                        missing);
        if (id == null) {
            findings.fault(
                    "unique-id-incomplete",
                    "Transaction",
                    null,
                    "the unique id needs " + missing
                            + ", which this transaction does not have; correct it at the sender, "
                            + "or the paths or uniqueId in profile " + profile);
        }
        return id;
    }

    String currency(Element transaction, Findings findings) {
        // XXX is ISO 4217 for "no currency"; tills write it on amounts of nothing
        String currency = header.currency().first(transaction, value -> !value.equals("XXX"));
        if (currency == null && header.defaultCurrency() == null) {
            findings.fault(
                    "currency-missing",
                    header.currency(),
                    null,
                    "must be an ISO 4217 code; if this till never writes one, set defaultCurrency in profile "
                            + profile);
        }
        return currency == null ? header.defaultCurrency() : currency;
    }
}
