package io.engageroutes.intake.ubl;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.XmlDocument;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads invoices and credit notes in UBL 2.1 and what is made of it (Peppol BIS Billing 3), alone, in an SBDH envelope or several in a
 * document, as a stream with one of them in memory at a time.
 */
public final class UblFormat implements DocumentFormat {

    private final UblLayout layout;

    public UblFormat(UblLayout layout) {
        this.layout = layout;
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        XmlDocument xml = XmlDocument.open(document, layout.dropped(), layout.limits());
        return new UblTransactions(xml, new InvoiceReader(layout, source), layout);
    }
}
