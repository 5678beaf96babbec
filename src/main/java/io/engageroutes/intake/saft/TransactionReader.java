package io.engageroutes.intake.saft;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.Moment;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a cashtransaction into a receipt, a non-sale or a rejection, as one layout says. */
final class TransactionReader {

    private static final String UNKNOWN_TYPE =
            "must be one of the types in transactions of layout %s: say there whether it is a sale, or why it is none";

    private final SaftLayout layout;
    private final Source source;
    private final Codes codes;
    private final LineReader lines;
    private final VatReader vat;
    private final PaymentReader payments;
    private final RaiseReader raises;

    TransactionReader(SaftLayout layout, Source source, Codes codes) {
        this.layout = layout;
        this.source = source;
        this.codes = codes;
        this.lines = new LineReader(layout, codes);
        this.vat = new VatReader(layout, codes);
        this.payments = new PaymentReader(layout, codes);
        this.raises = new RaiseReader(layout, codes);
    }

    /** @param currency of the document, or null */
    Transaction read(Element transaction, Location location, String currency, String place) {
        if (isSet(transaction, "trainingID")) {
            return new Transaction.NonSale("training", place);
        }
        if (isSet(transaction, "voidTransaction")) {
            return new Transaction.NonSale("void", place);
        }
        String type = Findings.text(transaction, "transType");
        String meaning = layout.types.of(type, codes);
        if (meaning != null && !meaning.equals(TypeRules.SALE)) {
            return new Transaction.NonSale(meaning, place);
        }
        Findings findings = new Findings(place);
        BigDecimal amount = findings.required(transaction, "transAmntIn", "");
        boolean nothing = transaction.child("ctLine") == null && amount.signum() == 0;
        if (nothing && findings.faults().isEmpty()) {
            return new Transaction.NonSale("nothing-sold", place);
        }
        if (meaning == null) {
            findings.fault("transaction-type-unknown", "transType", type, UNKNOWN_TYPE.formatted(layout.name));
        }
        Receipt receipt = receipt(transaction, amount, location, currency, findings);
        return findings.faults().isEmpty()
                ? new Transaction.Sold(receipt, place, () -> ElementText.of(transaction))
                : new Transaction.Rejected(
                        findings.faults(), place, receipt.receiptNumber(), ElementText.of(transaction));
    }

    private static boolean isSet(Element transaction, String flag) {
        String text = Findings.text(transaction, flag);
        return "true".equalsIgnoreCase(text) || "1".equals(text);
    }

    /** What is known of a transaction that could not be read whole. */
    String receiptNumber(Element transaction) {
        return layout.receiptNumber.first(transaction);
    }

    private Receipt receipt(
            Element transaction, BigDecimal amount, Location location, String headerCurrency, Findings findings) {
        boolean flipped =
                layout.lines.byDebit() && amount.signum() > 0 && "D".equals(Findings.text(transaction, "amntTp"));
        BigDecimal total = flipped ? amount.negate() : amount;
        String currency = currency(headerCurrency, findings);
        Basket basket = lines.read(transaction, total, findings);
        total = payments.withoutRounding(transaction, basket, raises.add(transaction, basket, total, findings));
        PaymentReader.Paid paid = payments.read(transaction, total, flipped, currency, findings);
        String store = location.store(findings);
        OffsetDateTime occurredAt = occurredAt(transaction, store, findings);
        LocalDate day = day(transaction, layout.businessDate.first(transaction), findings);
        String number = layout.receiptNumber.first(transaction);
        String sequence = layout.sequence.first(transaction);
        return new Receipt(
                uniqueId(transaction, location, day, sequence, number, findings),
                number,
                store,
                location.register(),
                sequence,
                day,
                occurredAt,
                currency,
                List.of(),
                basket.lines,
                basket.discounts,
                paid.tenders(),
                total,
                vat.total(transaction, flipped, findings),
                paid.rounding(),
                null,
                List.of(),
                List.of());
    }

    private OffsetDateTime occurredAt(Element transaction, String store, Findings findings) {
        LocalDate date = day(transaction, Findings.text(transaction, "transDate"), findings);
        String time = Findings.text(transaction, "transTime");
        Moment moment = date == null || time == null ? null : Moment.parse(date + "T" + time);
        if (moment == null) {
            if (date != null) {
                findings.fault(
                        "not-a-time",
                        "transTime",
                        time,
                        "must be the time of the sale, such as 12:30:00; correct it at the sender");
            }
            return null;
        }
        ZoneId zone = source.zoneOf(store);
        if (zone == null && moment.offset() == null) {
            if (store == null) {
                return null;
            }
            findings.fault(
                    "store-zone-unknown",
                    "transTime",
                    time,
                    "has no offset: add the store '" + store
                            + "' with its zone to the store register, name it in stores of" + " layout " + layout.name
                            + ", or set a zone for source " + source.name());
            return null;
        }
        return moment.in(zone);
    }

    private static LocalDate day(Element transaction, String text, Findings findings) {
        LocalDate day = text == null ? null : Moment.parseDate(text);
        if (day == null) {
            findings.fault(
                    "not-a-date",
                    "transDate",
                    text,
                    "must be a day such as 2026-03-01; correct it at the sender, or businessDate in the layout");
        }
        return day;
    }

    private String uniqueId(
            Element transaction, Location location, LocalDate day, String sequence, String number, Findings findings) {
        Map<String, String> parts = new HashMap<>();
        parts.put("source", source.name());
        parts.put("company", location.company());
        parts.put("store", location.store());
        parts.put("register", location.register());
        parts.put("day", day == null ? null : DateTimeFormatter.BASIC_ISO_DATE.format(day));
        parts.put("transaction", Findings.text(transaction, "transID"));
        parts.put("sequence", sequence);
        parts.put("number", number);
        List<String> missing = new ArrayList<>(0);
        String id = layout.uniqueId.of(parts::get, missing);
        if (id == null) {
            findings.fault(
                    "unique-id-incomplete",
                    "transID",
                    parts.get("transaction"),
                    "the unique id needs " + missing
                            + ", which this transaction or what stands around it does not have;"
                            + " correct it at the sender, or uniqueId in layout " + layout.name);
        }
        return id;
    }

    private String currency(String inHeader, Findings findings) {
        String currency = inHeader == null ? layout.currency : inHeader;
        if (currency == null) {
            findings.fault(
                    "currency-missing",
                    "header/curCode",
                    null,
                    "must be an ISO 4217 code; if this till never writes one, set currency in layout " + layout.name);
        }
        return currency;
    }
}
