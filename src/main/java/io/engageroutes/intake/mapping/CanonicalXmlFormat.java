package io.engageroutes.intake.mapping;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.json.OriginalText;
import io.engageroutes.intake.json.ReceiptMapping;
import io.engageroutes.intake.xml.DropList;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.ElementText;
import io.engageroutes.intake.xml.Limits;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads canonical receipts as published in {@code /schema/receipt.xsd}: one {@code receipt}, or {@code receipts} with any number. */
public final class CanonicalXmlFormat implements DocumentFormat {

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        return new Receipts(XmlDocument.open(document, DropList.NONE, Limits.USUAL), new ReceiptMapping(source));
    }

    /** A receipt's text without what must not be kept. */
    static String original(Element receipt) {
        return ElementText.of(receipt, OriginalText::mayKeep);
    }

    private record Receipts(XmlDocument document, ReceiptMapping mapping) implements Transactions {

        @Override
        public Transaction next() {
            String name = document.nextStart();
            if (name != null && document.depth() == 0) {
                if (name.equals("receipts")) {
                    name = document.nextStart();
                } else if (!name.equals("receipt")) {
                    throw document.broken(
                            "wrong-root",
                            name,
                            "a document has one element receipt, or receipts with any number of them");
                }
            }
            return name == null ? null : transaction(name);
        }

        private Transaction transaction(String name) {
            String place = document.place();
            Element element = document.element();
            if (!name.equals("receipt")) {
                return rejected(
                        new Fault("not-a-receipt", place, name, "only elements named receipt may stand in receipts"),
                        place,
                        element);
            }
            if (document.wasTooLarge()) {
                return rejected(
                        new Fault(
                                "receipt-too-large",
                                place,
                                null,
                                "a receipt may have at most " + Limits.USUAL.elements() + " elements and "
                                        + Limits.USUAL.characters() + " characters"),
                        place,
                        element);
            }
            CanonicalXml.Read read = CanonicalXml.read(element);
            return mapping.transaction(read.receipt(), read.faults(), place, () -> original(element));
        }

        private static Transaction rejected(Fault fault, String place, Element element) {
            return new Transaction.Rejected(List.of(fault), place, null, original(element));
        }

        @Override
        public void close() {
            document.close();
        }
    }
}
