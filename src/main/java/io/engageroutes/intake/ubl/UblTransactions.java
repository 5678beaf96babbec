package io.engageroutes.intake.ubl;

import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.Element;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.util.List;
import java.util.Set;

/** Walks through a document from one invoice to the next. */
final class UblTransactions implements Transactions {

    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String PARTS = UBL + "Common";
    private static final Set<String> READ = Set.of("Invoice", "CreditNote");

    private final XmlDocument xml;
    private final InvoiceReader reader;
    private final UblLayout layout;
    private int count;

    UblTransactions(XmlDocument xml, InvoiceReader reader, UblLayout layout) {
        this.xml = xml;
        this.reader = reader;
        this.layout = layout;
    }

    @Override
    public Transaction next() {
        for (String name = xml.nextStart(); name != null; name = xml.nextStart()) {
            String namespace = xml.namespace();
            boolean root = xml.depth() == 0;
            if (READ.contains(name)) {
                return isUbl2(name, namespace) ? invoice() : other(name, namespace, root);
            }
            if (namespace.startsWith(UBL) && !namespace.startsWith(PARTS)) {
                return other(name, namespace, root);
            }
        }
        if (count == 0) {
            throw xml.broken(
                    "no-invoices",
                    null,
                    "the document has no UBL Invoice or CreditNote in it; see that this source is meant for it");
        }
        return null;
    }

    /** Some senders leave the namespace out; what has one must have that of UBL 2. */
    private static boolean isUbl2(String name, String namespace) {
        return namespace.isEmpty() || namespace.equals(UBL + name + "-2");
    }

    private Transaction invoice() {
        count++;
        String place = place("");
        Element invoice = xml.element();
        return xml.wasTooLarge() ? tooLarge(invoice, place) : reader.read(invoice, place);
    }

    private String place(String name) {
        return xml.place() + " (" + (name.isEmpty() ? "document" : name) + " " + count + ")";
    }

    /** An order or an answer among invoices is no sale; alone it was sent to the wrong source. */
    private Transaction other(String name, String namespace, boolean root) {
        if (root) {
            throw xml.broken(
                    "not-an-invoice",
                    name + (namespace.isEmpty() ? "" : " of " + namespace),
                    "only Invoice and CreditNote of UBL 2 are receipts; send other documents to who reads them");
        }
        count++;
        String place = place(name);
        xml.element();
        return new Transaction.NonSale("no-invoice", place);
    }

    private Transaction tooLarge(Element beginning, String place) {
        Fault fault = layout.limits().exceededBy("an invoice", place, "layout " + layout.name());
        return new Transaction.Rejected(List.of(fault), place, beginning.text("ID"), "");
    }

    @Override
    public void close() {
        xml.close();
    }
}
