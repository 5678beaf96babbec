package io.engageroutes.intake.ubl;

import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.Findings;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The totals of an invoice, signed, and whether they follow from its parts.
 *
 * @param inclusive what was bought, with VAT: the receipt's total
 * @param rounding what was added to the amount to pay, or null
 * @param payable what is left to pay: after what was prepaid, so never what was bought
 */
record InvoiceTotals(
        BigDecimal lines,
        BigDecimal exclusive,
        BigDecimal inclusive,
        BigDecimal allowances,
        BigDecimal charges,
        BigDecimal prepaid,
        BigDecimal rounding,
        BigDecimal payable) {

    private static final String TOTALS = "LegalMonetaryTotal";

    static InvoiceTotals read(Element invoice, Amounts amounts, Findings findings) {
        Element total = invoice.child(TOTALS);
        if (total == null) {
            findings.add(
                    "totals-missing",
                    TOTALS,
                    null,
                    "must be given: without totals an invoice cannot be checked; have it sent with them");
            return null;
        }
        return new InvoiceTotals(
                required(total, "LineExtensionAmount", amounts),
                required(total, "TaxExclusiveAmount", amounts),
                required(total, "TaxInclusiveAmount", amounts),
                optional(total, "AllowanceTotalAmount", amounts),
                optional(total, "ChargeTotalAmount", amounts),
                optional(total, "PrepaidAmount", amounts),
                optional(total, "PayableRoundingAmount", amounts),
                required(total, "PayableAmount", amounts));
    }

    private static BigDecimal required(Element total, String name, Amounts amounts) {
        return amounts.total(amounts.required(total.child(name), TOTALS + "/" + name));
    }

    private static BigDecimal optional(Element total, String name, Amounts amounts) {
        return amounts.total(amounts.read(total.child(name), TOTALS + "/" + name));
    }

    /** Whether the rounding is part of what was bought already, as invoices before Peppol have it. */
    boolean roundingIsInside(BigDecimal tax) {
        return rounding != null
                && rounding.signum() != 0
                && inclusive.compareTo(exclusive.add(tax)) != 0
                && inclusive.compareTo(exclusive.add(tax).add(rounding)) == 0;
    }

    /** What rounding to coins adds on top of the total, or null. */
    BigDecimal cashRounding(BigDecimal tax) {
        return rounding == null || rounding.signum() == 0 || roundingIsInside(tax) ? null : rounding;
    }

    /** Everything that does not add up, each with both figures. */
    void check(List<Part> parts, List<TaxGroup> groups, BigDecimal tax, Amounts amounts, Findings findings) {
        Checks checks = new Checks(amounts, findings);
        checks.sum(
                "lines-total-mismatch",
                TOTALS + "/LineExtensionAmount",
                lines,
                nets(parts, part -> !part.isOfDocument()),
                "the sum of the lines");
        if (allowances != null) {
            checks.sum(
                    "allowance-total-mismatch",
                    TOTALS + "/AllowanceTotalAmount",
                    allowances,
                    nets(parts, part -> part.isOfDocument() && part.kind() == Part.Kind.ALLOWANCE).stream()
                            .map(BigDecimal::negate)
                            .toList(),
                    "the sum of the allowances");
        }
        if (charges != null) {
            checks.sum(
                    "charge-total-mismatch",
                    TOTALS + "/ChargeTotalAmount",
                    charges,
                    nets(parts, part -> part.isOfDocument() && part.kind() == Part.Kind.CHARGE),
                    "the sum of the charges");
        }
        checks.sum(
                "tax-exclusive-mismatch",
                TOTALS + "/TaxExclusiveAmount",
                exclusive,
                nets(parts, part -> true),
                "lines and charges less allowances");
        if (groups.get(0).category != null) {
            checks.sum(
                    "tax-total-mismatch",
                    "TaxTotal/TaxAmount",
                    tax,
                    groups.stream().map(group -> group.tax).toList(),
                    "the sum of the VAT categories");
        }
        groups.forEach(checks::category);
        if (!roundingIsInside(tax)) {
            checks.sum(
                    "tax-inclusive-mismatch",
                    TOTALS + "/TaxInclusiveAmount",
                    inclusive,
                    List.of(exclusive, tax),
                    "TaxExclusiveAmount and VAT");
        }
        checks.sum(
                "payable-mismatch",
                TOTALS + "/PayableAmount",
                payable,
                Stream.of(inclusive, prepaid == null ? null : prepaid.negate(), cashRounding(tax))
                        .filter(amount -> amount != null)
                        .toList(),
                "TaxInclusiveAmount less PrepaidAmount and with PayableRoundingAmount");
    }

    private static List<BigDecimal> nets(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).map(Part::net).toList();
    }
}
