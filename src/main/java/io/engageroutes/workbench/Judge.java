package io.engageroutes.workbench;

import io.engageroutes.delivery.Content;
import io.engageroutes.delivery.ReceiptCheck;
import io.engageroutes.engage.ReceiptPayload;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import io.engageroutes.receipt.PricedReceipt;
import io.engageroutes.receipt.Pricing;
import io.engageroutes.receipt.Receipt;
import io.engageroutes.receipt.ReceiptRules;
import io.engageroutes.receipt.RejectedReceipt;
import java.util.List;

/** Judges a transaction by the rules of the flow and in its order, up to the call that would be made. */
final class Judge {

    private final ReceiptRules rules;
    private final Pricing pricing;
    private final ReceiptCheck check;
    private final Rating rating;
    private final ReceiptPayload payload;

    Judge(ReceiptRules rules, Pricing pricing, Rating rating, ReceiptPayload payload) {
        this.rules = rules;
        this.pricing = pricing;
        this.check = new ReceiptCheck(rules, pricing);
        this.rating = rating;
        this.payload = payload;
    }

    Judged judge(String document, Transaction transaction) {
        if (transaction instanceof Transaction.NonSale nonSale) {
            return Judged.nonSale(document, nonSale.place(), nonSale.reason(), nonSale.voids());
        }
        if (transaction instanceof Transaction.Rejected rejected) {
            return Judged.rejected(document, rejected.place(), rejected.receiptNumber(), check.faults(rejected));
        }
        if (transaction instanceof Transaction.Numbered numbered) {
            return judge(document, numbered.transaction());
        }
        if (transaction instanceof Transaction.Ordered ordered) {
            return Judged.message(
                    document, ordered.place(), new Content.OfOrder(ordered.order()), check.faults(ordered.order()));
        }
        if (transaction instanceof Transaction.Registered registered) {
            return Judged.message(
                    document,
                    registered.place(),
                    new Content.OfContact(registered.contact()),
                    check.faults(registered.contact()));
        }
        return sold(document, (Transaction.Sold) transaction);
    }

    private Judged sold(String document, Transaction.Sold sold) {
        String place = sold.place();
        Receipt receipt = sold.receipt();
        List<Fault> faults = rules.faults(receipt);
        if (!faults.isEmpty()) {
            return Judged.dead(document, place, receipt, null, faults);
        }
        PricedReceipt priced = null;
        try {
            priced = pricing.price(receipt);
        } catch (RejectedReceipt rejected) {
            faults = rejected.faults();
        }
        if (receipt.contactKeys().isEmpty() && sold.contactOf() != null && priced != null) {
            return Judged.ofContactOf(document, place, priced, sold.contactOf());
        }
        if (receipt.contactKeys().isEmpty() && sold.contactOf() == null) {
            return Judged.skipped(document, place, "no-contact", receipt, priced, faults);
        }
        return priced == null
                ? Judged.dead(document, place, receipt, null, faults)
                : delivered(document, place, priced);
    }

    private Judged delivered(String document, String place, PricedReceipt priced) {
        Rating.Rated rated = rating.rate(priced.receipt());
        return new Judged(
                document,
                place,
                Judged.End.DELIVERED,
                null,
                priced.receipt().receiptNumber(),
                priced.receipt(),
                priced,
                payload.json(priced, rated.rate()),
                null,
                List.of(),
                rated.missing());
    }
}
