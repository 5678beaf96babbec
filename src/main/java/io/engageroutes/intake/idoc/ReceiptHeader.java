package io.engageroutes.intake.idoc;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names a receipt. */
record ReceiptHeader(
        String store,
        String register,
        String number,
        LocalDate day,
        OffsetDateTime occurredAt,
        String currency,
        String uniqueId) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HHmmss").withResolverStyle(ResolverStyle.STRICT);

    static ReceiptHeader read(
            Element receipt, ControlRecord control, IDocLayout layout, Source source, Findings findings) {
        String store = store(receipt, control, layout, findings);
        String register =
                LeadingZeros.written(receipt.text("KASSID"), layout.zeros().register());
        String number =
                LeadingZeros.written(receipt.text("BONNUMMER"), layout.zeros().receiptNumber());
        if (number == null) {
            findings.add(
                    "number-missing", "BONNUMMER", null, "must be given: the receipt's number; correct it at the till");
        }
        LocalDate day = day(receipt, findings);
        LocalTime time = time(receipt, findings);
        String currency = receipt.text("BELEGWAERS");
        if (currency == null && layout.defaultCurrency() == null) {
            findings.add(
                    "currency-missing",
                    "BELEGWAERS",
                    null,
                    "must be an ISO 4217 code; if this system never writes one, set defaultCurrency in layout "
                            + layout.name());
        }
        ReceiptHeader header = new ReceiptHeader(
                store,
                register,
                number,
                day,
                occurredAt(day, time, store, source, findings),
                currency == null ? layout.defaultCurrency() : currency,
                null);
        return number == null || store == null || day == null
                ? header
                : header.withId(header.uniqueIdOf(number, layout, source, findings));
    }

    private ReceiptHeader withId(String id) {
        return new ReceiptHeader(store, register, number, day, occurredAt, currency, id);
    }

    /** The unique id of a receipt of the same till and day. */
    String uniqueIdOf(String ofNumber, IDocLayout layout, Source source, Findings findings) {
        Map<String, String> values = new HashMap<>();
        values.put("source", source.name());
        values.put("store", store);
        values.put("register", register);
        values.put("date", day == null ? null : DAY.format(day));
        values.put("number", ofNumber);
        return findings.uniqueId(layout.uniqueId(), values);
    }

    private static String store(Element receipt, ControlRecord control, IDocLayout layout, Findings findings) {
        String written = layout.store().written(List.of(receipt, control.element()));
        String stripped = LeadingZeros.written(written, layout.zeros().store());
        String store = layout.store().values().containsKey(written == null ? "" : written)
                ? layout.store().of(written)
                : layout.store().of(stripped);
        if (store == null) {
            findings.add(
                    written == null ? "store-missing" : "store-not-listed",
                    layout.store().paths().toString(),
                    written,
                    "no store is known for it: add it to store.values in layout " + layout.name());
        }
        return store;
    }

    private static LocalDate day(Element receipt, Findings findings) {
        String text = receipt.text("VORGDATUM");
        try {
            return LocalDate.parse(text == null ? "" : text, DAY);
        } catch (DateTimeException e) {
            findings.add(
                    text == null ? "date-missing" : "not-a-date",
                    "VORGDATUM",
                    text,
                    "must be a day such as 20260301; correct it at the till");
            return null;
        }
    }

    private static LocalTime time(Element receipt, Findings findings) {
        String text = receipt.text("VORGZEIT");
        try {
            return LocalTime.parse(text == null ? "" : text, TIME);
        } catch (DateTimeException e) {
            findings.add(
                    text == null ? "time-missing" : "not-a-time",
                    "VORGZEIT",
                    text,
                    "must be a time such as 143000; correct it at the till");
            return null;
        }
    }

    private static OffsetDateTime occurredAt(
            LocalDate day, LocalTime time, String store, Source source, Findings findings) {
        if (day == null || time == null || store == null) {
            return null;
        }
        ZoneId zone = source.zoneOf(store);
        if (zone == null) {
            findings.add(
                    "store-zone-unknown",
                    "VORGZEIT",
                    store,
                    "the time has no offset: add the store with its zone to the store register, or set a zone for stores that it "
                            + "does not have");
            return null;
        }
        // Of the hour that comes twice at the end of summer time it is the first.
        return ZonedDateTime.ofLocal(day.atTime(time), zone, null).toOffsetDateTime();
    }
}
