package io.engageroutes.delivery;

import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.List;

/** Counts a document's transactions and makes of each the message that goes through the flow, if it is for the flow. */
final class DocumentEntries {

    private final DocumentOrigin origin;
    private final ReceiptCheck check;
    private final Tally tally;
    private final List<Fault> faults = new ArrayList<>();
    private int transactions;

    DocumentEntries(DocumentOrigin origin, ReceiptCheck check, Tally tally) {
        this.origin = origin;
        this.check = check;
        this.tally = tally;
    }

    /** The message, or null for what was no sale. */
    Parcel.Entry of(Transaction transaction) {
        transactions++;
        if (transaction instanceof Transaction.Sold sold) {
            return sold(sold);
        }
        if (transaction instanceof Transaction.Rejected rejected) {
            List<Fault> wrong = check.faults(rejected);
            note(rejected.place(), wrong);
            return rejected(rejected.place(), wrong, rejected.receiptNumber(), rejected.original());
        }
        return nonSale((Transaction.NonSale) transaction);
    }

    /** A post-void goes through the flow, where it may become a receipt. */
    private Parcel.Entry nonSale(Transaction.NonSale nonSale) {
        if (nonSale.voids() == null) {
            tally.nonSale(nonSale.reason());
            return null;
        }
        tally.receipt();
        return Parcel.Entry.postVoid(id(), nonSale.place(), nonSale.voids());
    }

    private Parcel.Entry sold(Transaction.Sold sold) {
        List<Fault> wrong = check.faults(sold.receipt());
        note(sold.place(), wrong);
        String original = wrong.isEmpty() && !origin.keepsOriginals()
                ? null
                : sold.original().get();
        if (wrong.isEmpty() || ParcelWriter.isWritable(sold.receipt())) {
            tally.receipt();
            return Parcel.Entry.of(id(), sold.place(), sold.receipt(), original);
        }
        return rejected(sold.place(), wrong, sold.receipt().receiptNumber(), original);
    }

    /** The document itself as a dead letter, since it cannot be read from here on. */
    Parcel.Entry broken(Fault fault, String original) {
        transactions++;
        return rejected("document", List.of(fault), null, original);
    }

    private Parcel.Entry rejected(String place, List<Fault> wrong, String receiptNumber, String original) {
        tally.reject();
        return Parcel.Entry.rejected(id(), place, wrong, receiptNumber, original);
    }

    private String id() {
        return origin.id() + '-' + transactions;
    }

    /** Only a document that will be refused needs to remember the faults of every receipt in it. */
    private void note(String place, List<Fault> wrong) {
        if (origin.whenBroken() == WhenBroken.REFUSE) {
            wrong.forEach(fault -> faults.add(new Fault(
                    fault.code(),
                    transactions == 1 ? fault.place() : place + ": " + fault.place(),
                    fault.value(),
                    fault.rule())));
        }
    }

    /** Those of all receipts of a document that is refused if anything is wrong. */
    List<Fault> faults() {
        return faults;
    }
}
