package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.ContactPath;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns a transaction's element into a receipt, a non-sale or a rejection, as one profile says. */
final class TransactionReader {

    private final PosLogProfile profile;
    private final HeaderRules header;
    private final HeaderReader headers;
    private final LineItemReader lineItems;
    private final TotalReader totals;

    TransactionReader(PosLogProfile profile, Source source) {
        this.profile = profile;
        this.header = profile.header();
        this.headers = new HeaderReader(header, source, profile.name());
        this.lineItems = new LineItemReader(profile);
        this.totals = new TotalReader(profile.totals());
    }

    Transaction read(Element transaction, String place) {
        for (Filter filter : profile.filters()) {
            if (filter.takesOut(transaction)) {
                return takenOut(filter, transaction, place);
            }
        }
        Findings findings = new Findings(profile.name(), place);
        lineItems.read(transaction, findings);
        BigDecimal total = totals.total(transaction, findings);
        Settlement settled = Settlement.of(total, totals.tax(transaction, findings), profile.tax(), findings);
        Receipt receipt = receipt(transaction, settled, findings);
        if (!findings.faults().isEmpty()) {
            return rejected(findings.faults(), transaction, place);
        }
        if (isNothing(findings, settled.total())) {
            return new Transaction.NonSale("nothing-sold", place);
        }
        return new Transaction.Sold(receipt, place, () -> ElementText.of(transaction));
    }

    private Transaction takenOut(Filter filter, Element transaction, String place) {
        Findings findings = new Findings(profile.name(), place);
        String voids = filter.voids() == null ? null : filter.voids().uniqueId(transaction, header, headers, findings);
        if (filter.rejects()) {
            findings.fault(
                    filter.reason(),
                    "Transaction",
                    null,
                    "it is not known whether this was a sale: see filters in profile " + profile.name());
        }
        return findings.faults().isEmpty()
                ? new Transaction.NonSale(filter.reason(), place, voids)
                : rejected(findings.faults(), transaction, place);
    }

    private Transaction rejected(List<Fault> faults, Element transaction, String place) {
        return new Transaction.Rejected(faults, place, receiptNumber(transaction), ElementText.of(transaction));
    }

    /** What is known of a transaction that could not be read whole. */
    String receiptNumber(Element transaction) {
        return header.receiptNumber().first(transaction);
    }

    private Receipt receipt(Element transaction, Settlement settled, Findings findings) {
        String store = header.store().first(transaction);
        String register = header.register().first(transaction);
        String sequence = header.sequence().first(transaction);
        String number = header.receiptNumber().first(transaction);
        OffsetDateTime occurredAt = headers.occurredAt(transaction, store, findings);
        LocalDate day = headers.businessDate(transaction, occurredAt, findings);
        Receipt receipt = new Receipt(
                headers.uniqueId(store, register, day, sequence, number, findings),
                number,
                store,
                register,
                sequence,
                day,
                occurredAt,
                headers.currency(transaction, findings),
                ContactPath.keys(profile.contacts(), transaction, UnaryOperator.identity()),
                findings.lines.kept().stream().map(ReadLine::line).toList(),
                findings.discounts,
                findings.tenders.kept(),
                settled.total(),
                settled.tax(),
                TotalReader.rounding(settled.total(), findings),
                null,
                List.of(),
                List.of());
        return profile.tax().onTop() ? TaxInLines.of(receipt, findings) : receipt;
    }

    /** All lines voided or only rows without money: nothing was sold, nothing was paid. */
    private static boolean isNothing(Findings findings, BigDecimal total) {
        return findings.lines.kept().isEmpty()
                && findings.discounts.isEmpty()
                && findings.tenders.paid().signum() == 0
                && (total == null || total.signum() == 0);
    }
}
