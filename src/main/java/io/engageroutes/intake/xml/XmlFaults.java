package io.engageroutes.intake.xml;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxLazyException;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Says what an XML reader's failure means: a cut, a wrong charset, wrong XML, too much of something, or no fault of the document. */
final class XmlFaults {

    private final DocumentText text;

    XmlFaults(DocumentText text) {
        this.text = text;
    }

    /**
     * The failure as this package's contract has it.
     *
     * @param failure an {@link XMLStreamException}, or a {@link WstxLazyException} that stands for one
     * @param at where the reader stands, or null
     */
    RuntimeException of(Exception failure, Location at) {
        IOException sourceFailure = text.sourceFailure();
        boolean lazy = failure instanceof WstxLazyException && failure.getCause() instanceof XMLStreamException;
        return sourceFailure != null
                ? new UncheckedIOException(sourceFailure)
                : broken(lazy ? (XMLStreamException) failure.getCause() : failure, at);
    }

    BrokenDocument broken(Exception failure, Location reader) {
        Location own = failure instanceof XMLStreamException e ? e.getLocation() : null;
        Location at = own == null ? reader : own;
        String place = place(at);
        Throwable cause = failure instanceof XMLStreamException e && e.getNestedException() != null
                ? e.getNestedException()
                : failure.getCause();
        if (DocumentText.isWrongCharacter(cause) && !text.endsInCharacter()) {
            return new BrokenDocument(new Fault(
                    "wrong-charset",
                    "line " + (at == null ? 1 : at.getLineNumber()) + ", column " + text.column(),
                    text.wrongBytes(cause),
                    "these bytes are not " + text.charset()
                            + "; the sender must declare in the XML declaration the charset that it writes"));
        }
        if (isCut(failure, at)) {
            return new BrokenDocument(new Fault(
                    "truncated",
                    place,
                    null,
                    "the document ends here, before its last end tag; have the whole file sent again, "
                            + "receipts already read are recognised"));
        }
        if (cause instanceof DocumentText.TooLong || isLimit(failure)) {
            return new BrokenDocument(
                    new Fault(
                            "limit-exceeded",
                            place,
                            null,
                            "a tag, its attributes or the nesting is larger than any till or ERP writes; see that the file is what this source is meant for"));
        }
        return new BrokenDocument(
                new Fault(
                        "not-well-formed",
                        place,
                        firstLine(failure),
                        "the document is not XML from here on; have the sender write it again, what came before has been read"));
    }

    /** The place in words; {@code line 1, column 1} when nothing is known. */
    static String place(Location at) {
        return at == null ? "line 1, column 1" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
    }

    private boolean isCut(Exception failure, Location at) {
        return failure instanceof WstxEOFException
                || text.endsInCharacter()
                || at != null && text.endsAt(at.getCharacterOffset())
                || text.endsInDeclarationStart();
    }

    private static boolean isLimit(Exception failure) {
        return failure.getMessage() != null && failure.getMessage().contains("limit (");
    }

    /** The parser's first line; its second one is the place, which the fault has already. */
    private static String firstLine(Exception failure) {
        return failure.getMessage() == null
                ? null
                : failure.getMessage().lines().findFirst().orElse(null);
    }
}
