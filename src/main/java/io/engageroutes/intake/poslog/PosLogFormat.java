package io.engageroutes.intake.poslog;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.xml.XmlDocument;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads ARTS (NRF, OMG) POSLog documents of any version as one profile understands them, as a stream with one transaction in memory at
 * a time.
 */
public final class PosLogFormat implements DocumentFormat {

    private final PosLogProfile profile;

    public PosLogFormat(PosLogProfile profile) {
        this.profile = profile;
    }

    @Override
    public Transactions read(InputStream document, Source source) throws IOException {
        XmlDocument xml = profile.recoversFragments()
                ? XmlDocument.openPiece(document, profile.dropped(), profile.limits(), "POSLog", "Transaction")
                : XmlDocument.open(document, profile.dropped(), profile.limits());
        return new PosLogTransactions(xml, new TransactionReader(profile, source), profile);
    }
}
