package io.engageroutes.intake.xml;

import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.engageroutes.intake.BrokenDocument;
import io.engageroutes.receipt.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * An XML document read as a stream, from one start tag to the next. Document type declarations are refused; the charset is that of
 * the byte order mark or the XML declaration, else UTF-8.
 *
 * <p>Every failure comes as {@link BrokenDocument} with line and column, or as {@link java.io.UncheckedIOException} when the document's
 * source failed; once one was thrown it is thrown again.
 */
public final class XmlDocument implements AutoCloseable {

    private final XMLStreamReader2 xml;
    private final DocumentText text;
    private final XmlFaults faults;
    private final ElementReader elements;
    private final boolean piece;
    private final Deque<String> open = new ArrayDeque<>();
    private RuntimeException failed;
    private boolean atStart;
    private boolean ended;

    private XmlDocument(
            XMLStreamReader2 xml, DocumentText text, XmlFaults faults, ElementReader elements, boolean piece) {
        this.xml = xml;
        this.text = text;
        this.faults = faults;
        this.elements = elements;
        this.piece = piece;
    }

    /**
     * Opens a document.
     *
     * @param document its bytes; closed by whoever opened it
     * @param dropped what {@link #element} leaves out
     * @param limits how large an {@link #element} may be
     * @throws BrokenDocument when not even its beginning can be read
     * @throws IOException when the document's source failed
     */
    public static XmlDocument open(InputStream document, DropList dropped, Limits limits) throws IOException {
        DocumentText text = new DocumentText(document);
        return open(SafeXml.FACTORY, text, text, dropped, limits, false);
    }

    /**
     * Opens a document that may be a piece of one, with its root cut off: then it is read from the first element of the wanted name on,
     * and the prefixes of names are left out without knowing what they stand for.
     *
     * @param root the name of the root of whole documents
     * @param wanted the name of the elements that a piece of one is read for
     * @throws BrokenDocument when not even its beginning can be read
     * @throws IOException when the document's source failed
     */
    public static XmlDocument openPiece(
            InputStream document, DropList dropped, Limits limits, String root, String wanted) throws IOException {
        DocumentText text = new DocumentText(document);
        FragmentReader reader = FragmentReader.open(text, root, wanted);
        boolean piece = reader.isFragment();
        return open(piece ? SafeXml.FRAGMENTS : SafeXml.FACTORY, text, reader, dropped, limits, piece);
    }

    private static XmlDocument open(
            WstxInputFactory factory, DocumentText text, Reader reader, DropList dropped, Limits limits, boolean piece)
            throws IOException {
        XmlFaults faults = new XmlFaults(text);
        try {
            XMLStreamReader2 xml = (XMLStreamReader2) factory.createXMLStreamReader(reader);
            return new XmlDocument(xml, text, faults, new ElementReader(xml, text, dropped, limits, piece), piece);
        } catch (XMLStreamException e) {
            if (text.sourceFailure() != null) {
                throw text.sourceFailure();
            }
            throw faults.broken(e, e.getLocation());
        }
    }

    /** Whether the document's root was cut off. */
    public boolean isPiece() {
        return piece;
    }

    /** Moves to the next start tag and gives its local name; null at the proper end of the document. */
    public String nextStart() {
        if (failed != null) {
            throw failed;
        }
        try {
            return ended ? null : advance();
        } catch (XMLStreamException | WstxLazyException e) {
            failed = faults.of(e, xml.getLocationInfo().getCurrentLocation());
        } catch (BrokenDocument e) {
            failed = e;
        }
        throw failed;
    }

    private String advance() throws XMLStreamException {
        if (atStart) {
            open.push(elements.localName());
            atStart = false;
        }
        while (true) {
            text.eventSeen();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    atStart = true;
                    return elements.localName();
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.DTD ->
                    throw broken(
                            "doctype-forbidden",
                            null,
                            "a document type declaration can read files and fill the memory; the sender must leave DOCTYPE out");
                case XMLStreamConstants.END_DOCUMENT -> {
                    ended = true;
                    return null;
                }
                default -> {
                    // only elements say anything here
                }
            }
        }
    }

    /** Reads the element at whose start tag the document stands, to its end tag. */
    public Element element() {
        if (failed != null) {
            throw failed;
        }
        try {
            atStart = false;
            return elements.read();
        } catch (XMLStreamException | WstxLazyException e) {
            failed = faults.of(e, xml.getLocationInfo().getCurrentLocation());
            throw failed;
        }
    }

    /** True when the element just read is only the beginning of what stands in the document. */
    public boolean wasTooLarge() {
        return elements.wasTooLarge();
    }

    /** Whether an element of that name is open around the start tag at which the document stands. */
    public boolean isInside(String name) {
        return open.contains(name);
    }

    /** How many elements are open around the start tag at which the document stands; 0 for the root's. */
    public int depth() {
        return open.size();
    }

    /** The namespace of the start tag at which the document stands; empty for none. */
    public String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Where the last start tag is, such as {@code line 12, column 3}. */
    public String place() {
        return XmlFaults.place(xml.getLocationInfo().getStartLocation());
    }

    /** A fault of the whole document, at the place where it stands now. */
    public BrokenDocument broken(String code, String value, String rule) {
        Location at = xml.getLocationInfo().getStartLocation();
        return new BrokenDocument(new Fault(code, XmlFaults.place(at), value, rule));
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
