package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import io.engageroutes.intake.Transaction;
import io.engageroutes.receipt.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts a document's transactions and makes of each the message that goes through the flow, if it is for the flow. */
final class DocumentEntries {

    private static final int MOST_NUMBERS = 1000;

    private final DocumentOrigin origin;
    private final ReceiptCheck check;
    private final Tally tally;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final Consumer<List<String>> numbersCame;
    private int transactions;

    /** @param numbersCame is told the shop's own order numbers, now and then while the document streams */
    DocumentEntries(DocumentOrigin origin, ReceiptCheck check, Tally tally, Consumer<List<String>> numbersCame) {
        this.numbersCame = numbersCame;
        this.origin = origin;
        this.check = check;
        this.tally = tally;
    }

    /** The message, or null for what was no sale. */
    Parcel.Entry of(Transaction transaction) {
        transactions++;
        return entry(transaction);
    }

    private Parcel.Entry entry(Transaction transaction) {
        if (transaction instanceof Transaction.Numbered numbered) {
            number(numbered.number());
            return entry(numbered.transaction());
        }
        if (transaction instanceof Transaction.Sold sold) {
            List<Fault> wrong = check.faults(sold.receipt());
            Parcel.Entry entry = canonical(new Content.OfReceipt(sold.receipt()), wrong, sold.place(), sold.original());
            return sold.contactOf() == null || entry.content() == null ? entry : entry.ofContactOf(sold.contactOf());
        }
        if (transaction instanceof Transaction.Ordered ordered) {
            List<Fault> wrong = check.faults(ordered.order());
            return canonical(new Content.OfOrder(ordered.order()), wrong, ordered.place(), ordered.original());
        }
        if (transaction instanceof Transaction.Registered registered) {
            List<Fault> wrong = check.faults(registered.contact());
            return canonical(
                    new Content.OfContact(registered.contact()), wrong, registered.place(), registered.original());
        }
        if (transaction instanceof Transaction.Rejected rejected) {
            List<Fault> wrong = check.faults(rejected);
            note(rejected.place(), wrong);
            return rejected(rejected.place(), rejected.kind(), wrong, rejected.receiptNumber(), rejected.original());
        }
        return nonSale((Transaction.NonSale) transaction);
    }

    /** A document that may still be refused as a whole tells them at its end only. */
    private void number(String number) {
        numbers.add(number);
        if (numbers.size() >= MOST_NUMBERS && origin.whenBroken() != WhenBroken.REFUSE) {
            tellNumbers();
        }
    }

    void tellNumbers() {
        if (!numbers.isEmpty()) {
            numbersCame.accept(List.copyOf(numbers));
            numbers.clear();
        }
    }

    /** A post-void goes through the flow, where it may become a receipt. */
    private Parcel.Entry nonSale(Transaction.NonSale nonSale) {
        if (nonSale.voids() == null) {
            tally.nonSale(nonSale.reason());
            return null;
        }
        tally.message(Kind.RECEIPT);
        return Parcel.Entry.postVoid(id(), nonSale.place(), nonSale.voids());
    }

    private Parcel.Entry canonical(Content content, List<Fault> wrong, String place, Supplier<String> text) {
        note(place, wrong);
        String original = wrong.isEmpty() && !origin.keepsOriginals() ? null : text.get();
        if (wrong.isEmpty() || ParcelWriter.isWritable(content)) {
            tally.message(content.kind());
            return Parcel.Entry.of(id(), place, content, original);
        }
        return rejected(place, content.kind(), wrong, content.number(), original);
    }

    /** The document itself as a dead letter, since it cannot be read from here on. */
    Parcel.Entry broken(Fault fault, String original) {
        transactions++;
        return rejected("document", Kind.RECEIPT, List.of(fault), null, original);
    }

    private Parcel.Entry rejected(String place, Kind kind, List<Fault> wrong, String number, String original) {
        tally.reject();
        return Parcel.Entry.rejected(id(), place, kind, wrong, number, original);
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
