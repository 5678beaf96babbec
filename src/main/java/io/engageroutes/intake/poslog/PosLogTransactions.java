package io.engageroutes.intake.poslog;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.DoubleEncoding;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.util.List;

/** Walks through a document from one transaction to the next. A transaction is given out only after its end tag was read. */
final class PosLogTransactions implements Transactions {

    private final XmlDocument xml;
    private final TransactionReader reader;
    private final PosLogProfile profile;
    private int count;

    PosLogTransactions(XmlDocument xml, TransactionReader reader, PosLogProfile profile) {
        this.xml = xml;
        this.reader = reader;
        this.profile = profile;
    }

    @Override
    public Transaction next() {
        for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
            if (name.equals("Transaction")) {
                return transaction();
            }
        }
        if (count == 0) {
            throw xml.broken(
                    "no-transactions",
                    null,
                    "the document has no POSLog with a Transaction in it; see that this source is meant for it");
        }
        if (xml.isPiece()) {
            throw xml.broken(
                    "fragment",
                    null,
                    "the document is only a piece of one: its POSLog was cut off. Its whole transactions have been read, since "
                            + "recoverFragments is set in profile " + profile.name()
                            + "; have the whole document sent again");
        }
        return null;
    }

    private Transaction transaction() {
        if (!xml.isPiece() && !xml.isInside("POSLog")) {
            throw xml.broken(
                    "no-transactions",
                    null,
                    "a Transaction must stand inside POSLog; a document without it is only a piece of one: have it sent whole, "
                            + "or set recoverFragments in profile " + profile.name() + " to have what is whole in it");
        }
        count++;
        String place = xml.place() + " (Transaction " + count + ")";
        Element transaction = xml.element();
        if (profile.repairsDoubleEncoding()) {
            transaction.replaceTexts(DoubleEncoding::repaired);
        }
        return xml.wasTooLarge() ? tooLarge(transaction, place) : reader.read(transaction, place);
    }

    private Transaction tooLarge(Element beginning, String place) {
        Fault fault = profile.limits().exceededBy("a transaction", place, "profile " + profile.name());
        return new Transaction.Rejected(List.of(fault), place, reader.receiptNumber(beginning), "");
    }

    @Override
    public void close() {
        xml.close();
    }
}
