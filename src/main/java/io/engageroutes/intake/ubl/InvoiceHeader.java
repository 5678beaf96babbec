package io.engageroutes.intake.ubl;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import io.engageroutes.intake.xml.Moment;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What names an invoice. */
record InvoiceHeader(
        String number, String store, String currency, LocalDate day, OffsetDateTime occurredAt, String uniqueId) {

    static InvoiceHeader read(Element invoice, String type, UblLayout layout, Source source, Findings findings) {
        String number = invoice.text("ID");
        if (number == null) {
            findings.add("number-missing", "ID", null, "must be given: the invoice's number; correct it at the sender");
        }
        String store = store(invoice, layout, findings);
        String currency = invoice.text("DocumentCurrencyCode");
        if (currency == null) {
            findings.add(
                    "currency-missing",
                    "DocumentCurrencyCode",
                    null,
                    "must be given, such as SEK: the currency of the invoice's amounts; correct it at the sender");
        }
        String written = invoice.text("IssueDate");
        LocalDate day = written == null ? null : Moment.parseDate(written);
        if (day == null) {
            findings.add(
                    written == null ? "date-missing" : "not-a-date",
                    "IssueDate",
                    written,
                    "must be a day such as 2026-03-01; correct it at the sender");
        }
        return new InvoiceHeader(
                number,
                store,
                currency,
                day,
                day == null || store == null ? null : occurredAt(invoice, day, store, source, findings),
                uniqueId(invoice, number, store, day, type, layout, source, findings));
    }

    private static String store(Element invoice, UblLayout layout, Findings findings) {
        String written = layout.store().written(List.of(invoice));
        String store = layout.store().of(written);
        if (store == null) {
            findings.add(
                    written == null ? "store-missing" : "store-not-listed",
                    layout.store().paths().toString(),
                    written,
                    "no store is known for it: add it to store.values in layout " + layout.name()
                            + ", or name one store for all with store.constant");
        }
        return store;
    }

    /** An invoice seldom has a time; noon keeps its day the same in every zone near the store's. */
    private static OffsetDateTime occurredAt(
            Element invoice, LocalDate day, String store, Source source, Findings findings) {
        String time = invoice.text("IssueTime");
        Moment moment = Moment.parse(day + "T" + (time == null ? "12:00:00" : time));
        if (moment == null) {
            findings.add("not-a-time", "IssueTime", time, "must be a time such as 14:30:00, or be left out");
            return null;
        }
        ZoneId zone = source.zoneOf(store);
        if (zone == null && moment.offset() == null) {
            findings.add(
                    "store-zone-unknown",
                    "IssueDate",
                    store,
                    "the day has no zone: add the store with its zone to the store register, or set a zone for stores that "
                            + "it does not have");
            return null;
        }
        return moment.in(zone);
    }

    private static String uniqueId(
            Element invoice,
            String number,
            String store,
            LocalDate day,
            String type,
            UblLayout layout,
            Source source,
            Findings findings) {
        Map<String, String> values = new HashMap<>();
        values.put("source", source.name());
        values.put("store", store);
        values.put("supplier", layout.supplier().first(invoice));
        values.put("number", number);
        values.put("date", day == null ? null : day.toString());
        values.put("type", type);
        return findings.uniqueId(layout.uniqueId(), values);
    }
}
