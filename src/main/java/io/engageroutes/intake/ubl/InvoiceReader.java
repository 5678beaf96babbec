package io.engageroutes.intake.ubl;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.ContactPath;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.Findings;
import io.engageroutes.intake.xml.NonSaleRule;
import io.engageroutes.receipt.Receipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns an Invoice or CreditNote into a receipt, a non-sale or a rejection, as one layout says. */
final class InvoiceReader {

    private final UblLayout layout;
    private final Source source;

    InvoiceReader(UblLayout layout, Source source) {
        this.layout = layout;
        this.source = source;
    }

    Transaction read(Element invoice, String place) {
        String reason = NonSaleRule.reason(layout.filters(), invoice);
        String type = InvoiceTypes.code(
                invoice.name(),
                invoice.text(invoice.name().equals("CreditNote") ? "CreditNoteTypeCode" : "InvoiceTypeCode"));
        reason = reason == null ? layout.types().nonSale().get(type) : reason;
        if (reason != null) {
            return new Transaction.NonSale(reason, place);
        }
        Findings findings = new Findings(layout.name(), place);
        int direction = layout.types().direction(invoice.name(), type);
        if (direction == 0) {
            typeRefused(invoice, type, findings);
        }
        Receipt receipt = receipt(invoice, type, direction < 0, findings);
        return findings.isEmpty()
                ? new Transaction.Sold(receipt, place, () -> ElementText.of(invoice))
                : new Transaction.Rejected(findings.faults(), place, invoice.text("ID"), ElementText.of(invoice));
    }

    private void typeRefused(Element invoice, String type, Findings findings) {
        String because = layout.types().refused().get(type);
        findings.add(
                because == null ? "invoice-type-unknown" : "invoice-type-refused",
                invoice.name() + "TypeCode",
                type,
                because == null
                        ? "nobody says whether documents of this type are sales: add it to sale, credit or nonSale in types of "
                                + "layout " + layout.name()
                        : because);
    }

    /** Null when the invoice has faults. */
    private Receipt receipt(Element invoice, String type, boolean reversed, Findings findings) {
        InvoiceHeader header = InvoiceHeader.read(invoice, type, layout, source, findings);
        // Amounts are compared with each other as soon as each can be read, whatever is wrong with the rest.
        Findings money = new Findings(layout.name(), findings.place());
        Amounts amounts = new Amounts(header.currency(), reversed, money);
        InvoiceTotals totals = InvoiceTotals.read(invoice, amounts, money);
        TaxGroups taxes = new TaxGroups(amounts, money);
        taxes.read(invoice, header.currency());
        List<Part> parts = new Parts(layout.item(), amounts, reversed, money).read(invoice);
        List<PricedPart> priced = money.isEmpty() ? priced(totals, taxes, parts, amounts, money) : List.of();
        findings.addAll(money);
        return findings.isEmpty() ? receipt(invoice, header, totals, taxes.tax(), priced, amounts.decimals()) : null;
    }

    /** The parts with their VAT; what does not add up is a fault. */
    private static List<PricedPart> priced(
            InvoiceTotals totals, TaxGroups taxes, List<Part> parts, Amounts amounts, Findings findings) {
        taxes.assign(parts, totals.exclusive());
        if (!findings.isEmpty()) {
            return List.of();
        }
        totals.check(parts, taxes.all(), taxes.tax(), amounts, findings);
        if (!findings.isEmpty()) {
            return List.of();
        }
        BigDecimal total = totals.roundingIsInside(taxes.tax())
                ? totals.inclusive().subtract(totals.rounding())
                : totals.inclusive();
        try {
            return PricedPart.all(taxes.all(), total, amounts.decimals());
        } catch (IllegalStateException impossible) {
            findings.add(
                    "tax-inclusive-mismatch",
                    "LegalMonetaryTotal/TaxInclusiveAmount",
                    amounts.shown(totals.inclusive()),
                    "no rounding of lines, charges and allowances comes to it; have the invoice corrected and sent again");
            return List.of();
        }
    }

    private Receipt receipt(
            Element invoice,
            InvoiceHeader header,
            InvoiceTotals totals,
            BigDecimal tax,
            List<PricedPart> priced,
            int decimals) {
        boolean inside = totals.roundingIsInside(tax);
        long rounding = inside ? totals.rounding().movePointRight(decimals).longValueExact() : 0;
        ReceiptLines lines = new ReceiptLines(layout, priced, rounding, decimals);
        BigDecimal total = totals.inclusive().setScale(decimals);
        BigDecimal cash = totals.cashRounding(tax);
        return new Receipt(
                header.uniqueId(),
                header.number(),
                header.store(),
                null,
                null,
                header.day(),
                header.occurredAt(),
                header.currency(),
                ContactPath.keys(layout.contacts(), invoice, UnaryOperator.identity()),
                lines.lines(),
                lines.discounts(),
                layout.tenders().of(invoice, cash == null ? total : total.add(cash), totals.prepaid()),
                total,
                tax.setScale(decimals),
                cash,
                null,
                List.of(),
                List.of());
    }
}
