package io.engageroutes.delivery;

import io.engageroutes.intake.Kind;
import java.util.List;

/** What a document yielded, for people. */
final class DocumentReport {

    private DocumentReport() {}

    /** What the document yielded, in a line without personal data. */
    static String summary(DocumentOrigin origin, Tally tally) {
        return "%s %s: %d seen = %s + %d non-sales%s + %d rejected"
                .formatted(
                        origin.source(),
                        origin.name(),
                        tally.seen(),
                        messages(tally),
                        tally.nonSales(),
                        tally.reasons().isEmpty() ? "" : " " + tally.reasons(),
                        tally.rejected());
    }

    private static String messages(Tally tally) {
        StringBuilder text = new StringBuilder().append(tally.of(Kind.RECEIPT)).append(" receipts");
        for (Kind kind : List.of(Kind.ORDER, Kind.CONTACT)) {
            if (tally.of(kind) > 0) {
                text.append(" + ").append(tally.of(kind)).append(' ').append(kind.flow());
            }
        }
        return text.toString();
    }

    /** The report that lies beside a document that failed. */
    static String report(DocumentOrigin origin, Tally tally) {
        if (tally.fault() == null) {
            return summary(origin, tally);
        }
        return """
                This document could not be read to its end.

                Where and why: %s
                Before that:   %s

                The receipts that were whole are on their way to Engage; what was sent already stays sent, and sending the
                mended document again repeats nothing. Mend it, or ask the sending system for it, and put it into the folder
                of its source again.
                """.formatted(tally.fault(), summary(origin, tally));
    }
}
