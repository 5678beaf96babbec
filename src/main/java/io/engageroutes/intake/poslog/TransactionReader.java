package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.Moment;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Turns a transaction's element into a receipt, a non-sale or a rejection, as one profile says. */
final class TransactionReader {

    private final PosLogProfile profile;
    private final HeaderRules header;
    private final Source source;
    private final LineItemReader lineItems;
    private final TotalReader totals;

    TransactionReader(PosLogProfile profile, Source source) {
        this.profile = profile;
        this.header = profile.header();
        this.source = source;
        this.lineItems = new LineItemReader(profile);
        this.totals = new TotalReader(profile.totals());
    }

    Transaction read(Element transaction, String place) {
        for (Filter filter : profile.filters()) {
            if (filter.takesOut(transaction)) {
                return new Transaction.NonSale(filter.reason(), place);
            }
        }
        Findings findings = new Findings(profile.name(), place);
        lineItems.read(transaction, findings);
        BigDecimal total = totals.total(transaction, findings);
        Receipt receipt = receipt(transaction, total, findings);
        if (!findings.faults().isEmpty()) {
            return new Transaction.Rejected(
                    findings.faults(), place, receipt.receiptNumber(), ElementText.of(transaction));
        }
        if (isNothing(findings, total)) {
            return new Transaction.NonSale("nothing-sold", place);
        }
        return new Transaction.Sold(receipt, place, () -> ElementText.of(transaction));
    }

    /** What is known of a transaction that could not be read whole. */
    String receiptNumber(Element transaction) {
        return header.receiptNumber().first(transaction);
    }

    private Receipt receipt(Element transaction, BigDecimal total, Findings findings) {
        String store = header.store().first(transaction);
        String register = header.register().first(transaction);
        String sequence = header.sequence().first(transaction);
        String number = header.receiptNumber().first(transaction);
        OffsetDateTime occurredAt = occurredAt(transaction, store, findings);
        LocalDate day = businessDate(transaction, occurredAt, findings);
        return new Receipt(
                uniqueId(store, register, day, sequence, number, findings),
                number,
                store,
                register,
                sequence,
                day,
                occurredAt,
                currency(transaction, findings),
                ContactReader.read(profile.contacts(), transaction),
                findings.lines,
                findings.discounts,
                findings.tenders,
                total,
                totals.tax(transaction, total, findings),
                TotalReader.rounding(total, findings),
                null,
                List.of(),
                List.of());
    }

    private OffsetDateTime occurredAt(Element transaction, String store, Findings findings) {
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
        ZoneId zone = source.stores() == null
                ? source.zone()
                : source.stores().store(store).map(Store::zone).orElse(source.zone());
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

    private LocalDate businessDate(Element transaction, OffsetDateTime occurredAt, Findings findings) {
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

    private String uniqueId(
            String store, String register, LocalDate day, String sequence, String number, Findings findings) {
        List<UniqueId.Part> missing = new ArrayList<>(0);
        String id = header.uniqueId().of(source.name(), store, register, day, sequence, number, missing);
        if (id == null) {
            findings.fault(
                    "unique-id-incomplete",
                    "Transaction",
                    null,
                    "the unique id needs " + missing
                            + ", which this transaction does not have; correct it at the sender, "
                            + "or the paths or uniqueId in profile " + profile.name());
        }
        return id;
    }

    private String currency(Element transaction, Findings findings) {
        // XXX is ISO 4217 for "no currency"; tills write it on amounts of nothing
        String currency = header.currency().first(transaction, value -> !value.equals("XXX"));
        if (currency == null && header.defaultCurrency() == null) {
            findings.fault(
                    "currency-missing",
                    header.currency(),
                    null,
                    "must be an ISO 4217 code; if this till never writes one, set defaultCurrency in profile "
                            + profile.name());
        }
        return currency == null ? header.defaultCurrency() : currency;
    }

    /** All lines voided or only rows without money: nothing was sold, nothing was paid. */
    private static boolean isNothing(Findings findings, BigDecimal total) {
        return findings.lines.isEmpty()
                && findings.discounts.isEmpty()
                && findings.paid().signum() == 0
                && (total == null || total.signum() == 0);
    }
}
