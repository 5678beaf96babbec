package io.engageroutes.intake.poslog;

import com.ctc.wstx.exc.WstxLazyException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.receipt.Fault;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Walks through a document from one transaction to the next. A transaction is given out only after its end tag was read. */
final class PosLogTransactions implements Transactions {

    private final XMLStreamReader2 xml;
    private final DocumentText text;
    private final XmlFaults faults;
    private final ElementReader elements;
    private final TransactionReader reader;
    private final PosLogProfile profile;
    private int depth;
    private int posLogDepth;
    private int count;
    private RuntimeException end;
    private boolean finished;

    PosLogTransactions(
            XMLStreamReader2 xml,
            DocumentText text,
            XmlFaults faults,
            TransactionReader reader,
            PosLogProfile profile) {
        this.xml = xml;
        this.text = text;
        this.faults = faults;
        this.elements = new ElementReader(xml, text, profile.dropped(), profile.limits());
        this.reader = reader;
        this.profile = profile;
    }

    @Override
    public Transaction next() {
        if (end != null) {
            throw end;
        }
        if (finished) {
            return null;
        }
        try {
            return advance();
        } catch (XMLStreamException | WstxLazyException e) {
            end = faults.of(e, xml.getLocationInfo().getCurrentLocation());
        } catch (BrokenDocument e) {
            end = e;
        }
        throw end;
    }

    private Transaction advance() throws XMLStreamException {
        while (true) {
            text.eventSeen();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (name.equals("Transaction")) {
                        return transaction();
                    }
                    depth++;
                    if (posLogDepth == 0 && name.equals("POSLog")) {
                        posLogDepth = depth;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == posLogDepth) {
                        posLogDepth = 0;
                    }
                    depth--;
                }
                case XMLStreamConstants.DTD ->
                    throw broken(
                            "doctype-forbidden",
                            "a document type declaration can read files and fill the memory; the sender must leave DOCTYPE out");
                case XMLStreamConstants.END_DOCUMENT -> {
                    finished = true;
                    if (count == 0) {
                        throw broken(
                                "no-transactions",
                                "the document has no POSLog with a Transaction in it; "
                                        + "see that this source is meant for it");
                    }
                    return null;
                }
                default -> {
                    // nothing between the transactions says anything
                }
            }
        }
    }

    private Transaction transaction() throws XMLStreamException {
        if (posLogDepth == 0) {
            throw broken(
                    "no-transactions",
                    "a Transaction must stand inside POSLog; a document without it is only a piece of one: have it sent whole");
        }
        Location at = xml.getLocationInfo().getStartLocation();
        count++;
        String place =
                "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + " (Transaction " + count + ")";
        Element transaction = elements.read();
        if (elements.wasTooLarge()) {
            return tooLarge(transaction, place);
        }
        return reader.read(transaction, place);
    }

    private Transaction tooLarge(Element beginning, String place) {
        Fault fault = new Fault(
                "transaction-too-large",
                place,
                null,
                "a transaction may have " + profile.limits().elements() + " elements and "
                        + profile.limits().characters()
                        + " characters; if it is right, add what is not needed to drop, or raise limits, in profile "
                        + profile.name());
        return new Transaction.Rejected(List.of(fault), place, reader.receiptNumber(beginning), "");
    }

    private BrokenDocument broken(String code, String rule) {
        return new BrokenDocument(
                new Fault(code, XmlFaults.place(xml.getLocationInfo().getStartLocation()), null, rule));
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            // gives back the parser's buffers only; the stream belongs to whoever opened it
        }
    }
}
