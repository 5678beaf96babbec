package io.engageroutes.delivery;

import io.engageroutes.intake.DocumentFormat;
import io.engageroutes.intake.Source;
import io.engageroutes.intake.Transaction;
import io.engageroutes.intake.Transactions;
import io.engageroutes.intake.Unpacked;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The transactions of a document, one archive entry after another where it is an archive. */
public final class DocumentContent {

    private final DocumentFormat format;
    private final Source source;
    private final Unpacked unpacked;
    private Transactions current;

    public DocumentContent(DocumentFormat format, InputStream document, Source source, Unpacked.Limits limits)
            throws IOException {
        this.format = format;
        this.source = source;
        this.unpacked = Unpacked.open(document, limits);
    }

    /** The next transaction, or null at the end of the last entry. */
    public Transaction next() {
        try {
            while (true) {
                if (current == null) {
                    Unpacked.Entry entry = unpacked.next();
                    if (entry == null) {
                        return null;
                    }
                    current = format.read(entry.content(), source);
                }
                Transaction next = current.next();
                if (next != null) {
                    return next;
                }
                current.close();
                current = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drain() throws IOException {
        if (current != null) {
            current.close();
        }
        unpacked.drain();
    }

    long rawBytes() {
        return unpacked.rawBytes();
    }

    String rawHash() {
        return unpacked.rawHash();
    }
}
