package io.engageroutes.intake.idoc;

import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.xml.ContactPath;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.Findings;
import io.engageroutes.intake.xml.NonSaleRule;
import io.engageroutes.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a receipt's segment into a receipt, a non-sale or a rejection, as one layout says. */
final class ReceiptReader {

    private static final Set<String> KNOWN = Set.of("E1WPB02", "E1WPB05", "E1WPB06", "E1WXX01");

    private final IDocLayout layout;
    private final Source source;

    ReceiptReader(IDocLayout layout, Source source) {
        this.layout = layout;
        this.source = source;
    }

    Transaction read(Element receipt, ControlRecord control, String place) {
        String reason = NonSaleRule.reason(layout.filters(), receipt);
        if (reason != null) {
            return new Transaction.NonSale(reason, place);
        }
        Findings findings = new Findings(layout.name(), place);
        ReceiptHeader header = ReceiptHeader.read(receipt, control, layout, source, findings);
        if (layout.voided().holds(receipt)) {
            return voided(receipt, header, place, findings);
        }
        ReceiptAmounts amounts = new ReceiptAmounts(layout, header.currency(), findings);
        new Segment(receipt, "", findings).demandKnown(KNOWN, layout.ignored());
        amounts.read(receipt);
        if (!findings.isEmpty()) {
            return rejected(receipt, header, place, findings);
        }
        if (amounts.isNothing()) {
            return new Transaction.NonSale("nothing-sold", place);
        }
        return new Transaction.Sold(receipt(receipt, header, amounts), place, () -> original(receipt));
    }

    /** Takes back the receipt of the same till and day that it names. */
    private Transaction voided(Element receipt, ReceiptHeader header, String place, Findings findings) {
        String number = LeadingZeros.written(
                layout.voidedNumber().first(receipt), layout.zeros().receiptNumber());
        if (number == null) {
            findings.add(
                    "void-reference-missing",
                    layout.voidedNumber().toString(),
                    null,
                    "must name the receipt that is taken back; correct it at the till, or voided in layout "
                            + layout.name());
        }
        String id = number == null ? null : header.uniqueIdOf(number, layout, source, findings);
        return findings.isEmpty()
                ? new Transaction.NonSale("post-void", place, id)
                : rejected(receipt, header, place, findings);
    }

    private static Transaction rejected(Element receipt, ReceiptHeader header, String place, Findings findings) {
        return new Transaction.Rejected(findings.faults(), place, header.number(), original(receipt));
    }

    /** A card's number may have been read as a member's, but is kept nowhere else. */
    static String original(Element receipt) {
        return ElementText.of(receipt, name -> !name.equals(IDocLayout.CARD_NUMBER));
    }

    private Receipt receipt(Element receipt, ReceiptHeader header, ReceiptAmounts amounts) {
        List<String> vouchers = new ArrayList<>(0);
        layout.vouchersUsed().eachValue(receipt, vouchers::add);
        return new Receipt(
                header.uniqueId(),
                header.number(),
                header.store(),
                header.register(),
                null,
                header.day(),
                header.occurredAt(),
                header.currency(),
                ContactPath.keys(
                        layout.contacts(),
                        receipt,
                        key -> LeadingZeros.written(key, layout.zeros().contact())),
                amounts.lines(),
                amounts.discounts(),
                amounts.tenders(),
                null,
                amounts.taxTotal(),
                amounts.cashRounding(),
                null,
                vouchers,
                List.of());
    }
}
