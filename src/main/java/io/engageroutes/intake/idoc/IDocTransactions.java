package io.engageroutes.intake.idoc;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.util.List;

/** Walks through a document from one IDoc to the next, and through each from one receipt to the next. */
final class IDocTransactions implements Transactions {

    private static final String CONTROL = "EDI_DC40";

    private final XmlDocument xml;
    private final IDocLayout layout;
    private final ReceiptReader reader;
    private ControlRecord control;
    private boolean skipping;
    private Refused refused;
    private int idocs;
    private int inIdoc;
    private int count;

    IDocTransactions(XmlDocument xml, IDocLayout layout, Source source) {
        this.xml = xml;
        this.layout = layout;
        this.reader = new ReceiptReader(layout, source);
    }

    /** An IDoc that is no receipt, while the rest of it is looked through. */
    private record Refused(ControlRecord control, String place, String because, SumCheck sum) {

        Fault fault() {
            String sum = this.sum == null ? "" : "; it has " + this.sum.result();
            return new Fault(
                    "no-receipts",
                    place,
                    (control.idocType() + (control.messageType().isEmpty() ? "" : " (" + control.messageType() + ")"))
                            .strip(),
                    because + "; it is " + control + sum);
        }
    }

    @Override
    public Transaction next() {
        for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
            if (name.equals("IDOC")) {
                Transaction last = endOfIdoc(false);
                begin();
                if (last != null) {
                    return last;
                }
            } else if (name.equals(CONTROL) && xml.isInside("IDOC")) {
                control(ControlRecord.of(xml.element()));
            } else if (refused != null && refused.sum() != null && refused.sum().wants(name)) {
                refused.sum().take(xml.element());
            } else if (!skipping && name.equals(layout.receipt()) && xml.isInside("IDOC")) {
                return receipt();
            }
        }
        Transaction last = endOfIdoc(true);
        if (last == null && count == 0) {
            throw xml.broken(
                    idocs == 0 ? "no-idocs" : "no-receipts",
                    null,
                    idocs == 0
                            ? "the document has no IDOC in it; see that this source is meant for it"
                            : "the document's IDocs have no " + layout.receipt()
                                    + " in them, so no receipt; see that SAP or the till fills it");
        }
        return last;
    }

    private void begin() {
        idocs++;
        inIdoc = 0;
        control = null;
        skipping = false;
    }

    private void control(ControlRecord record) {
        control = record;
        if (layout.holdsReceipts(record)) {
            return;
        }
        skipping = true;
        Refusal refusal = layout.refusalOf(record);
        refused = new Refused(
                record,
                xml.place(),
                refusal == null
                        ? "IDocs of this type are not declared: if they hold receipts, add the type to idocTypes, or the message type to "
                                + "messageTypes, in layout " + layout.name()
                        : refusal.because(),
                refusal == null || refusal.sum() == null ? null : new SumCheck(refusal.sum()));
    }

    /** One IDoc of no receipts and nothing else is a document for somebody else. Among others it is rejected alone. */
    private Transaction endOfIdoc(boolean atEnd) {
        if (refused == null) {
            return null;
        }
        Fault fault = refused.fault();
        String place = refused.place();
        refused = null;
        if (atEnd && idocs == 1) {
            throw new BrokenDocument(fault);
        }
        count++;
        return new Transaction.Rejected(List.of(fault), place, null, "");
    }

    private Transaction receipt() {
        count++;
        inIdoc++;
        String place = xml.place();
        Element receipt = xml.element();
        if (control == null) {
            Fault fault = new Fault(
                    "control-record-missing",
                    place,
                    null,
                    "an IDoc must begin with EDI_DC40: who sent it and what it holds are not known without it");
            return new Transaction.Rejected(
                    List.of(fault), place, receipt.text("BONNUMMER"), ReceiptReader.original(receipt));
        }
        String within = place + " (" + control + ", receipt " + inIdoc + ")";
        return xml.wasTooLarge() ? tooLarge(receipt, within) : reader.read(receipt, control, within);
    }

    private Transaction tooLarge(Element beginning, String place) {
        Fault fault = layout.limits().exceededBy("a receipt", place, "layout " + layout.name());
        return new Transaction.Rejected(List.of(fault), place, beginning.text("BONNUMMER"), "");
    }

    @Override
    public void close() {
        xml.close();
    }
}
