package io.engageroutes.intake.idoc;

import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.XmlDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads SAP IDocs in XML that hold receipts (WPUBON01), one or many in a document, as a stream with one receipt in memory at a time.
 * IDocs that hold none are refused with what is to be done about them.
 */
public final class IDocFormat implements DocumentFormat {

    private static final String CONTROL_RECORD = "EDI_DC";

    private final IDocLayout layout;

    public IDocFormat(IDocLayout layout) {
        this.layout = layout;
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        PushbackInputStream beginning = new PushbackInputStream(document, CONTROL_RECORD.length());
        byte[] head = beginning.readNBytes(CONTROL_RECORD.length());
        beginning.unread(head);
        if (new String(head, StandardCharsets.ISO_8859_1).equals(CONTROL_RECORD)) {
            throw new BrokenDocument(
                    new Fault(
                            "flat-idoc",
                            "line 1, column 1",
                            CONTROL_RECORD,
                            "is an IDoc in fixed columns; only those in XML are read: choose a port of type XML file or XML HTTP in SAP (WE21)"));
        }
        XmlDocument xml = XmlDocument.open(beginning, layout.dropped(), layout.limits());
        return new IDocTransactions(xml, layout, source);
    }
}
